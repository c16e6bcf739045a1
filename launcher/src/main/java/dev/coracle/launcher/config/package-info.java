/**
 * What a user can choose for a cluster: the options of start by name, and the file that keeps the
 * user's own defaults for new clusters.
 */
package dev.coracle.launcher.config;
