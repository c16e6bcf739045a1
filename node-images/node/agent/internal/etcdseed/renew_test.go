package etcdseed

import (
	"strings"
	"testing"
	"time"

	"google.golang.org/protobuf/encoding/protowire"
)

const seed = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"

func TestRenewReplacesUIDAndTimesAndNothingElse(t *testing.T) {
	cluster := clusterOf(t, seed, 1_700_000_000)
	meta := metadata("system:node", "11111111-2222-3333-4444-555555555555", 1_600_000_000)

	renewed, err := cluster.renew("/registry/clusterroles/system:node", stored(meta))
	if err != nil {
		t.Fatal(err)
	}

	want := stored(metadata("system:node", string(cluster.uid([]byte("11111111-2222-3333-4444-555555555555"))), 1_700_000_000))
	if string(renewed) != string(want) {
		t.Errorf("got %q, want %q", renewed, want)
	}
}

func TestUIDsDifferByClusterAndAreEqualInOne(t *testing.T) {
	prepared := []byte("11111111-2222-3333-4444-555555555555")
	one := clusterOf(t, seed, 1).uid(prepared)
	same := clusterOf(t, seed, 2).uid(prepared)
	other := clusterOf(t, "f81d4fae-7dec-11d0-a765-00a0c91e6bf7", 1).uid(prepared)

	if string(one) != string(same) || string(one) == string(other) {
		t.Errorf("got %s, %s and %s", one, same, other)
	}
}

func TestSeedOfVersion7HoldsTheTime(t *testing.T) {
	cluster := clusterOf(t, "018bcfe5-6800-7000-8000-000000000000", 1)

	if got := cluster.time.Unix(); got != 1_700_000_000 {
		t.Errorf("got %d", got)
	}
}

func TestRefusesWhatMayNotBePrepared(t *testing.T) {
	owned := bytesField(metadata("a", "b", 1), metaOwnerReferences, []byte("owner"))
	for _, refused := range []struct {
		key, reason string
		value       []byte
	}{
		{"/registry/roles/default/a", "may not be prepared", stored(metadata("a", "b", 1))},
		{"/registry/secrets/kube-system/a", "may not be prepared", stored(metadata("a", "b", 1))},
		{"/registry/clusterroles/a", "has an owner", stored(owned)},
		{"/registry/clusterroles/a", "not stored as protobuf", []byte(`{"kind":"ClusterRole"}`)},
	} {
		_, err := clusterOf(t, seed, 1).renew(refused.key, refused.value)
		if err == nil || !strings.Contains(err.Error(), refused.reason) {
			t.Errorf("%s: want an error saying %q, got %v", refused.key, refused.reason, err)
		}
	}
}

func clusterOf(t *testing.T, seed string, unix int64) identity {
	t.Helper()
	made, err := newIdentity(seed, time.Unix(unix, 0))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// metadata is an ObjectMeta with one entry of managed fields.
func metadata(name, uid string, unix uint64) []byte {
	timestamp := protowire.AppendVarint(protowire.AppendTag(nil, timeSeconds, protowire.VarintType), unix)
	meta := bytesField(nil, 1, []byte(name))
	meta = bytesField(meta, metaUID, []byte(uid))
	meta = bytesField(meta, metaCreationTimestamp, timestamp)
	return bytesField(meta, metaManagedFields, bytesField(bytesField(nil, 1, []byte("kubeadm")), managedFieldsTime, timestamp))
}

func stored(metadata []byte) []byte {
	object := bytesField(bytesField(nil, objectMetadata, metadata), 2, []byte("rules"))
	unknown := bytesField(bytesField(nil, 1, []byte("type")), unknownRaw, object)
	return append([]byte("k8s\x00"), unknown...)
}

func bytesField(message []byte, number protowire.Number, content []byte) []byte {
	return protowire.AppendBytes(protowire.AppendTag(message, number, protowire.BytesType), content)
}
