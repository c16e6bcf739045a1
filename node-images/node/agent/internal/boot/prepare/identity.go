package prepare

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/unix"

	"dev.coracle/node/internal/boot/env"
)

const (
	keptIdentity = env.Folder + "/machine-id"
	productUUID  = "/sys/class/dmi/id/product_uuid"
)

// setIdentity gives the node a machine ID and a system UUID of its own, kept on its volume: the machine's would be the
// same for every node, and an image's the same for every cluster. Storage drivers tell nodes apart by them.
func setIdentity() error {
	id, err := identity()
	if err != nil {
		return err
	}
	if err := os.WriteFile("/etc/machine-id", []byte(id+"\n"), 0o444); err != nil {
		return err
	}
	if _, err := os.Stat(productUUID); err != nil {
		return nil // a machine without such firmware: kubelet takes the machine ID
	}
	overlay := env.RunFolder + "/product_uuid"
	if err := os.WriteFile(overlay, []byte(uuid(id)+"\n"), 0o444); err != nil {
		return err
	}
	return unix.Mount(overlay, productUUID, "", unix.MS_BIND, "")
}

// identity is the kept one, or a new one: 32 hexadecimal digits.
func identity() (string, error) {
	content, err := os.ReadFile(keptIdentity)
	if err == nil && len(content) >= 32 {
		return strings.TrimSpace(string(content)), nil
	}
	random := make([]byte, 16)
	rand.Read(random)
	id := hex.EncodeToString(random)
	return id, os.WriteFile(keptIdentity, []byte(id+"\n"), 0o444)
}

func uuid(id string) string {
	return fmt.Sprintf("%s-%s-%s-%s-%s", id[:8], id[8:12], id[12:16], id[16:20], id[20:32])
}
