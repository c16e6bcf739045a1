/**
 * What steps of every change have in common: values that one finds for the others, calls that are
 * not cut in two, the time that an image may take, and logs saved when a step fails.
 */
package dev.coracle.cluster.local.step;
