/** How the application lives in the user's session: it starts at login, and only once. */
package dev.coracle.tray.session;
