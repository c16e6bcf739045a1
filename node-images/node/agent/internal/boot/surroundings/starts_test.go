package surroundings

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"google.golang.org/grpc"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

// busy is a runtime in which a start ends some time after a moment.
type busy struct {
	cri.RuntimeServiceClient
	begin time.Time
	lasts time.Duration
}

func (b busy) ListContainers(_ context.Context, request *cri.ListContainersRequest, _ ...grpc.CallOption) (*cri.ListContainersResponse, error) {
	if request.Filter.State.State != cri.ContainerState_CONTAINER_CREATED || time.Since(b.begin) >= b.lasts {
		return &cri.ListContainersResponse{}, nil
	}
	return &cri.ListContainersResponse{Containers: []*cri.Container{{Id: "starting"}}}, nil
}

func TestStartsAreAwaitedAndNotForEver(t *testing.T) {
	for lasts, want := range map[time.Duration]time.Duration{
		0: 0, 300 * time.Millisecond: 300 * time.Millisecond, time.Hour: startsTimeout,
	} {
		synctest.Test(t, func(t *testing.T) {
			begin := time.Now()
			err := awaitNoStart(t.Context(), busy{begin: begin, lasts: lasts})
			if took := time.Since(begin); took < want || took > want+askEvery || (err == nil) != (lasts < startsTimeout) {
				t.Errorf("a start of %v was awaited for %v: %v", lasts, took, err)
			}
		})
	}
}
