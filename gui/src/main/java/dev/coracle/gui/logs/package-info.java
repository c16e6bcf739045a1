/** The logs of a cluster's nodes: followed, filtered, and never more than the window can hold. */
package dev.coracle.gui.logs;
