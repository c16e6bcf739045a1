/**
 * What nodes use: CPU, memory, network and disk. The engine's growing counters enter; rates per
 * second leave, for as long as somebody listens.
 */
package dev.coracle.cluster.metrics;
