/**
 * What nodes use, and how busy the machine is that they share: CPU, memory, network and disk. The
 * engine's and the operating system's growing counters enter; rates per second leave, for as long
 * as somebody listens.
 */
package dev.coracle.cluster.metrics;
