package main

import (
	"net"
	"net/http"
	"net/http/httptest"
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

func TestServerIsWellOnceItsHooksAreDone(t *testing.T) {
	for status, want := range map[int]bool{500: false, 200: true, 401: true, 403: false} {
		server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/healthz" {
				w.WriteHeader(status)
			}
		}))
		if got := isWell(server.Listener.Addr().String(), time.Now().Add(time.Minute)); got != want {
			t.Errorf("%d: %v", status, got)
		}
		server.Close()
	}
}

func TestServerThatIsNotThereIsNotWell(t *testing.T) {
	listener := listen(t)
	listener.Close()
	if isWell(listener.Addr().String(), time.Now().Add(time.Minute)) {
		t.Error("nobody is there")
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

func TestProgramOfAPodBeginsWhenTheServiceOfTheAPIAnswers(t *testing.T) {
	t.Setenv("KUBERNETES_PORT_443_TCP_ADDR", "10.96.0.1")
	t.Setenv("KUBERNETES_PORT_443_TCP_PORT", "443")
	tries := 0
	beginning := begin{atOnce, apiService, func(address string, _ time.Time) bool {
		if address != "10.96.0.1:443" {
			t.Errorf("asked %s", address)
		}
		tries++
		return tries == 3
	}}
	beginning.await()
	if tries != 3 {
		t.Errorf("%d tries", tries)
	}
}

func TestWaitEndsWhereNobodyTellsOfAService(t *testing.T) {
	t.Setenv("KUBERNETES_PORT_443_TCP_ADDR", "")
	if answers(apiService(), time.Now().Add(time.Minute)) {
		t.Error("nobody is there")
	}
}
