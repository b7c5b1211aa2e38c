package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.compito.Variabile;
import org.camunda.spin.json.SpinJsonNode;

/** Ids, messages and variables of the process {@code IncontroTavolo}. Dates are ISO with offset. */
public final class IncontroTavoloProcesso {

  public static final String CHIAVE = "IncontroTavolo";
  public static final String REGISTRARE_VERBALE = "UserTask_RegistrareVerbale";
  public static final String APPROVARE_VERBALE = "UserTask_ApprovareVerbale";

  /** The meeting has another time, place or agenda; found by {@link #INCONTRO_ID}. */
  public static final String MSG_INCONTRO_SPOSTATO = "Msg_IncontroSpostato";

  /** The meeting will not be held; found by {@link #INCONTRO_ID}. */
  public static final String MSG_INCONTRO_ANNULLATO = "Msg_IncontroAnnullato";

  public static final Variabile<Long> INCONTRO_ID = Variabile.numero("incontroId");

  /** Reminders still to come, as a JSON list of {@code {giorni, quando}}. */
  public static final Variabile<SpinJsonNode> PROMEMORIA_INCONTRO =
      new Variabile<>("promemoriaIncontro", SpinJsonNode.class);

  /** Days between a reminder and its meeting. */
  public static final Variabile<Integer> GIORNI_PRIMA =
      new Variabile<>("giorniPrima", Integer.class);

  public static final Variabile<String> FINE_INCONTRO = Variabile.testo("fineIncontro");

  /** By when the verbale of the meeting is expected. */
  public static final Variabile<String> SCADENZA_VERBALE = Variabile.testo("scadenzaVerbale");

  /** When its lateness is told, as a repeating ISO interval. */
  public static final Variabile<String> RITARDO_VERBALE = Variabile.testo("ritardoVerbale");

  /** First second after the term for remarks. */
  public static final Variabile<String> TERMINE_OSSERVAZIONI =
      Variabile.testo("termineOsservazioni");

  private IncontroTavoloProcesso() {}
}
