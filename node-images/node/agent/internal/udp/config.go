package udp

import (
	"bufio"
	"fmt"
	"net/netip"
	"os"
	"strings"
)

// Config is what the edge's file says: "listen PORT", one "node ADDRESS:PORT" for each node, and one "wake ADDRESS:PORT" for
// each that freezes when nobody uses it.
type Config struct {
	Listen netip.AddrPort
	Nodes  []netip.AddrPort
	Wake   []netip.AddrPort
}

// ReadConfig reads the file and tells the line that means nothing.
func ReadConfig(file string) (Config, error) {
	content, err := os.Open(file)
	if err != nil {
		return Config{}, err
	}
	defer content.Close()
	var config Config
	lines := bufio.NewScanner(content)
	for number := 1; lines.Scan(); number++ {
		if err := config.take(strings.Fields(lines.Text())); err != nil {
			return Config{}, fmt.Errorf("%s:%d: %w", file, number, err)
		}
	}
	if !config.Listen.IsValid() || len(config.Nodes) == 0 {
		return Config{}, fmt.Errorf("%s: names no port or no node", file)
	}
	return config, lines.Err()
}

func (c *Config) take(words []string) error {
	if len(words) == 0 {
		return nil
	}
	if len(words) != 2 {
		return fmt.Errorf("two words are expected, not %q", words)
	}
	var err error
	switch words[0] {
	case "listen":
		c.Listen, err = netip.ParseAddrPort("0.0.0.0:" + words[1])
	case "node":
		err = add(&c.Nodes, words[1])
	case "wake":
		err = add(&c.Wake, words[1])
	default:
		err = fmt.Errorf("unknown word %q", words[0])
	}
	return err
}

func add(to *[]netip.AddrPort, text string) error {
	address, err := netip.ParseAddrPort(text)
	*to = append(*to, address)
	return err
}
