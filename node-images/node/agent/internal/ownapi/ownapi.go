// Package ownapi asks the API server of this node whether it and cluster DNS are ready, on the node's own loopback.
package ownapi

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"time"
)

const (
	pki     = "/etc/kubernetes/pki"
	address = "localhost:6443"

	// patience lets a hanging request be tried again.
	patience = 2 * time.Second

	// name is in every certificate of an API server that kubeadm issues; localhost is not.
	name = "kubernetes"

	// whole is all that the API server checks.
	whole = "/readyz"
)

// bootstrapHooks write the objects that every cluster has. They sleep a second first, also where nothing is missing, and
// on several nodes that start at once are not through for some seconds.
var bootstrapHooks = []string{
	"poststarthook/rbac/bootstrap-roles",
	"poststarthook/scheduling/bootstrap-system-priority-classes",
}

// Question is what the API server has to affirm to count as ready.
type Question string

// Populated asks one whose etcd holds the objects of every cluster: from the seed or from an earlier boot. Empty asks one
// that has to write them first.
var (
	Populated = Question(whole + "?" + url.Values{"exclude": bootstrapHooks}.Encode())
	Empty     = Question(whole)
)

// Client asks. It shows the API server's own client certificate, so that this works where anonymous requests are off.
type Client struct {
	http    http.Client
	address string
}

// NewClient reads the certificates that are there now.
func NewClient() (Client, error) { return newClient(pki, address) }

func newClient(folder, address string) (Client, error) {
	config, err := trust(folder)
	if err != nil {
		return Client{}, err
	}
	own := filepath.Join(folder, "apiserver-kubelet-client")
	certificate, err := tls.LoadX509KeyPair(own+".crt", own+".key")
	if err != nil {
		return Client{}, err
	}
	config.Certificates = []tls.Certificate{certificate}
	config.ServerName = name
	transport := &http.Transport{TLSClientConfig: config}
	return Client{http.Client{Timeout: patience, Transport: transport}, address}, nil
}

// Trust is the cluster's own authority only.
func Trust() (*tls.Config, error) { return trust(pki) }

func trust(folder string) (*tls.Config, error) {
	authority, err := os.ReadFile(filepath.Join(folder, "ca.crt"))
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(authority) {
		return nil, fmt.Errorf("%s/ca.crt holds no certificate", folder)
	}
	return &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}, nil
}

// Ask fails unless the API server affirms.
func (c Client) Ask(ctx context.Context, question Question) error {
	response, err := c.get(ctx, string(question))
	if err != nil {
		return err
	}
	return response.Body.Close()
}

// get fails unless the API server answers what it was asked for.
func (c Client) get(ctx context.Context, path string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://"+c.address+path, nil)
	if err != nil {
		return nil, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		response.Body.Close()
		return nil, fmt.Errorf("%s: %s", request.URL.Path, response.Status)
	}
	return response, nil
}
