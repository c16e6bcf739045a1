package ownapi

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// identify writes the certificate and key that an API server and its client share here, their own authority.
func identify(t *testing.T, folder string) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), DNSNames: []string{name}, NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	certificate := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	for file, content := range map[string][]byte{
		"ca.crt": certificate, "apiserver-kubelet-client.crt": certificate,
		"apiserver-kubelet-client.key": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}),
	} {
		if err := os.WriteFile(filepath.Join(folder, file), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// restarted serves as an API server does that still writes what every cluster has, to whom shows a certificate.
func restarted(t *testing.T, folder string) string {
	t.Helper()
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(answer http.ResponseWriter, asked *http.Request) {
		excluded := strings.Join(asked.URL.Query()["exclude"], " ")
		if asked.URL.Path != "/readyz" || excluded != strings.Join(bootstrapHooks, " ") {
			answer.WriteHeader(http.StatusInternalServerError)
		}
	}))
	server.TLS = &tls.Config{Certificates: []tls.Certificate{identify(t, folder)}, ClientAuth: tls.RequireAnyClientCert}
	server.StartTLS()
	t.Cleanup(server.Close)
	return server.Listener.Addr().String()
}

func TestOneThatWritesWhatEveryClusterHasIsReadyUnlessItBeginsEmpty(t *testing.T) {
	folder := t.TempDir()
	client, err := newClient(folder, restarted(t, folder))
	if err != nil {
		t.Fatal(err)
	}
	if err := client.Ask(t.Context(), Populated); err != nil {
		t.Error(err)
	}
	if err := client.Ask(t.Context(), Empty); err == nil || !strings.Contains(err.Error(), "500") {
		t.Error(err)
	}
}

func TestWhereNothingIsIssuedYetNobodyIsAsked(t *testing.T) {
	if _, err := newClient(t.TempDir(), "localhost:1"); err == nil {
		t.Error("a client without certificates")
	}
}
