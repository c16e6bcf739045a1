package dev.coracle.gui.desk;

import dev.coracle.cluster.ClusterName;
import dev.coracle.gui.files.FilePicker;
import dev.coracle.gui.operation.OperationViewModel;
import javafx.scene.layout.Region;

/** What a page may ask of the window around it. */
public interface Desk {

  /** Opens the page of all clusters. */
  void openClusters();

  /** Opens the page of one cluster. */
  void openCluster(ClusterName name);

  /** Opens the page of checks. */
  void openDiagnostics();

  /** Opens the page of preferences. */
  void openPreferences();

  /** Opens the page about this program. */
  void openAbout();

  /** Asks what a new cluster shall be, and creates it. */
  void createCluster();

  /** Asks what a cluster that does not exist shall be made of again, and makes it. */
  void bringBackCluster();

  /** Shows the steps of an operation. */
  void showOperation(OperationViewModel operation);

  /** Shows a dialog over the window, in place of one that is open. */
  void showDialog(Region dialog);

  /** Closes the dialog. */
  void closeDialog();

  /** Asks the user for files. */
  FilePicker files();

  /** Puts a text on the clipboard and says so. */
  void copy(String text);
}
