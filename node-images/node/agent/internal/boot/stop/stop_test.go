package stop

import (
	"context"
	"reflect"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"google.golang.org/grpc"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"

	"dev.coracle/node/internal/boot/containerd"
)

func container(id, namespace, name string) *cri.Container {
	return &cri.Container{Id: id, Labels: map[string]string{containerd.NamespaceLabel: namespace, containerd.ContainerLabel: name}}
}

func TestGroupEndsEtcdLast(t *testing.T) {
	groups := group([]*cri.Container{
		container("e", "kube-system", "etcd"), container("a", "kube-system", "kube-apiserver"),
		container("d", "kube-system", "coredns"), container("u", "default", "etcd"),
		container("s", "kube-system", "kube-scheduler"),
	})
	var got [stages][]string
	for stage, containers := range groups {
		for _, container := range containers {
			got[stage] = append(got[stage], container.Id)
		}
	}
	want := [stages][]string{{"d", "u"}, {"a", "s"}, {"e"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestParseGrace(t *testing.T) {
	for content, want := range map[string]time.Duration{
		"30\n": 30 * time.Second, "0": 0, "": defaultGrace, "-1": defaultGrace, "soon": defaultGrace,
	} {
		if got := parseGrace(content); got != want {
			t.Errorf("%q: got %v, want %v", content, got, want)
		}
	}
}

// recorder is a runtime that notes what it was asked to stop.
type recorder struct {
	cri.RuntimeServiceClient
	mutex   sync.Mutex
	stopped map[string]int64
	asked   map[string]time.Time
}

func (r *recorder) StopContainer(_ context.Context, request *cri.StopContainerRequest, _ ...grpc.CallOption) (*cri.StopContainerResponse, error) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.stopped[request.ContainerId] = request.Timeout
	r.asked[request.ContainerId] = time.Now()
	return nil, nil
}

func TestStopAllGivesEachItsOwnGraceWithinTheNodes(t *testing.T) {
	runtime := &recorder{stopped: map[string]int64{}, asked: map[string]time.Time{}}
	impatient := container("b", "default", "b")
	impatient.Annotations = map[string]string{graceAnnotation: "1"}
	patient := container("c", "default", "c")
	patient.Annotations = map[string]string{graceAnnotation: "30"}
	all := []*cri.Container{container("a", "default", "a"), impatient, patient}
	if err := stopAll(context.Background(), runtime, all, 7*time.Second); err != nil {
		t.Fatal(err)
	}
	if want := map[string]int64{"a": 7, "b": 1, "c": 7}; !reflect.DeepEqual(runtime.stopped, want) {
		t.Errorf("got %v", runtime.stopped)
	}
}

func TestTheControlPlaneDoesNotWaitForAQuorumThatIsGone(t *testing.T) {
	for _, c := range []struct {
		which       stage
		grace, want time.Duration
	}{
		{controlPlane, 10 * time.Second, controlPlaneGrace},
		{controlPlane, time.Second, time.Second},
		{pods, 10 * time.Second, 10 * time.Second},
		{etcd, 10 * time.Second, etcdGrace},
		{etcd, time.Second, time.Second},
	} {
		if got := graceOfStage(c.which, c.grace); got != c.want {
			t.Errorf("stage %d with %v: got %v, want %v", c.which, c.grace, got, c.want)
		}
	}
}

func TestAContainerThatWasOnlyJustMadeIsLeftAloneForAMoment(t *testing.T) {
	now := time.Unix(1000, 0)
	for age, want := range map[time.Duration]time.Duration{
		0: listensAfter, listensAfter / 4: listensAfter * 3 / 4, listensAfter: 0, time.Hour: 0,
		-time.Hour: listensAfter, // the clock was set back
	} {
		made := &cri.Container{CreatedAt: now.Add(-age).UnixNano()}
		if got := untilItListens(made, now); got != want {
			t.Errorf("age %v: got %v, want %v", age, got, want)
		}
	}
}

func TestOnlyYoungContainersThatMayEndByThemselvesAreWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		old, young := container("old", "default", "a"), container("young", "default", "b")
		old.CreatedAt, young.CreatedAt = begun.Add(-time.Minute).UnixNano(), begun.UnixNano()
		for grace, want := range map[time.Duration]time.Duration{10 * time.Second: listensAfter, 0: 0} {
			begun, young.CreatedAt = time.Now(), time.Now().UnixNano()
			runtime := &recorder{stopped: map[string]int64{}, asked: map[string]time.Time{}}
			if err := stopAll(context.Background(), runtime, []*cri.Container{old, young}, grace); err != nil {
				t.Fatal(err)
			}
			if got := runtime.asked["old"].Sub(begun); got != 0 {
				t.Errorf("grace %v: the old one waited %v", grace, got)
			}
			if got := runtime.asked["young"].Sub(begun); got != want {
				t.Errorf("grace %v: the young one waited %v, want %v", grace, got, want)
			}
		}
	})
}
