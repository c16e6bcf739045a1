package prepare

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// settings of the node's own network namespace.
var settings = map[string]string{
	"net/ipv4/ip_forward":              "1", // pods reach each other and the outside through the node
	"net/ipv4/conf/all/route_localnet": "1", // pods' queries go to Docker's resolver, which listens on a loopback address
}

// minima are settings of the whole machine: raised where they are lower, never lowered. Every pod's log and config
// watch takes inotify instances, and distributions' 128 do not last for one cluster.
var minima = map[string]int{
	"fs/inotify/max_user_instances": 1024,
	"fs/inotify/max_user_watches":   524288,
}

func setKernelSettings() error {
	var problems []error
	for name, value := range settings {
		problems = append(problems, writeSetting(name, value))
	}
	for name, value := range minima {
		if current, err := strconv.Atoi(readSetting(name)); err == nil && current < value {
			problems = append(problems, writeSetting(name, strconv.Itoa(value)))
		}
	}
	return errors.Join(problems...)
}

func readSetting(name string) string {
	content, _ := os.ReadFile("/proc/sys/" + name)
	return strings.TrimSpace(string(content))
}

// writeSetting leaves what is right already: writing may be forbidden where reading is not.
func writeSetting(name, value string) error {
	if readSetting(name) == value {
		return nil
	}
	if err := os.WriteFile("/proc/sys/"+name, []byte(value), 0o644); err != nil {
		return fmt.Errorf("sysctl %s=%s: %w", name, value, err)
	}
	return nil
}
