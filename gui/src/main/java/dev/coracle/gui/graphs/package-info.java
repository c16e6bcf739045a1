/**
 * What nodes used, remembered and drawn: samples enter, five minutes, an hour and a day are kept in
 * memory, and nothing is sampled while nothing shows it.
 */
package dev.coracle.gui.graphs;
