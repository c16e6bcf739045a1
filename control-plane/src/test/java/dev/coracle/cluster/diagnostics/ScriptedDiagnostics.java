package dev.coracle.cluster.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Diagnostics that find what they are told. */
public final class ScriptedDiagnostics implements Diagnostics {

  private final List<Diagnosis> found = new ArrayList<>();

  /** This check finds this, the next time and whenever asked again. */
  public synchronized ScriptedDiagnostics find(String id, String title, Finding finding) {
    found.removeIf(diagnosis -> diagnosis.id().equals(id));
    found.add(new Diagnosis(id, title, finding));
    return this;
  }

  @Override
  public List<Diagnosis> run(Consumer<Diagnosis> listener) {
    List<Diagnosis> now;
    synchronized (this) {
      now = List.copyOf(found);
    }
    now.forEach(listener);
    return now;
  }
}
