package udp

import (
	"errors"
	"net"
	"net/netip"
	"os"
	"sync/atomic"
	"time"
)

// Idle is how long a client is remembered that sends and is sent nothing: longer than the silences
// of QUIC (30 s) and of NAT (RFC 4787 asks for two minutes at least).
const Idle = 2 * time.Minute

// Patience is how long a node may leave a client without an answer before it is asked whether it is there.
const Patience = 500 * time.Millisecond

// session is one client's way to its node.
type session struct {
	client netip.AddrPort
	node   netip.AddrPort
	conn   *net.UDPConn
	last   atomic.Int64

	// waiting is when the first datagram was sent that has no answer yet; 0: there is none.
	waiting atomic.Int64
}

func dial(client, node netip.AddrPort, now time.Time) (*session, error) {
	conn, err := net.DialUDP("udp", nil, net.UDPAddrFromAddrPort(node))
	if err != nil {
		return nil, err
	}
	opened := &session{client: client, node: node, conn: conn}
	opened.last.Store(now.UnixNano())
	return opened, nil
}

func (s *session) send(datagram []byte, now time.Time) error {
	s.last.Store(now.UnixNano())
	s.waiting.CompareAndSwap(0, now.UnixNano())
	_, err := s.conn.Write(datagram)
	return err
}

// isSilent tells whether the node has not answered for a while. It need not: some protocols have no answers.
func (s *session) isSilent(now time.Time) bool {
	since := s.waiting.Load()
	return since != 0 && now.Sub(time.Unix(0, since)) > Patience
}

// answers hands what the node sends to the client, until the node fails, which is the error, or both are silent.
func (s *session) answers(to *net.UDPConn) error {
	buffer := make([]byte, maxDatagram)
	for {
		quiet := time.Unix(0, s.last.Load()).Add(Idle)
		if err := s.conn.SetReadDeadline(quiet); err != nil {
			return nil
		}
		length, err := s.conn.Read(buffer)
		switch {
		case errors.Is(err, os.ErrDeadlineExceeded):
			if time.Now().After(time.Unix(0, s.last.Load()).Add(Idle)) {
				return nil
			}
		case errors.Is(err, net.ErrClosed):
			return nil
		case err != nil:
			return err
		default:
			s.last.Store(time.Now().UnixNano())
			s.waiting.Store(0)
			if _, err := to.WriteToUDPAddrPort(buffer[:length], s.client); err != nil {
				return nil
			}
		}
	}
}
