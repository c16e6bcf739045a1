package bootstrap

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"time"

	"dev.coracle/node/internal/boot/env"
)

const (
	pki     = "/etc/kubernetes/pki/"
	apiPort = "6443"

	// requestTimeout lets a hanging request be tried again.
	requestTimeout = 2 * time.Second
)

// bootstrapHooks write the objects that every cluster has. They sleep a second first, also where nothing is missing.
var bootstrapHooks = []string{
	"poststarthook/rbac/bootstrap-roles",
	"poststarthook/scheduling/bootstrap-system-priority-classes",
}

// awaitOwnAPI waits for /readyz of this node's API server, without the hooks that write what etcd already holds: from the
// seed or from an earlier boot. The API server's own client certificate is shown, so that this works where anonymous
// requests are switched off.
func awaitOwnAPI(ctx context.Context, populated bool) error {
	config, err := clusterTLS()
	if err != nil {
		return err
	}
	certificate, err := tls.LoadX509KeyPair(pki+"apiserver-kubelet-client.crt", pki+"apiserver-kubelet-client.key")
	if err != nil {
		return err
	}
	config.Certificates = []tls.Certificate{certificate}
	client := &http.Client{Timeout: requestTimeout, Transport: &http.Transport{TLSClientConfig: config}}
	return await(ctx, "the API server", apiTimeout, tryEvery, func(ctx context.Context) error {
		return isReady(ctx, client, readyPath(populated))
	})
}

func readyPath(populated bool) string {
	if !populated {
		return "/readyz"
	}
	return "/readyz?" + url.Values{"exclude": bootstrapHooks}.Encode()
}

func isReady(ctx context.Context, client *http.Client, path string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://localhost:"+apiPort+path, nil)
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("/readyz: %s", response.Status)
	}
	return nil
}

// awaitEndpoint waits until an API server answers behind the endpoint. A TCP connection would not tell: the edge takes
// it before there is a server that it could be handed to.
func awaitEndpoint(ctx context.Context, node env.Node) error {
	config, err := clusterTLS()
	if err != nil {
		return err
	}
	config.ServerName = node.APIName
	dialer := tls.Dialer{NetDialer: &net.Dialer{Timeout: requestTimeout}, Config: config}
	address := net.JoinHostPort(node.APIIP, apiPort)
	return await(ctx, "the API at "+address, apiTimeout, tryEvery, func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, requestTimeout)
		defer cancel()
		connection, err := dialer.DialContext(ctx, "tcp", address)
		if err != nil {
			return err
		}
		return connection.Close()
	})
}

// clusterTLS trusts the cluster's own authority only.
func clusterTLS() (*tls.Config, error) {
	authority, err := os.ReadFile(pki + "ca.crt")
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(authority) {
		return nil, fmt.Errorf("%sca.crt holds no certificate", pki)
	}
	return &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}, nil
}
