package autopause

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	// holdTimeout bounds the wait for a process that is in the kernel, as one waiting for a disk is.
	holdTimeout = 5 * time.Second

	look = 5 * time.Millisecond
)

// group is a control group with a freezer, and all groups below it.
type group struct {
	folder string
	isV2   bool
}

// hold returns when all processes stand still.
func (g group) hold() error {
	deadline := time.Now().Add(holdTimeout)
	for {
		// Version 1 does not catch a process that is just being made; asking again does.
		if err := g.ask("FROZEN", "1"); err != nil {
			return err
		}
		if g.stands() {
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("%s does not stand still after %v", g.folder, holdTimeout)
		}
		time.Sleep(look)
	}
}

func (g group) release() error { return g.ask("THAWED", "0") }

func (g group) ask(v1, v2 string) error {
	if g.isV2 {
		return os.WriteFile(filepath.Join(g.folder, "cgroup.freeze"), []byte(v2), 0)
	}
	return os.WriteFile(filepath.Join(g.folder, "freezer.state"), []byte(v1), 0)
}

func (g group) stands() bool {
	if g.isV2 {
		return strings.Contains(read(filepath.Join(g.folder, "cgroup.events")), "frozen 1")
	}
	return strings.TrimSpace(read(filepath.Join(g.folder, "freezer.state"))) == "FROZEN"
}

// processes are those of all groups. One that has just gone has none.
func (g group) processes() ([]int, error) {
	var all []int
	err := filepath.WalkDir(g.folder, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && path != g.folder {
			return nil
		}
		if err == nil && entry.Name() == "cgroup.procs" {
			all = append(all, readNumbers(path)...)
		}
		return err
	})
	return all, err
}

// read takes a file that is not there for an empty one.
func read(path string) string {
	content, _ := os.ReadFile(path)
	return string(content)
}

func readNumbers(path string) []int {
	var all []int
	for word := range strings.FieldsSeq(read(path)) {
		if number, err := strconv.Atoi(word); err == nil {
			all = append(all, number)
		}
	}
	return all
}

func writeNumbers(path string, numbers []int) error {
	var text strings.Builder
	for _, number := range numbers {
		text.WriteString(strconv.Itoa(number) + "\n")
	}
	return os.WriteFile(path, []byte(text.String()), 0o644)
}

// isRunning tells whether no signal has stopped a process.
func isRunning(process int) bool {
	fields := statFields(read("/proc/" + strconv.Itoa(process) + "/stat"))
	return len(fields) == 0 || fields[0] != "T"
}
