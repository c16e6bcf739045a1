package limits

import "fmt"

const (
	mebibyte = 1024 * 1024

	// smallestReserve and largestReserve bound what kubelet, containerd and the shims get: measured, they need
	// about 200 MiB with a few pods, and a shim more for each pod.
	smallestReserve = 192 * mebibyte
	largestReserve  = 512 * mebibyte

	// evictionDivisor gives a twentieth of the memory to the eviction threshold, up to Kubernetes' default of 100Mi.
	evictionDivisor = 20
	largestEviction = 100 * mebibyte
)

// Reservation is what pods do not get: Allocatable is capacity without it.
type Reservation struct {
	SystemCPU      string // systemReserved.cpu
	SystemMemory   string // systemReserved.memory
	EvictionMemory string // evictionHard's memory.available
}

// Reserve computes the reservation such that the cgroup of all pods ends below the container's limit: kubelet takes
// systemReserved from the capacity for it, and a node whose limit is hit must lose a pod, never etcd or kubelet.
//
// Capacity counts the machine's CPUs, for kubelet knows no other; all above the container's quota is reserved.
func Reserve(limits Limits, machine Machine) Reservation {
	memory := min(max(limits.MemoryBytes/10, smallestReserve), largestReserve, limits.MemoryBytes/2)
	eviction := min(limits.MemoryBytes/evictionDivisor, largestEviction)
	return Reservation{
		SystemCPU:      fmt.Sprintf("%dm", machine.MilliCPU-limits.MilliCPU),
		SystemMemory:   fmt.Sprintf("%dMi", memory/mebibyte),
		EvictionMemory: fmt.Sprintf("%dMi", eviction/mebibyte),
	}
}
