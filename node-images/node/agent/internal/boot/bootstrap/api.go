package bootstrap

import (
	"context"
	"crypto/tls"
	"net"
	"time"

	"dev.coracle/node/internal/boot/await"
	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/ownapi"
)

const (
	apiPort = "6443"

	// requestTimeout lets a hanging request be tried again.
	requestTimeout = 2 * time.Second
)

// awaitOwnAPI waits until this node's API server is ready.
func awaitOwnAPI(ctx context.Context, question ownapi.Question) error {
	client, err := ownapi.NewClient()
	if err != nil {
		return err
	}
	return await.Until(ctx, "the API server", apiTimeout, tryEvery, func(ctx context.Context) error {
		return client.Ask(ctx, question)
	})
}

// questionOf waits for the objects of every cluster where etcd starts without them.
func questionOf(node env.Node, recorded bool) ownapi.Question {
	if recorded || node.EtcdSeed != "" {
		return ownapi.Populated
	}
	return ownapi.Empty
}

// awaitEndpoint waits until an API server answers behind the endpoint. A TCP connection would not tell: the edge takes
// it before there is a server that it could be handed to.
func awaitEndpoint(ctx context.Context, node env.Node) error {
	config, err := ownapi.Trust()
	if err != nil {
		return err
	}
	config.ServerName = node.APIName
	dialer := tls.Dialer{NetDialer: &net.Dialer{Timeout: requestTimeout}, Config: config}
	address := net.JoinHostPort(node.APIIP, apiPort)
	return await.Until(ctx, "the API at "+address, apiTimeout, tryEvery, func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, requestTimeout)
		defer cancel()
		connection, err := dialer.DialContext(ctx, "tcp", address)
		if err != nil {
			return err
		}
		return connection.Close()
	})
}
