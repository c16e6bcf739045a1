package dev.coracle.gui.cluster;

import dev.coracle.gui.addons.AddonsViewModel;
import dev.coracle.gui.explorer.ExplorerView;
import dev.coracle.gui.graphs.ResourcesView;
import dev.coracle.gui.images.ImagesView;
import dev.coracle.gui.logs.LogsView;
import dev.coracle.gui.nodes.NodesView;
import dev.coracle.gui.ports.PortsView;
import dev.coracle.gui.settings.SettingsView;
import dev.coracle.gui.snapshots.SnapshotsView;

/** The tabs of a cluster's page. */
record ClusterPageParts(
    OverviewView overview,
    NodesView nodes,
    PortsView ports,
    ExplorerView explorer,
    AddonsViewModel addons,
    ImagesView images,
    ResourcesView resources,
    LogsView logs,
    SnapshotsView snapshots,
    SettingsView settings) {}
