package staticpods

import "testing"

func TestBasisFollowsEveryInput(t *testing.T) {
	root := t.TempDir()
	seen := map[string]string{}
	for _, name := range []string{
		"var/lib/kubelet/config.yaml", "var/lib/kubelet/kubeadm-flags.env", "var/lib/kubelet/config.d/10-node.conf",
		"run/coracle/resolv.conf", "etc/kubernetes/manifests/etcd.yaml", "etc/kubernetes/manifests/kube-apiserver.yaml", "usr/local/bin/coracle-node",
	} {
		for _, text := range []string{"", "x"} {
			write(t, root, name, text)
			basis, err := basisOf(root)
			if err != nil {
				t.Fatal(err)
			}
			if before, known := seen[basis]; known {
				t.Errorf("%s with %q is as %s", name, text, before)
			}
			seen[basis] = name
		}
	}
}

func TestBasisIsTheSameOverTheSame(t *testing.T) {
	root := t.TempDir()
	write(t, root, "etc/kubernetes/manifests/etcd.yaml", "x")
	first, _ := basisOf(root)
	if second, err := basisOf(root); err != nil || first != second {
		t.Errorf("%s, %s, %v", first, second, err)
	}
}
