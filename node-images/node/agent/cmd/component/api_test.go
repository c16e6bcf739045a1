package main

import (
	"net"
	"testing"
	"time"
)

func TestAPIThatOnlyQueuesConnectionsDoesNotAnswer(t *testing.T) {
	listener := listen(t)
	defer listener.Close()
	if answers(listener.Addr().String(), time.Now().Add(50*time.Millisecond)) {
		t.Error("a connection that nobody accepted passed for an answer")
	}
}

func TestAPIThatTellsOffAnswers(t *testing.T) {
	listener := listen(t)
	defer listener.Close()
	go func() {
		connection, err := listener.Accept()
		if err == nil {
			_, _ = connection.Write([]byte("HTTP/1.0 400 Bad Request\r\n\r\n"))
			connection.Close()
		}
	}()
	if !answers(listener.Addr().String(), time.Now().Add(time.Minute)) {
		t.Error("the answer was not seen")
	}
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return listener
}
