/**
 * The node image: which Kubernetes versions there are recipes for, what each is made of, and how an
 * image is built from one. A recipe enters as files; a tag in the engine leaves.
 */
package dev.coracle.image;
