package bootstrap

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"
)

const (
	clusterName = "kubernetes.default.svc.cluster.local"

	// dnsReplyTimeout covers a lost packet: the rules of kube-proxy may come between two queries.
	dnsReplyTimeout = 200 * time.Millisecond

	headerBytes = 12
	queryID     = 0xc0ac
)

// askClusterDNS asks for the API's own name as a pod would, through the service address, over UDP.
func askClusterDNS(server string) error {
	connection, err := net.Dial("udp", server)
	if err != nil {
		return err
	}
	defer connection.Close()
	if err := connection.SetDeadline(time.Now().Add(dnsReplyTimeout)); err != nil {
		return err
	}
	if _, err := connection.Write(addressQuery(clusterName)); err != nil {
		return err
	}
	reply := make([]byte, 512)
	size, err := connection.Read(reply)
	if err != nil {
		return err
	}
	return checkReply(reply[:size])
}

// addressQuery is a DNS message (RFC 1035, section 4) with one question of type A, class IN.
func addressQuery(name string) []byte {
	message := binary.BigEndian.AppendUint16(nil, queryID)
	message = append(message, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0) // recursion desired; one question
	for label := range strings.SplitSeq(name, ".") {
		message = append(append(message, byte(len(label))), label...)
	}
	return append(message, 0, 0, 1, 0, 1)
}

// checkReply wants an answer, not merely a response: CoreDNS says that a name does not exist until it knows services.
func checkReply(reply []byte) error {
	if len(reply) < headerBytes || binary.BigEndian.Uint16(reply) != queryID {
		return errors.New("not a reply to this query")
	}
	if code := reply[3] & 0x0f; code != 0 {
		return fmt.Errorf("response code %d", code)
	}
	if binary.BigEndian.Uint16(reply[6:]) == 0 {
		return errors.New("no answer in the reply")
	}
	return nil
}
