package staticpods

import (
	"context"
	"errors"
	"fmt"
	"log"
	"strconv"
	"sync"
	"time"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

const (
	// startTimeout bounds what a boot waits for containerd here; kubelet makes what is missing then.
	startTimeout = 10 * time.Second

	// restartsAnnotation is where kubelet reads how often a container was started.
	restartsAnnotation = "io.kubernetes.container.restartCount"
)

// Start starts the pods, and returns when their containers run. Of a pod that fails nothing stays.
func Start(ctx context.Context, node string) error {
	pods, err := words(ctx, node)
	if err != nil {
		return err
	}
	runtime, err := connect()
	if err != nil {
		return err
	}
	defer runtime.Close()
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	if err := runtime.await(ctx); err != nil {
		return err
	}
	return startAll(ctx, runtime, pods)
}

func startAll(ctx context.Context, runtime runtime, pods []pod) error {
	problems := make([]error, len(pods))
	var all sync.WaitGroup
	for i, pod := range pods {
		all.Go(func() {
			if err := runtime.start(ctx, pod); err != nil {
				problems[i] = fmt.Errorf("%s: %w", pod.Container.Metadata.Name, err)
			}
		})
	}
	all.Wait()
	return errors.Join(problems...)
}

func (r runtime) start(ctx context.Context, pod pod) error {
	if err := r.renew(ctx, pod); err != nil {
		return err
	}
	if err := r.writeFiles(pod); err != nil {
		return err
	}
	sandbox, err := r.RunPodSandbox(ctx, &cri.RunPodSandboxRequest{Config: pod.Sandbox})
	if err != nil {
		return err
	}
	if err = r.startContainer(ctx, sandbox.PodSandboxId, pod); err == nil {
		return nil
	}
	_, removed := r.RemovePodSandbox(context.WithoutCancel(ctx), &cri.RemovePodSandboxRequest{PodSandboxId: sandbox.PodSandboxId})
	return errors.Join(err, removed)
}

// renew gives a pod the numbers of this boot, and the image that its name stands for.
func (r runtime) renew(ctx context.Context, pod pod) error {
	name := pod.Container.Image.UserSpecifiedImage
	image, err := r.ImageStatus(ctx, &cri.ImageStatusRequest{Image: &cri.ImageSpec{Image: name}})
	if err != nil {
		return err
	}
	if image.Image == nil {
		return fmt.Errorf("%s is not here", name)
	}
	pod.Container.Image.Image = image.Image.Id
	pod.Container.Envs = environment(pod.Environment)
	sandbox, container, err := r.attempts(ctx, pod.Sandbox.Metadata.Uid)
	if err != nil {
		return err
	}
	pod.Sandbox.Metadata.Attempt = sandbox
	pod.Container.Metadata.Attempt = container
	pod.Container.LogPath = fmt.Sprintf("%s/%d.log", pod.Container.Metadata.Name, container)
	pod.Container.Annotations[restartsAnnotation] = strconv.FormatUint(uint64(container), 10)
	return nil
}

func (r runtime) startContainer(ctx context.Context, sandbox string, pod pod) error {
	made, err := r.CreateContainer(ctx, &cri.CreateContainerRequest{
		PodSandboxId: sandbox, Config: pod.Container, SandboxConfig: pod.Sandbox,
	})
	if err != nil {
		return err
	}
	if _, err := r.StartContainer(ctx, &cri.StartContainerRequest{ContainerId: made.ContainerId}); err != nil {
		return err
	}
	log.Printf("started %s before kubelet", pod.Container.Metadata.Name)
	err = errors.Join(share(r.groups, pod.Sandbox.Linux.CgroupParent, made.ContainerId), link(r.logs, pod, made.ContainerId))
	if err != nil {
		// It runs, which matters more.
		log.Printf("%s: %v", pod.Container.Metadata.Name, err)
	}
	return nil
}

func environment(variables []variable) []*cri.KeyValue {
	all := make([]*cri.KeyValue, len(variables))
	for i, variable := range variables {
		all[i] = &cri.KeyValue{Key: variable.Name, Value: []byte(variable.Value)}
	}
	return all
}
