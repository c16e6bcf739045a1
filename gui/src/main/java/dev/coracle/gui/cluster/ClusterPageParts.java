package dev.coracle.gui.cluster;

import dev.coracle.gui.explorer.ExplorerView;
import dev.coracle.gui.graphs.ResourcesView;
import dev.coracle.gui.images.ImagesView;
import dev.coracle.gui.logs.LogsView;

/** The tabs of a cluster's page. */
record ClusterPageParts(
    OverviewView overview,
    ExplorerView explorer,
    ImagesView images,
    ResourcesView resources,
    LogsView logs) {}
