/**
 * What deserves a message on the desktop: events come in, at most one notice for each fact goes
 * out.
 */
package dev.coracle.tray.notice;
