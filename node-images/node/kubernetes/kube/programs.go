package main

import (
	"context"
	_ "time/tzdata" // CronJobs with a time zone: the images of the control plane hold no zone files

	"github.com/spf13/cobra"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/logs/json/register"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllermanager "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	proxy "k8s.io/kubernetes/cmd/kube-proxy/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	kubeadm "k8s.io/kubernetes/cmd/kubeadm/app"
	kubeadmutil "k8s.io/kubernetes/cmd/kubeadm/app/util/errors"
	kubelet "k8s.io/kubernetes/cmd/kubelet/app"

	"dev.coracle/kube/staticpods"
)

// programs are run with os.Args as they are and return the exit code, unless they end the process themselves.
// Commands are made only when called: making one registers its flags and feature gates for the whole process.
var programs = map[string]func() int{
	"kube-apiserver":          server(apiserver.NewAPIServerCommand),
	"kube-controller-manager": server(controllermanager.NewControllerManagerCommand),
	"kube-scheduler":          server(func() *cobra.Command { return scheduler.NewSchedulerCommand() }),
	"kube-proxy":              server(proxy.NewProxyCommand),
	"kubelet":                 server(func() *cobra.Command { return kubelet.NewKubeletCommand(context.Background()) }),
	"kubeadm":                 runKubeadm,
	"static-pods":             staticpods.Main,
}

// server runs for as long as its node does.
func server(command func() *cobra.Command) func() int {
	return func() int {
		collectEarlierOnceStarted()
		return cli.Run(command())
	}
}

func runKubeadm() int {
	kubeadmutil.HandleError(kubeadm.Run())
	return 0
}
