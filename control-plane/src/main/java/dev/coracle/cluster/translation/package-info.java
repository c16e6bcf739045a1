/** What the library says to people, in languages other than its own English. */
package dev.coracle.cluster.translation;
