/**
 * One node of a cluster: started and listened to, its commands, files and certificates, its Node
 * object, and what it takes from the machine around it.
 */
package dev.coracle.cluster.local.node;
