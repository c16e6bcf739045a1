// Package health answers in one process what the library asks of a running node.
package health

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"net/http"
	"os"
	"time"

	"dev.coracle/node/internal/autopause"
	"dev.coracle/node/internal/boot/halt"
)

const (
	kubeletURL = "http://127.0.0.1:10248/healthz"
	apiURL     = "https://localhost:6443/readyz"
	pki        = "/etc/kubernetes/pki/"

	kubeletConfig = "/var/lib/kubelet/config.yaml"

	patience = 2 * time.Second

	// apiName is in every certificate of an API server that kubeadm issues; localhost is not.
	apiName = "kubernetes"
)

// Answer is what is printed, as one line of JSON.
type Answer struct {
	Halted             bool   `json:"halted,omitempty"`
	AutoPaused         bool   `json:"autoPaused,omitempty"`
	Kubelet            bool   `json:"kubelet"`
	APIServer          bool   `json:"apiServer"`
	CertificatesExpire string `json:"certificatesExpire,omitempty"`
	// Blank tells that nobody has configured kubelet, as on a bare node before kubeadm.
	Blank bool `json:"blank,omitempty"`
}

// Print asks kubelet and the API server on the node's own loopback, both at once.
func Print([]string) error {
	if halt.IsDone() {
		return json.NewEncoder(os.Stdout).Encode(Answer{Halted: true})
	}
	if autopause.IsFrozen() {
		return json.NewEncoder(os.Stdout).Encode(withExpiry(Answer{AutoPaused: true}))
	}
	kubelet := make(chan bool, 1)
	go func() { kubelet <- isOK(&http.Client{Timeout: patience}, kubeletURL) }()
	answer := Answer{APIServer: isOK(apiClient(), apiURL), Kubelet: <-kubelet, Blank: !isConfigured()}
	return json.NewEncoder(os.Stdout).Encode(withExpiry(answer))
}

func withExpiry(answer Answer) Answer {
	if end, found := FirstExpiry("/etc/kubernetes"); found {
		answer.CertificatesExpire = end.UTC().Format(time.RFC3339)
	}
	return answer
}

func isConfigured() bool {
	_, err := os.Stat(kubeletConfig)
	return err == nil
}

func isOK(client *http.Client, url string) bool {
	response, err := client.Get(url)
	if err != nil {
		return false
	}
	response.Body.Close()
	return response.StatusCode == http.StatusOK
}

// apiClient shows the API server's own client certificate, so that anonymous requests may be off.
func apiClient() *http.Client {
	config := &tls.Config{RootCAs: x509.NewCertPool(), ServerName: apiName}
	if authority, err := os.ReadFile(pki + "ca.crt"); err == nil {
		config.RootCAs.AppendCertsFromPEM(authority)
	}
	client, err := tls.LoadX509KeyPair(pki+"apiserver-kubelet-client.crt", pki+"apiserver-kubelet-client.key")
	if err == nil {
		config.Certificates = []tls.Certificate{client}
	}
	return &http.Client{Timeout: patience, Transport: &http.Transport{TLSClientConfig: config}}
}
