package it.pianodizona.premialita;

import java.util.List;

/** Something outside the premialità that forbids any payment to an Ambito (DGR XI/4563 §7). */
public interface ImpedimentoAlPagamento {

  /**
   * Why nothing can be paid now, one sentence each without full stop; empty when nothing forbids.
   */
  List<String> motivi(String codiceAmbito);
}
