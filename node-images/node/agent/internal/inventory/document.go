package inventory

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
)

// The parts of SPDX 2.3 that are used; the names are the specification's.
type document struct {
	Version       string         `json:"spdxVersion"`
	License       string         `json:"dataLicense"`
	ID            string         `json:"SPDXID"`
	Name          string         `json:"name"`
	Namespace     string         `json:"documentNamespace"`
	Creation      creationInfo   `json:"creationInfo"`
	Packages      []spdxPackage  `json:"packages"`
	Relationships []relationship `json:"relationships"`
	ids           map[string]bool
}

type creationInfo struct {
	Created  string   `json:"created"`
	Creators []string `json:"creators"`
}

type spdxPackage struct {
	ID               string        `json:"SPDXID"`
	Name             string        `json:"name"`
	Version          string        `json:"versionInfo,omitempty"`
	DownloadLocation string        `json:"downloadLocation"`
	FilesAnalyzed    bool          `json:"filesAnalyzed"`
	LicenseConcluded string        `json:"licenseConcluded"`
	LicenseDeclared  string        `json:"licenseDeclared"`
	LicenseComments  string        `json:"licenseComments,omitempty"`
	Copyright        string        `json:"copyrightText"`
	References       []externalRef `json:"externalRefs,omitempty"`
}

type externalRef struct {
	Category string `json:"referenceCategory"`
	Type     string `json:"referenceType"`
	Locator  string `json:"referenceLocator"`
}

type relationship struct {
	From string `json:"spdxElementId"`
	Type string `json:"relationshipType"`
	To   string `json:"relatedSpdxElement"`
}

const documentID = "SPDXRef-DOCUMENT"

func (c *contents) document(name, created string) *document {
	d := &document{
		Version: "SPDX-2.3", License: "CC0-1.0", ID: documentID, Name: name,
		Namespace: "urn:coracle:spdx:" + name + ":" + created,
		Creation:  creationInfo{Created: created, Creators: []string{"Tool: coracle-node inventory"}},
		ids:       map[string]bool{},
	}
	image := d.add(component{Name: name}, unknownLicense)
	d.relate(documentID, "DESCRIBES", image)
	for _, program := range c.Programs {
		d.addProgram(image, program)
	}
	for _, installed := range c.Packages {
		// Debian's words for licences are not SPDX expressions, so they go into the comment.
		d.relate(image, "CONTAINS", d.add(installed, unknownLicense))
	}
	return d
}

func (d *document) addProgram(image string, program program) {
	id := d.add(component{Name: program.Name, Version: program.Main.Version}, program.Main.License)
	d.relate(image, "CONTAINS", id)
	for _, module := range program.Modules {
		d.relate(id, "DEPENDS_ON", d.add(module, module.License))
	}
}

var notInIDs = regexp.MustCompile(`[^A-Za-z0-9.-]+`)

// add returns the identifier of a component, which is listed once however many programs use it.
func (d *document) add(c component, license string) string {
	id := "SPDXRef-" + notInIDs.ReplaceAllString(fmt.Sprintf("%s-%s-%s", c.URL, c.Name, c.Version), "-")
	if d.ids[id] {
		return id
	}
	d.ids[id] = true
	entry := spdxPackage{
		ID: id, Name: c.Name, Version: c.Version, DownloadLocation: unknownLicense,
		LicenseConcluded: unknownLicense, LicenseDeclared: orUnknown(license), LicenseComments: c.License, Copyright: unknownLicense,
	}
	if c.URL != "" {
		entry.References = []externalRef{{"PACKAGE-MANAGER", "purl", c.URL}}
	}
	d.Packages = append(d.Packages, entry)
	return id
}

func orUnknown(license string) string {
	if license == "" {
		return unknownLicense
	}
	return license
}

func (d *document) relate(from, how, to string) {
	d.Relationships = append(d.Relationships, relationship{from, how, to})
}

func writeDocument(file string, d *document) error {
	text, err := json.Marshal(d)
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o644)
}
