package dev.coracle.cluster.engine.docker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the process that listens on a port in Linux's proc file system: the socket tables tell the
 * socket's inode, a process's open files tell whose it is. Finds nothing where there is no such
 * file system, or where the process belongs to somebody else.
 */
final class ListeningProcesses {

  private static final Logger LOG = LoggerFactory.getLogger(ListeningProcesses.class);
  private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");
  private static final String TCP_LISTENS = "0A";
  private static final String UDP_BOUND = "07";

  // Columns of a table: number, local address, remote address, state, ..., inode.
  private static final int LOCAL = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private final Path proc;

  ListeningProcesses(Path proc) {
    this.proc = proc;
  }

  /** For instance {@code process 812 (nginx)}. */
  Optional<String> find(int port) {
    Set<String> sockets = sockets(port);
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (holdsAny(process, sockets)) {
          return Optional.of(describe(process));
        }
      }
    } catch (IOException e) {
      LOG.debug("processes cannot be read", e);
    }
    return Optional.empty();
  }

  private Set<String> sockets(int port) {
    Set<String> found = new HashSet<>();
    String suffix = ":%04X".formatted(port);
    for (String table : TABLES) {
      for (String line : lines(proc.resolve("net").resolve(table))) {
        String[] columns = line.strip().split("\\s+", -1);
        if (columns.length > INODE && columns[LOCAL].endsWith(suffix) && listens(columns[STATE])) {
          found.add("socket:[" + columns[INODE] + "]");
        }
      }
    }
    return found;
  }

  private static boolean listens(String state) {
    return state.equals(TCP_LISTENS) || state.equals(UDP_BOUND);
  }

  private static boolean holdsAny(Path process, Set<String> sockets) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (sockets.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
    } catch (IOException e) {
      LOG.trace("open files cannot be read process={}", process, e);
    }
    return false;
  }

  private static String describe(Path process) {
    String name = String.join("", lines(process.resolve("comm"))).strip();
    return "process %s%s".formatted(process.getFileName(), name.isEmpty() ? "" : " (" + name + ")");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      LOG.trace("cannot be read file={}", file, e);
      return List.of();
    }
  }
}
