package main

import (
	"crypto/tls"
	"crypto/x509"
	"os"
	"path/filepath"
	"testing"
)

func TestComponentFindsItsServingPair(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "made")
	arguments := []string{"kube-scheduler", "--cert-dir=/elsewhere", "--cert-dir=" + folder}
	if err := keepServingPair("kube-scheduler", arguments); err != nil {
		t.Fatal(err)
	}

	pair, err := tls.LoadX509KeyPair(filepath.Join(folder, "kube-scheduler.crt"), filepath.Join(folder, "kube-scheduler.key"))
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(pair.Leaf)
	for _, name := range []string{"localhost", "127.0.0.1"} {
		if _, err := pair.Leaf.Verify(x509.VerifyOptions{DNSName: name, Roots: roots}); err != nil {
			t.Error(err)
		}
	}
}

func TestServingPairOfAContainerThatStartsAgainStays(t *testing.T) {
	folder := t.TempDir()
	arguments := []string{"--cert-dir=" + folder}
	read := func() string {
		if err := keepServingPair("x", arguments); err != nil {
			t.Fatal(err)
		}
		content, _ := os.ReadFile(filepath.Join(folder, "x.crt"))
		return string(content)
	}
	if first := read(); first == "" || first != read() {
		t.Error("the certificate is not kept")
	}
}

func TestNothingIsMadeWhereNoFolderIsGiven(t *testing.T) {
	if err := keepServingPair("etcd", []string{"etcd", "--name=control-plane-1"}); err != nil {
		t.Error(err)
	}
}

func TestMetricsServerFindsItsPairUnderItsOtherName(t *testing.T) {
	folder := t.TempDir()
	if err := keepServingPair("metrics-server", []string{"--cert-dir=" + folder}); err != nil {
		t.Fatal(err)
	}
	if _, err := tls.LoadX509KeyPair(filepath.Join(folder, "apiserver.crt"), filepath.Join(folder, "apiserver.key")); err != nil {
		t.Error(err)
	}
}
