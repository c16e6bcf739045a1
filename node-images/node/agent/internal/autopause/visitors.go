package autopause

import (
	"os"
	"path/filepath"
	"strings"
)

// hasVisitor tells whether a process runs in the node that somebody outside started, as `docker exec` does: its parent is in
// another process namespace, and so has no number here. PID 1 has none either.
func hasVisitor(proc string) bool {
	paths, _ := filepath.Glob(filepath.Join(proc, "[0-9]*", "stat")) // the pattern is right
	for _, path := range paths {
		stat, err := os.ReadFile(path)
		if err == nil && path != filepath.Join(proc, "1", "stat") && parent(string(stat)) == "0" {
			return true
		}
	}
	return false
}

func parent(stat string) string {
	fields := statFields(stat)
	if len(fields) < 2 {
		return ""
	}
	return fields[1]
}

// statFields are those of a stat line from the third on, the state. The name before it may hold spaces and brackets.
func statFields(stat string) []string {
	return strings.Fields(stat[strings.LastIndex(stat, ")")+1:])
}
