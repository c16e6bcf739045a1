package health

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestFirstExpiryPassesOverAuthoritiesAndReadsKubeconfigs(t *testing.T) {
	folder := t.TempDir()
	day := 24 * time.Hour
	write(t, folder, "ca.crt", certificate(t, time.Hour, true))
	write(t, folder, "apiserver.crt", certificate(t, 30*day, false))
	inConf := base64.StdEncoding.EncodeToString(certificate(t, 10*day, false))
	write(t, folder, "admin.conf", []byte("users:\n- user:\n    client-certificate-data: "+inConf+"\n"))

	end, found := FirstExpiry(folder)

	if !found || time.Until(end).Round(day) != 10*day {
		t.Fatalf("found %v, ends in %v", found, time.Until(end))
	}
}

func TestFirstExpiryOfNothing(t *testing.T) {
	if _, found := FirstExpiry(t.TempDir()); found {
		t.Fatal("found a certificate in an empty folder")
	}
}

func write(t *testing.T, folder, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func certificate(t *testing.T, life time.Duration, authority bool) []byte {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(life), IsCA: authority, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}
