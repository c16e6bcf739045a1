package etcdseed

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"google.golang.org/protobuf/encoding/protowire"
)

// envelope begins every value that an API server stores as protobuf.
var envelope = []byte("k8s\x00")

// allowed are the keys that may be prepared: objects that depend on nothing but the version, which a cluster's API server and
// controller manager would else make one by one, and everything waits for them. Namespaces, services and address ranges depend
// on settings, leases and endpoints on the running processes.
var allowed = []string{
	"/registry/clusterroles/",
	"/registry/clusterrolebindings/",
	"/registry/priorityclasses/",
	"/registry/flowschemas/",
	"/registry/prioritylevelconfigurations/",
	"/registry/roles/kube-public/",
	"/registry/roles/kube-system/",
	"/registry/rolebindings/kube-public/",
	"/registry/rolebindings/kube-system/",
	"/registry/serviceaccounts/kube-system/",
}

func isAllowed(key string) bool {
	return slices.ContainsFunc(allowed, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
}

// renew returns the object stored under a key with the UID and the times of this cluster. It refuses what cannot be
// renewed: an object with an owner, whose UID it would have to follow.
func (i identity) renew(key string, value []byte) ([]byte, error) {
	if !isAllowed(key) {
		return nil, fmt.Errorf("%s may not be prepared", key)
	}
	unknown, found := bytes.CutPrefix(value, envelope)
	if !found {
		return nil, fmt.Errorf("%s is not stored as protobuf", key)
	}
	renewed, err := edits{unknownRaw: i.object(key).apply}.apply(unknown)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	return append(bytes.Clone(envelope), renewed...), nil
}

// object says what changes in an object; field 3 is a status only in the kinds of flow control.
func (i identity) object(key string) edits {
	object := edits{objectMetadata: i.metadata().apply}
	if strings.HasPrefix(key, "/registry/flowschemas/") || strings.HasPrefix(key, "/registry/prioritylevelconfigurations/") {
		condition := edits{conditionTransitionTime: i.timestamp}
		object[objectStatus] = edits{statusConditions: condition.apply}.apply
	}
	return object
}

func (i identity) metadata() edits {
	entry := edits{managedFieldsTime: i.timestamp}
	return edits{
		metaUID:               func(prepared []byte) ([]byte, error) { return i.uid(prepared), nil },
		metaCreationTimestamp: i.timestamp,
		metaManagedFields:     entry.apply,
		metaOwnerReferences:   refuseUnlessEmpty("has an owner"),
	}
}

func (i identity) timestamp([]byte) ([]byte, error) {
	seconds := protowire.AppendTag(nil, timeSeconds, protowire.VarintType)
	return protowire.AppendVarint(seconds, uint64(i.time.Unix())), nil
}

func refuseUnlessEmpty(reason string) func([]byte) ([]byte, error) {
	return func(content []byte) ([]byte, error) {
		if len(content) > 0 {
			return nil, errors.New(reason)
		}
		return content, nil
	}
}
