/**
 * The engine port on Docker. In: an environment and a home folder, from which the endpoint is found
 * as the docker command finds it. Out: the port's own types, and problems in place of exceptions.
 *
 * <p>docker-java carries the bytes (Unix sockets, named pipes, TLS). Requests and answers are JSON
 * trees: its typed commands start a platform thread per stream, cannot say masked paths, cannot
 * import an image (docker-java#2377) and never end an exec's input (docker-java#1684).
 */
package dev.coracle.cluster.engine.docker;
