package kubelet

import (
	"strings"
	"testing"

	"dev.coracle/node/internal/boot/limits"
)

func TestDropInNamesTheCertificateOnlyWhereThereIsOne(t *testing.T) {
	reservation := limits.Reservation{SystemCPU: "500m", SystemMemory: "204Mi", EvictionMemory: "100Mi"}
	with, without := dropIn(reservation, true, true), dropIn(reservation, false, false)
	if !strings.Contains(with, "tlsCertFile: /var/lib/coracle/kubelet/pki/kubelet.crt\n") {
		t.Errorf("no certificate in\n%s", with)
	}
	if strings.Contains(with, "oomScoreAdj") || !strings.Contains(without, "oomScoreAdj: 0\n") {
		t.Error("the score is set where, and only where, kubelet cannot lower it")
	}
	if strings.Contains(without, "tls") {
		t.Errorf("a certificate in\n%s", without)
	}
	for _, line := range []string{"  cpu: 500m\n", "  memory: 204Mi\n", "  memory.available: 100Mi\n", "inodesFree: 1%\n"} {
		if !strings.Contains(with, line) {
			t.Errorf("%q is not in\n%s", line, with)
		}
	}
}
