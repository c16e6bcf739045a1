package main

import (
	"net"
	"time"
)

const (
	apiAddress = "127.0.0.1:6443"

	// apiTimeout ends the wait where the API server does not come: its clients then tell so in their own words.
	apiTimeout = 20 * time.Second
	tryEvery   = 20 * time.Millisecond
)

// awaitAPI returns when the API server of this node answers anything. A plain line of text is enough to be told off; it
// waits in the queue of the port's holder (internal/boot/bootstrap) until the API server takes it.
func awaitAPI() {
	end := time.Now().Add(apiTimeout)
	for time.Now().Before(end) && !answers(apiAddress, end) {
		time.Sleep(tryEvery)
	}
}

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
