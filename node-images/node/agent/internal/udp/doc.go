// Package udp is the edge of a UDP port: it hands datagrams to the nodes and their answers back, as
// haproxy does for TCP. Each client keeps to one node. A node that refuses datagrams (the kernel says
// so on the connected socket) gives its clients to others; so does one that is gone, of which the kernel says nothing for
// half a minute: when a client waits for an answer, the node is asked whether it is there at all.
//
// Nodes may freeze when nobody uses them (package autopause): datagrams are held until they are awake.
package udp
