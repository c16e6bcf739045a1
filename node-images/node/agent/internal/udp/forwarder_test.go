package udp

import (
	"net"
	"net/netip"
	"testing"
	"time"
)

var loopback = &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)}

// echo answers each datagram with its own name before it.
func echo(t *testing.T, name string) netip.AddrPort {
	t.Helper()
	conn := listen(t)
	go func() {
		buffer := make([]byte, maxDatagram)
		for {
			length, client, err := conn.ReadFromUDPAddrPort(buffer)
			if err != nil {
				return
			}
			conn.WriteToUDPAddrPort(append([]byte(name+":"), buffer[:length]...), client)
		}
	}()
	return address(conn)
}

func listen(t *testing.T) *net.UDPConn {
	t.Helper()
	conn, err := net.ListenUDP("udp", loopback)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

func address(conn *net.UDPConn) netip.AddrPort {
	return conn.LocalAddr().(*net.UDPAddr).AddrPort()
}

func serving(t *testing.T, all ...netip.AddrPort) *forwarder {
	t.Helper()
	forwarder := newForwarder(listen(t), all)
	go forwarder.serve()
	return forwarder
}

type client struct {
	*testing.T
	conn *net.UDPConn
}

func newClient(t *testing.T, of *forwarder) client {
	t.Helper()
	conn, err := net.DialUDP("udp", nil, net.UDPAddrFromAddrPort(address(of.port)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return client{t, conn}
}

// ask sends until an answer comes, as clients of UDP must.
func (c client) ask(question string) string {
	c.Helper()
	buffer := make([]byte, maxDatagram)
	for range 50 {
		c.conn.Write([]byte(question))
		c.conn.SetReadDeadline(time.Now().Add(100 * time.Millisecond))
		if length, err := c.conn.Read(buffer); err == nil {
			return string(buffer[:length])
		}
	}
	c.Fatal("no answer to", question)
	return ""
}

func TestClientsAreSharedAndEachKeepsItsNode(t *testing.T) {
	forwarder := serving(t, echo(t, "a"), echo(t, "b"))
	one, other := newClient(t, forwarder), newClient(t, forwarder)
	first, second := one.ask("1"), other.ask("1")
	if first == second {
		t.Errorf("both clients were handed to %s", first)
	}
	if again := one.ask("1"); again != first {
		t.Errorf("a client was moved from %s to %s", first, again)
	}
}

func TestANodeThatTakesNothingIsReplaced(t *testing.T) {
	gone := listen(t)
	dead := address(gone)
	gone.Close()
	forwarder := serving(t, dead, echo(t, "alive"))
	for range 4 {
		if answer := newClient(t, forwarder).ask("x"); answer != "alive:x" {
			t.Errorf("got %q", answer)
		}
	}
}

func TestASilentNodeIsReplacedWhenItIsGone(t *testing.T) {
	silent, alive := address(listen(t)), echo(t, "alive")
	forwarder := newForwarder(listen(t), []netip.AddrPort{silent, alive})
	forwarder.nodes.isThere = func(node netip.AddrPort) bool { return node != silent }
	go forwarder.serve()
	for range 4 {
		if answer := newClient(t, forwarder).ask("x"); answer != "alive:x" {
			t.Errorf("got %q", answer)
		}
	}
}

func TestASilentNodeThatIsThereKeepsItsClient(t *testing.T) {
	silent := listen(t)
	forwarder := newForwarder(listen(t), []netip.AddrPort{address(silent), echo(t, "other")})
	forwarder.nodes.isThere = func(netip.AddrPort) bool { return true }
	forwarder.nodes.turn = 1
	go forwarder.serve()
	client := newClient(t, forwarder)
	for range 4 {
		client.conn.Write([]byte("log"))
		silent.SetReadDeadline(time.Now().Add(2 * time.Second))
		if _, _, err := silent.ReadFromUDPAddrPort(make([]byte, 16)); err != nil {
			t.Fatal("a datagram went elsewhere:", err)
		}
		time.Sleep(Patience / 2)
	}
}

func TestANodeThatLeavesGivesItsClientsAway(t *testing.T) {
	leaving, staying := echo(t, "leaving"), echo(t, "staying")
	forwarder := serving(t, leaving)
	client := newClient(t, forwarder)
	if answer := client.ask("1"); answer != "leaving:1" {
		t.Fatalf("got %q", answer)
	}
	forwarder.use([]netip.AddrPort{staying})
	if answer := client.ask("2"); answer != "staying:2" {
		t.Errorf("got %q", answer)
	}
}

func TestTheLargestDatagramPasses(t *testing.T) {
	forwarder := serving(t, echo(t, ""))
	if answer := newClient(t, forwarder).ask(string(make([]byte, 65000))); len(answer) != 65001 {
		t.Errorf("%d bytes came back", len(answer))
	}
}

func TestTheSilentClientMakesPlaceForANewOne(t *testing.T) {
	forwarder := serving(t, echo(t, "a"))
	newClient(t, forwarder).ask("first")
	for range maxClients {
		forwarder.session(netip.AddrPortFrom(netip.MustParseAddr("127.0.0.1"), uint16(1024+len(forwarder.sessions))))
	}
	if count := len(forwarder.sessions); count > maxClients {
		t.Errorf("%d clients are remembered", count)
	}
}
