/**
 * The cluster service on the local engine: what is there is read from the engine's labels, and
 * every change is a plan whose steps ensure what should be.
 *
 * <p>{@code LocalClusters} and {@code LocalSnapshots} are the doors; {@code SettledLocks} lets one
 * change in at a time and ends what a killed one left. {@code Inventory} finds {@code
 * ClusterParts}, and {@code Observer} tells people what they mean. Then there is a group of classes
 * for each change:
 *
 * <ul>
 *   <li>a new cluster: {@code Starting}, {@code Creation}, {@code Settling};
 *   <li>one that comes back: {@code Return}, {@code OptionChanges}, {@code Renewal};
 *   <li>rest: {@code Stopping}, {@code Pausing}, {@code ScheduledStop}, {@code Deletion};
 *   <li>nodes: {@code NodeChanges}, {@code NodeAddition}, {@code NodeRemoval}; control planes among
 *       them: {@code ControlPlane…}, {@code EtcdMembers}, {@code LeaderElection}, {@code
 *       Transition};
 *   <li>ports: {@code PortChanges}, {@code ClusterEdges}, {@code Edges}, {@code LiveEdge};
 *   <li>a file: {@code Alignment};
 *   <li>another version: {@code Upgrades}, {@code Upgrading}, {@code NodeUpgrade}, {@code NodeSwap}
 *       and the way back, {@code NodeReturn};
 *   <li>snapshots: {@code Saving}, {@code Restoring}, {@code Switch}, {@code Cloning}, {@code
 *       SnapshotRecovery}.
 * </ul>
 */
package dev.coracle.cluster.local;
