/**
 * The library's side of the contract with the node image (docs/node-contract.md): how a node's and
 * an edge's container are made, the files that a node reads, and the events that it reports.
 */
package dev.coracle.cluster.node;
