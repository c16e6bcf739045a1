/** What a cluster holds from its beginning beside Kubernetes itself, and how it is. */
package dev.coracle.gui.addons;
