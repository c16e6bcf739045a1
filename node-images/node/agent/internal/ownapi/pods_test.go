package ownapi

import (
	"crypto/tls"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

const ready = `{"items":[{"status":{"conditions":[{"type":"Initialized","status":"True"},{"type":"Ready","status":"True"}],
"containerStatuses":[{"state":{"running":{"startedAt":"2026-01-02T03:04:05Z"}}}]}}]}`

// told serves one text to whom asks for the pods of cluster DNS.
func told(t *testing.T, text string) Client {
	t.Helper()
	folder := t.TempDir()
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(answer http.ResponseWriter, asked *http.Request) {
		if asked.URL.Path != "/api/v1/namespaces/kube-system/pods" || asked.URL.Query().Get("labelSelector") != "k8s-app=kube-dns" {
			answer.WriteHeader(http.StatusNotFound)
		}
		_, _ = answer.Write([]byte(text))
	}))
	server.TLS = &tls.Config{Certificates: []tls.Certificate{identify(t, folder)}}
	server.StartTLS()
	t.Cleanup(server.Close)
	client, err := newClient(folder, server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func TestPodThatIsReadySinceThenServes(t *testing.T) {
	started := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, since := range []time.Time{{}, started} {
		if err := told(t, ready).HasReadyDNS(t.Context(), since); err != nil {
			t.Error(err)
		}
	}
}

func TestPodOfBeforeOrUnreadyOrNoneDoesNotServe(t *testing.T) {
	later := time.Date(2026, 1, 2, 3, 4, 6, 0, time.UTC)
	if told(t, ready).HasReadyDNS(t.Context(), later) == nil {
		t.Error("what kubelet said of the boot before was believed")
	}
	for _, text := range []string{
		`{"items":[]}`, "half", `{"items":[{"status":{"conditions":[{"type":"Ready","status":"False"}]}}]}`, `{"items":[{}]}`,
	} {
		if told(t, text).HasReadyDNS(t.Context(), time.Time{}) == nil {
			t.Error(text)
		}
	}
}
