/**
 * What may keep clusters from working on this machine, looked at one by one: each check says what
 * it found, what that means, and, where it can, mends it. The same checks stand behind {@code
 * coracle doctor} and the window's page.
 */
package dev.coracle.cluster.diagnostics;
