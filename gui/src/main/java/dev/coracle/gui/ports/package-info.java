/**
 * What of a cluster is reached from this machine: published ports, and the services behind them.
 */
package dev.coracle.gui.ports;
