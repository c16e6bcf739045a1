package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCopyHoldsTheMachinesLimitAndCanBeSet(t *testing.T) {
	limit := filepath.Join(t.TempDir(), "max")
	if err := os.WriteFile(limit, []byte("262144\n"), 0o444); err != nil {
		t.Fatal(err)
	}
	copied, err := copyOf(limit)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Remove(copied) })
	if content, _ := os.ReadFile(copied); string(content) != "262144\n" || !isWritable(copied) {
		t.Errorf("got %q", content)
	}
}

func TestLimitThatIsNotThereCannotBeSet(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "max")
	if isWritable(missing) || shield(missing) == nil {
		t.Error("a limit that is not there was found")
	}
}
