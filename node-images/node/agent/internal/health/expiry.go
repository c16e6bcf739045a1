package health

import (
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

var inlined = regexp.MustCompile(`client-certificate-data:\s*(\S+)`)

// FirstExpiry is when the first certificate below a folder ends that is no authority, those inside kubeconfigs included.
func FirstExpiry(folder string) (first time.Time, found bool) {
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		if end, ok := expiryOf(path); ok && (!found || end.Before(first)) {
			first, found = end, true
		}
		return nil
	})
	return first, found
}

func expiryOf(path string) (time.Time, bool) {
	if !strings.HasSuffix(path, ".crt") && !strings.HasSuffix(path, ".conf") {
		return time.Time{}, false
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return time.Time{}, false
	}
	if match := inlined.FindSubmatch(content); match != nil {
		content, _ = base64.StdEncoding.DecodeString(string(match[1]))
	}
	block, _ := pem.Decode(content)
	if block == nil {
		return time.Time{}, false
	}
	certificate, err := x509.ParseCertificate(block.Bytes)
	if err != nil || certificate.IsCA {
		return time.Time{}, false
	}
	return certificate.NotAfter, true
}
