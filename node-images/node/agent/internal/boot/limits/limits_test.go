package limits

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const gibibyte = 1024 * mebibyte

var laptop = Machine{MemoryBytes: 16 * gibibyte, MilliCPU: 8000}

func TestReadFrom(t *testing.T) {
	cases := map[string]struct {
		files map[string]string
		want  Limits
	}{
		"v1 unlimited": {map[string]string{
			"memory/memory.limit_in_bytes": "9223372036854771712", "cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000",
		}, laptop},
		"v1 limited": {map[string]string{
			"memory/memory.limit_in_bytes": "2147483648", "cpu/cpu.cfs_quota_us": "150000", "cpu/cpu.cfs_period_us": "100000",
		}, Limits{2 * gibibyte, 1500}},
		"v2 unlimited": {map[string]string{"memory.max": "max", "cpu.max": "max 100000"}, laptop},
		"v2 limited":   {map[string]string{"memory.max": "2147483648", "cpu.max": "200000 100000"}, Limits{2 * gibibyte, 2000}},
		"a limit of a larger machine": {map[string]string{"memory.max": "68719476736", "cpu.max": "1600000 100000"},
			laptop},
		"nothing readable": {nil, laptop},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			for path, content := range c.files {
				write(t, filepath.Join(root, path), content+"\n")
			}
			if got := readFrom(root, laptop); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestReserveEndsBelowTheLimit(t *testing.T) {
	cases := map[string]struct {
		limits Limits
		want   Reservation
	}{
		"no limit": {laptop, Reservation{"0m", "512Mi", "100Mi"}},
		"2 GiB":    {Limits{2 * gibibyte, 1500}, Reservation{"6500m", "204Mi", "100Mi"}},
		"tiny":     {Limits{256 * mebibyte, 500}, Reservation{"7500m", "128Mi", "12Mi"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := Reserve(c.limits, laptop); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestLimitedMeminfo(t *testing.T) {
	got := limited("MemTotal:       16000000 kB\nMemFree:         1 kB\nCached:          7 kB\nSwapTotal:       9 kB\n",
		2*gibibyte, gibibyte)
	for _, line := range []string{"MemTotal:        2097152 kB", "MemFree:         1048576 kB", "Cached:          7 kB", "SwapTotal:             0 kB"} {
		if !strings.Contains(got, line) {
			t.Errorf("%q is not in\n%s", line, got)
		}
	}
}

func TestCountCPUs(t *testing.T) {
	for list, want := range map[string]int64{"0": 1, "0-1": 2, "0-3,6,8-9": 7, "": 0} {
		if got := countCPUs(list); got != want {
			t.Errorf("%q: got %d, want %d", list, got, want)
		}
	}
}
