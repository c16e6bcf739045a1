package main

import (
	"cmp"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	certificateFolder = "--cert-dir="

	// validity is that of the certificate that a component makes for itself.
	validity = 365 * 24 * time.Hour
)

// pairNames are of programs that name their certificate otherwise than themselves.
var pairNames = map[string]string{"metrics-server": "apiserver"}

// keepServingPair puts a certificate and its key where the component's flags have it look for them, unless they are there.
// It would make itself two RSA keys at every start, which cost 80 ms of processor time in which nothing else goes on.
func keepServingPair(name string, arguments []string) error {
	folder := servingFolder(arguments)
	if folder == "" {
		return nil
	}
	pair := filepath.Join(folder, cmp.Or(pairNames[name], name))
	certificate := pair + ".crt"
	if _, err := os.Stat(certificate); err == nil {
		return nil
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	der, err := selfSigned(key)
	if err != nil {
		return err
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	return errors.Join(err, os.MkdirAll(folder, 0o700),
		writePEM(pair+".key", "PRIVATE KEY", private), writePEM(certificate, "CERTIFICATE", der))
}

// servingFolder is what the last of the flags says, as the component reads them.
func servingFolder(arguments []string) string {
	folder := ""
	for _, argument := range arguments {
		if value, found := strings.CutPrefix(argument, certificateFolder); found {
			folder = value
		}
	}
	return folder
}

func selfSigned(key *ecdsa.PrivateKey) ([]byte, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return nil, err
	}
	now := time.Now()
	template := &x509.Certificate{
		SerialNumber: serial,
		Subject:      pkix.Name{CommonName: "localhost"},
		DNSNames:     []string{"localhost"},
		IPAddresses:  []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback},
		NotBefore:    now.Add(-time.Hour),
		NotAfter:     now.Add(validity),
		KeyUsage:     x509.KeyUsageDigitalSignature,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
}

func writePEM(path, kind string, content []byte) error {
	return os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: content}), 0o600)
}
