package prepare

import (
	"os"
	"strings"
)

// versionsPath is written when the image is built: what this image holds, as KEY=VALUE lines.
const versionsPath = "/usr/lib/coracle/versions.env"

func versions() map[string]string {
	content, err := os.ReadFile(versionsPath)
	if err != nil {
		return nil
	}
	values := map[string]string{}
	for line := range strings.Lines(string(content)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		values[key] = value
	}
	return values
}
