package bootstrap

import "testing"

func TestLastWords(t *testing.T) {
	for log, want := range map[string]string{
		"I1 starting\npanic: feature gate \"A\" with different spec\n\ngoroutine 1 [running]:\nmain.main()\n": `feature gate "A" with different spec`,
		"Usage:\n  kubelet [flags]\nError: unknown flag: --bogus\n":                                           "unknown flag: --bogus",
		"E1 run.go:72] \"command failed\" err=\"failed to parse kubelet flag\"\n":                             "failed to parse kubelet flag",
		"I1 something else\n": "I1 something else",
		"":                    "",
	} {
		if got := lastWords(log); got != want {
			t.Errorf("%q: got %q, want %q", log, got, want)
		}
	}
}
