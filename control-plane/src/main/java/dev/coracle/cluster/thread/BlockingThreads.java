package dev.coracle.cluster.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads for work that waits for sockets: platform threads. Where virtual threads wait for a
 * socket, a poller of the JVM sits in native code for ever, and a JVM that ends gives every thread
 * in native code 300 ms ({@code VM_Exit::wait_for_threads_in_native_to_block}): on every command.
 */
public final class BlockingThreads {

  private BlockingThreads() {}

  /** A thread that does not keep the JVM alive. */
  public static Thread.Builder daemon(String name) {
    return Thread.ofPlatform().daemon().name(name);
  }

  /** Such a thread for every task. */
  public static ExecutorService perTask(String name) {
    return Executors.newThreadPerTaskExecutor(daemon(name).factory());
  }
}
