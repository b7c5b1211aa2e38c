package it.pianodizona.attuazione.processo;

import it.pianodizona.motore.compito.Variabile;
import org.camunda.spin.json.SpinJsonNode;

/** Ids and variables of the process {@code RiaperturaFlusso}. */
public final class RiaperturaFlussoProcesso {

  public static final String CHIAVE = "RiaperturaFlusso";

  /** Ids of the debiti reopened, as a JSON list. */
  public static final Variabile<SpinJsonNode> DEBITI =
      new Variabile<>("debiti", SpinJsonNode.class);

  private RiaperturaFlussoProcesso() {}
}
