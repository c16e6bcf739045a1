package inventory

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// unknownLicense is SPDX's word for "read the text yourself".
const unknownLicense = "NOASSERTION"

// signatures are phrases that only one licence has, the more particular first.
var signatures = []struct{ phrase, license string }{
	{"Mozilla Public License", "MPL-2.0"},
	{"Apache License Version 2.0", "Apache-2.0"},
	{"http://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0"},
	{"Permission is hereby granted, free of charge", "MIT"},
	{"Permission to use, copy, modify, and", "ISC"},
	{"Neither the name", "BSD-3-Clause"},
	{"nor the names of", "BSD-3-Clause"},
	{"Redistribution and use in source and binary forms", "BSD-2-Clause"},
	{"This is free and unencumbered software", "Unlicense"},
	{"CC0 1.0 Universal", "CC0-1.0"},
}

var blanks = regexp.MustCompile(`\s+`)

// goLicense names the licence of a module by the text in its folder.
func goLicense(folder string) string {
	texts, _ := filepath.Glob(filepath.Join(folder, "[LC][IO][CP]*"))
	for _, file := range texts {
		if license := recognize(file); license != unknownLicense {
			return license
		}
	}
	return unknownLicense
}

func recognize(file string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return unknownLicense
	}
	words := blanks.ReplaceAllString(string(text), " ")
	for _, signature := range signatures {
		if strings.Contains(words, signature.phrase) {
			return signature.license
		}
	}
	return unknownLicense
}
