// Package health answers in one process what the library asks of a running node.
package health

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"time"

	"dev.coracle/node/internal/autopause"
	"dev.coracle/node/internal/boot/halt"
	"dev.coracle/node/internal/ownapi"
)

const (
	// KubeletAddress is where kubelet says how it is, unless a user has moved it.
	KubeletAddress = "127.0.0.1:10248"

	kubeletURL = "http://" + KubeletAddress + "/healthz"

	kubeletConfig = "/var/lib/kubelet/config.yaml"

	patience = 2 * time.Second
)

// Answer is what is printed, as one line of JSON.
type Answer struct {
	Halted             bool   `json:"halted,omitempty"`
	AutoPaused         bool   `json:"autoPaused,omitempty"`
	Kubelet            bool   `json:"kubelet"`
	APIServer          bool   `json:"apiServer"`
	CertificatesExpire string `json:"certificatesExpire,omitempty"`
	UpSince            string `json:"upSince,omitempty"`
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
	go func() { kubelet <- kubeletAnswers() }()
	answer := Answer{APIServer: apiServerIsReady(), Kubelet: <-kubelet, UpSince: upSince(bootTime), Blank: !isConfigured()}
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

func kubeletAnswers() bool {
	client := http.Client{Timeout: patience}
	response, err := client.Get(kubeletURL)
	if err != nil {
		return false
	}
	response.Body.Close()
	return response.StatusCode == http.StatusOK
}

// apiServerIsReady counts one as ready that writes again what every cluster has, as the edge and a boot do.
func apiServerIsReady() bool {
	client, err := ownapi.NewClient()
	return err == nil && client.Ask(context.Background(), ownapi.Populated) == nil
}
