package it.pianodizona.comune;

/** Work that one node at a time may do, of those that share a database. */
@FunctionalInterface
public interface UnNodoAllaVolta {

  /**
   * Does the work unless another node is doing it.
   *
   * @param cosa name of the work, the same on all nodes
   * @return whether it was done
   */
  boolean seLibera(String cosa, Runnable lavoro);
}
