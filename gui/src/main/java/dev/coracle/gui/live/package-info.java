/**
 * What every page of a cluster's inside needs: a connection that is open while the page is seen,
 * and watches whose events arrive in handfuls.
 */
package dev.coracle.gui.live;
