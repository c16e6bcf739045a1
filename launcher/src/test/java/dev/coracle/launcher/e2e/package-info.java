/**
 * Whole runs of the product: the packaged command line as its own process, the real engine, and the
 * kubectl of the cluster's version. Every class has its own cluster, its own kubeconfig and its own
 * folders, and leaves nothing behind.
 */
package dev.coracle.launcher.e2e;
