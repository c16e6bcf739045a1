package systemimages

import (
	"slices"
	"strings"
	"testing"
)

func TestAnUnknownVersionIsAnError(t *testing.T) {
	_, err := expand("etcd:${ETCD_TAG}", nil)

	if err == nil || !strings.Contains(err.Error(), "ETCD_TAG") {
		t.Errorf("got %v", err)
	}
}

func TestAnImageHasTheThreeNamesOfTheCRI(t *testing.T) {
	made, err := newImage(imageRecipe{Name: "registry.k8s.io/etcd:3.6.8-0"}, layer{})
	if err != nil {
		t.Fatal(err)
	}

	want := []string{
		"registry.k8s.io/etcd:3.6.8-0",
		"registry.k8s.io/etcd@" + made.manifestDigest().String(),
		made.configDigest().String(),
	}
	if got := made.names(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
