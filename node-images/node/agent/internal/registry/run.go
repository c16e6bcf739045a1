package registry

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

// options are a load's, from the command line.
type options struct {
	listen     string
	repository string
	socket     string
	names      map[string]string
	peers      []string
}

// Run serves one load: it prints `listening PORT` and then receives images until its standard input ends, which it
// does when whoever began the load is done or dies.
func Run(args []string) error {
	options, err := parseOptions(args)
	if err != nil {
		return err
	}
	containerd, connection, err := connect(options.socket)
	if err != nil {
		return err
	}
	defer connection.Close()
	held, end, err := containerd.lease(context.Background())
	if err != nil {
		return fmt.Errorf("containerd: %w", err)
	}
	layers, err := surveyLayers(held, containerd)
	if err == nil {
		here := &local{containerd: containerd, layers: layers, names: options.names, held: held}
		err = serve(options, here, os.Stdin, os.Stdout)
	}
	return errors.Join(err, end())
}

func serve(options *options, here *local, until io.Reader, out io.Writer) error {
	listener, err := net.Listen("tcp", options.listen)
	if err != nil {
		return err
	}
	registry := &server{repository: options.repository, store: options.stores(here)}
	serving := &http.Server{Handler: registry.handler(), ReadHeaderTimeout: 10 * time.Second}
	go func() {
		_, _ = io.Copy(io.Discard, until)
		serving.Close()
	}()
	fmt.Fprintln(out, "listening", listener.Addr().(*net.TCPAddr).Port)
	if err := serving.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// stores are this node and its peers, this node first.
func (o *options) stores(here *local) store {
	if len(o.peers) == 0 {
		return here
	}
	all := fanout{here}
	for _, address := range o.peers {
		// Its own transport: a proxy in the node's environment is not for its neighbours.
		client := &http.Client{Transport: &http.Transport{}}
		all = append(all, peer{repository: "http://" + address + "/v2/" + o.repository, client: client})
	}
	return all
}

func parseOptions(args []string) (*options, error) {
	parsed := &options{names: map[string]string{}}
	flags := flag.NewFlagSet("registry", flag.ContinueOnError)
	flags.StringVar(&parsed.listen, "listen", "", "address and port; port 0: any")
	flags.StringVar(&parsed.repository, "repository", "", "the only repository that is served; a secret")
	flags.StringVar(&parsed.socket, "containerd", "/run/containerd/containerd.sock", "containerd's socket")
	flags.Func("name", "TAG=REFERENCE: what an image is called when this tag is pushed", func(text string) error {
		tag, name, found := strings.Cut(text, "=")
		parsed.names[tag] = name
		if !found {
			return errors.New("no =")
		}
		return nil
	})
	flags.Func("peer", "ADDRESS:PORT of another node's registry, which gets the same", func(text string) error {
		parsed.peers = append(parsed.peers, text)
		return nil
	})
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if parsed.listen == "" || parsed.repository == "" {
		return nil, errors.New("-listen and -repository are needed")
	}
	return parsed, nil
}
