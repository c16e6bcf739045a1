/**
 * The cluster service on the local engine: what is there is read from the engine's labels, and
 * every change is a plan whose steps ensure what should be.
 *
 * <p>Here are the doors, {@code LocalClusters}, {@code LocalSnapshots} and {@code LocalNodeAccess},
 * and what consists of several changes: {@code Alignment} with a file, and {@code Upgrades} of
 * clusters that may rest. {@code SettledLocks} lets one change in at a time and ends what a killed
 * one left. The rest lies in packages below, of which each knows only those behind it in this list:
 *
 * <ul>
 *   <li>{@code snapshot}: clusters saved, restored and cloned;
 *   <li>{@code member}: nodes that come and go, control planes among them;
 *   <li>{@code start}: a new cluster, and one that comes back;
 *   <li>{@code upgrade}: another version, node by node;
 *   <li>{@code stop}: stopped, paused or deleted;
 *   <li>{@code network}: subnets, edges and ports;
 *   <li>{@code node}: one node;
 *   <li>{@code observation}: status, events and logs;
 *   <li>{@code parts}: what the engine holds of a cluster, and what opens it;
 *   <li>{@code step}: what steps have in common.
 * </ul>
 */
package dev.coracle.cluster.local;
