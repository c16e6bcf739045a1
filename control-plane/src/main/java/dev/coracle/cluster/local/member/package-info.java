/**
 * Nodes that come to a cluster which serves, and go from it. Control planes are members of etcd, so
 * their changes are marked and, when they were cut short, taken back or finished. See
 * docs/decisions/control-planes.md.
 */
package dev.coracle.cluster.local.member;
