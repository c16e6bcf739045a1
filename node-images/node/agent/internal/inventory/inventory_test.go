package inventory

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLicensesAreRecognizedByTheirText(t *testing.T) {
	for text, want := range map[string]string{
		"Apache License\n      Version 2.0, January 2004":                         "Apache-2.0",
		"Permission is hereby granted, free of charge, to any person":             "MIT",
		"Redistribution and use in source and binary\nforms. Neither the name of": "BSD-3-Clause",
		"Redistribution and use in source and binary forms":                       "BSD-2-Clause",
		"Mozilla Public License Version 2.0":                                      "MPL-2.0",
		"All rights reserved":                                                     unknownLicense,
	} {
		folder := t.TempDir()
		write(t, filepath.Join(folder, "LICENSE"), text)
		if got := goLicense(folder); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestInventoryNamesProgramsModulesAndPackages(t *testing.T) {
	programs, packages, licenses, target := t.TempDir(), t.TempDir(), t.TempDir(), t.TempDir()
	copyOwnBinary(t, filepath.Join(programs, "tool"))
	write(t, filepath.Join(packages, "list"), "bash\t5.2\tbash\t5.2\n")
	write(t, filepath.Join(licenses, "bash", "copyright"), "Files: *\nLicense: GPL-3+\n text\nLicense: GPL-3+\n")

	err := Write([]string{"-programs", programs, "-go-licenses", t.TempDir(), "-packages", filepath.Join(packages, "list"),
		"-debian-licenses", licenses, "-created", "2026-01-01T00:00:00Z", target})
	if err != nil {
		t.Fatal(err)
	}

	list, _ := os.ReadFile(filepath.Join(target, "licenses.tsv"))
	if !strings.Contains(string(list), "bash\t5.2\tGPL-3+\n") {
		t.Errorf("got %s", list)
	}
	var document document
	text, _ := os.ReadFile(filepath.Join(target, "sbom.spdx.json"))
	if err := json.Unmarshal(text, &document); err != nil || document.Version != "SPDX-2.3" || len(document.Packages) < 4 {
		t.Errorf("got %s, %v", text, err)
	}
}

// copyOwnBinary uses this test's own program as one with a build record.
func copyOwnBinary(t *testing.T, target string) {
	t.Helper()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(own)
	if err != nil {
		t.Fatal(err)
	}
	write(t, target, string(content))
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
