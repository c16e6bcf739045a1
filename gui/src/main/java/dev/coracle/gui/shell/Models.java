package dev.coracle.gui.shell;

import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.gui.Library;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.cluster.ClusterPages;
import dev.coracle.gui.clusters.ClusterDirectory;
import dev.coracle.gui.diagnostics.DiagnosticsViewModel;
import dev.coracle.gui.graphs.Usages;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.preferences.PreferencesViewModel;
import java.util.List;

/** What all pages share. */
record Models(
    Background background,
    ClusterDirectory directory,
    Operations operations,
    Usages usages,
    ClusterPages pages,
    DiagnosticsViewModel diagnostics,
    PreferencesViewModel preferences,
    List<KubernetesVersion> versions,
    List<Library> libraries,
    String version) {}
