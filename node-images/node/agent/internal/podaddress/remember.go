package podaddress

import (
	"encoding/json"
	"errors"
	"net/netip"
	"os"
	"path/filepath"
)

// results is where libcni notes what each ADD has answered, until the DEL. It is on the node's volume.
const results = "/var/lib/cni/results"

// noted is the part of a note (kind cniCacheV1 of libcni) that counts here.
type noted struct {
	NetworkName string      `json:"networkName"`
	Arguments   [][2]string `json:"cniArgs"`
	Result      struct {
		IPs []struct {
			Address netip.Prefix `json:"address"`
		} `json:"ips"`
	} `json:"result"`
}

// Remember keeps the addresses of the boot before for their pods: a new pod that comes first gets another. Those of pods that
// never come back are kept until the next boot.
func Remember() error { return OfNode().remember(results) }

func (m Memory) remember(results string) error {
	notes, _ := filepath.Glob(filepath.Join(results, Network+"-*"))
	failures := []error{os.MkdirAll(m.addresses, 0o755), os.MkdirAll(m.leases, 0o755)}
	for _, note := range notes {
		if uid, address := podOf(note); uid != "" {
			failures = append(failures, m.keep(uid, address.String()))
		}
	}
	return errors.Join(failures...)
}

func (m Memory) keep(uid, address string) error {
	return errors.Join(
		os.WriteFile(filepath.Join(m.addresses, uid), []byte(address), 0o644),
		os.WriteFile(filepath.Join(m.leases, address), []byte(keptFor(uid)), 0o600),
	)
}

// podOf answers nothing for what is no pod of the network; an end without notice may leave half a note.
func podOf(path string) (uid string, address netip.Addr) {
	content, err := os.ReadFile(path)
	if err != nil {
		return "", netip.Addr{}
	}
	var note noted
	if json.Unmarshal(content, &note) != nil || note.NetworkName != Network || len(note.Result.IPs) == 0 {
		return "", netip.Addr{}
	}
	for _, argument := range note.Arguments {
		if argument[0] == "K8S_POD_UID" {
			return filepath.Base(argument[1]), note.Result.IPs[0].Address.Addr()
		}
	}
	return "", netip.Addr{}
}
