/**
 * How a cluster is reached and how its nodes reach each other: the network with its subnet, the
 * edges that publish the API and ports, and what every node knows of the others.
 */
package dev.coracle.cluster.local.network;
