/**
 * How something is brought about: a plan is a pure function from what is wanted to a graph of
 * steps, and a runner takes the steps, each as soon as those before it are done. A plan enters;
 * progress events leave.
 */
package dev.coracle.cluster.bootstrap;
