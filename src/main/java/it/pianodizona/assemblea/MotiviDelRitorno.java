package it.pianodizona.assemblea;

import java.util.List;

/** Why a plan that was approved is back before the Assemblea; later features implement it. */
public interface MotiviDelRitorno {

  /** Whole sentences in Italian; empty when nothing sent the plan back. */
  List<String> motivi(long pianoId);
}
