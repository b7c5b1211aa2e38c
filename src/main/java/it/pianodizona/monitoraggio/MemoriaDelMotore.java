package it.pianodizona.monitoraggio;

import java.util.List;

/** What the engine remembers of the processes of a plan, running or finished. */
public interface MemoriaDelMotore {

  /** The steps of the plan with this business key, in the order they began. */
  List<PassoDelPiano> passi(String chiave);
}
