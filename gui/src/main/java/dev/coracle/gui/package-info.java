/**
 * The window. {@link dev.coracle.gui.CoracleWindow} is its one entrance; below it a package per
 * page, each with view models that know no toolkit scene and views that only draw them.
 */
package dev.coracle.gui;
