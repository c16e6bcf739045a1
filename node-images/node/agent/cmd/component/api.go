package main

import (
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"os"
	"time"

	"dev.coracle/node/internal/boot/gate"
)

const (
	// apiTimeout ends the wait where the API server does not come: its clients then tell so in their own words.
	apiTimeout = 20 * time.Second
	tryEvery   = 10 * time.Millisecond
)

// begin says what a client of the API server waits for: before, it would take the processor from those that others wait for.
type begin struct {
	pass    func(patience time.Duration)
	address func() string
	isSoFar func(address string, end time.Time) bool
}

var beginsWhen = map[string]begin{
	"kube-scheduler": {gate.Pass, ownAPI, answers},
	// It asks whether the server is well, and if not, again a second later.
	"kube-controller-manager": {gate.Pass, ownAPI, isWell},
	// Services are there when kube-proxy has done its first work, and cluster DNS with them.
	"metrics-server":         {atOnce, apiService, answers},
	"local-path-provisioner": {atOnce, apiService, answers},
}

// atOnce passes no gate.
func atOnce(time.Duration) {}

func ownAPI() string {
	return "127.0.0.1:6443"
}

// apiService is the address of the Service in front of the API servers, as kubelet tells every container.
func apiService() string {
	return net.JoinHostPort(os.Getenv("KUBERNETES_PORT_443_TCP_ADDR"), os.Getenv("KUBERNETES_PORT_443_TCP_PORT"))
}

// await returns when the API server is so far, or does not come.
func (b begin) await() {
	b.pass(apiTimeout)
	address, end := b.address(), time.Now().Add(apiTimeout)
	for time.Now().Before(end) && !b.isSoFar(address, end) {
		time.Sleep(tryEvery)
	}
}

// stranger tells nothing and believes nothing but that the time has come. It keeps its connection: a handshake at each try would
// take from the server what it needs to get well.
var stranger = &http.Client{
	Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}},
	Timeout:   apiTimeout,
}

// isWell tells whether all of the server's hooks are done: 500 until then, and 403 until it has read who may ask. A server that
// never talks to strangers says 401, and is asked no more.
func isWell(address string, _ time.Time) bool {
	response, err := stranger.Get("https://" + address + "/healthz")
	if err != nil {
		return false
	}
	defer response.Body.Close()
	// Only a connection whose answer was read can be asked again.
	_, err = io.Copy(io.Discard, response.Body)
	return err == nil && (response.StatusCode == http.StatusOK || response.StatusCode == http.StatusUnauthorized)
}

// answers tells whether the server answers anything. A plain line of text is enough to be told off; it waits in the queue of the
// port's holder (internal/boot/bootstrap) until the API server takes it.
func answers(address string, end time.Time) bool {
	connection, err := net.DialTimeout("tcp", address, apiTimeout)
	if err != nil {
		return false
	}
	defer connection.Close()
	if connection.SetDeadline(end) != nil {
		return false
	}
	if _, err := connection.Write([]byte("GET /livez HTTP/1.0\r\n\r\n")); err != nil {
		return false
	}
	read, _ := connection.Read(make([]byte, 1))
	return read == 1
}
