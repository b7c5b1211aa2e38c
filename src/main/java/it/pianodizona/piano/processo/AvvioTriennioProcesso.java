package it.pianodizona.piano.processo;

import it.pianodizona.motore.compito.Variabile;
import org.camunda.spin.json.SpinJsonNode;

/** Ids and variables of the process {@code AvvioTriennio}. */
public final class AvvioTriennioProcesso {

  public static final String CHIAVE = "AvvioTriennio";
  public static final String DEFINIRE_TRIENNIO = "UserTask_DefinireTriennio";

  /** Code of the triennio that is being opened. */
  public static final Variabile<String> TRIENNIO = Variabile.testo("triennio");

  /** The regional act that opens it. */
  public static final Variabile<String> ATTO_REGIONALE = Variabile.testo("attoRegionale");

  /** Keys of the plans to start, as a JSON list. */
  public static final Variabile<SpinJsonNode> PIANI = new Variabile<>("piani", SpinJsonNode.class);

  /** The element of {@link #PIANI} in one instance of the multi-instance body. */
  public static final Variabile<SpinJsonNode> PIANO = new Variabile<>("piano", SpinJsonNode.class);

  private AvvioTriennioProcesso() {}
}
