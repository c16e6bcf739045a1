package dev.coracle.gui.cluster;

import dev.coracle.gui.graphs.ResourcesView;
import dev.coracle.gui.logs.LogsView;

/** The tabs of a cluster's page. */
record ClusterPageParts(OverviewView overview, ResourcesView resources, LogsView logs) {}
