package ownapi

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"
)

// dnsPods have the label that the Service of cluster DNS selects, in every cluster that kubeadm knows.
const dnsPods = "/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app%3Dkube-dns"

// podList is what is read of one.
type podList struct{ Items []pod }

type pod struct {
	Status struct {
		Conditions        []struct{ Type, Status string }
		ContainerStatuses []struct {
			State struct {
				Running struct{ StartedAt time.Time }
			}
		}
	}
}

// HasReadyDNS fails unless a pod of cluster DNS is ready and runs since then or later, as its kubelet has reported: a kubelet that
// has just started again has not yet told that its pods ended.
func (c Client) HasReadyDNS(ctx context.Context, since time.Time) error {
	response, err := c.get(ctx, dnsPods)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var pods podList
	if err := json.NewDecoder(response.Body).Decode(&pods); err != nil {
		return err
	}
	if !slices.ContainsFunc(pods.Items, func(pod pod) bool { return pod.isReady() && pod.runsSince(since) }) {
		return errors.New("no pod of cluster DNS is ready")
	}
	return nil
}

func (p pod) isReady() bool {
	for _, condition := range p.Status.Conditions {
		if condition.Type == "Ready" {
			return condition.Status == "True"
		}
	}
	return false
}

func (p pod) runsSince(since time.Time) bool {
	for _, container := range p.Status.ContainerStatuses {
		if container.State.Running.StartedAt.Before(since) {
			return false
		}
	}
	return true
}
