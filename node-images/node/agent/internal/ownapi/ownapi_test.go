package ownapi

import "testing"

func TestHooksAreWaitedForOnlyWhereTheyHaveSomethingToWrite(t *testing.T) {
	if Empty != "/readyz" {
		t.Error(Empty)
	}
	want := "/readyz?exclude=poststarthook%2Frbac%2Fbootstrap-roles" +
		"&exclude=poststarthook%2Fscheduling%2Fbootstrap-system-priority-classes"
	if string(Populated) != want {
		t.Error(Populated)
	}
}
