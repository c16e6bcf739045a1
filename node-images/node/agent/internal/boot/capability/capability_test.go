package capability

import "testing"

func TestHasLooksIntoTheBoundingSet(t *testing.T) {
	if has("CapEff:\tffffffffff\nCapBnd:\t000001fffeffffff\n", sysResource) {
		t.Error("the bit is not set")
	}
	if !has("CapBnd:\t000001ffffffffff\n", sysResource) {
		t.Error("the bit is set")
	}
	if has("", sysResource) {
		t.Error("nothing is known")
	}
}
