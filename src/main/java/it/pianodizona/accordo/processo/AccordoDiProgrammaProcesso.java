package it.pianodizona.accordo.processo;

import it.pianodizona.motore.compito.Variabile;
import org.camunda.spin.json.SpinJsonNode;

/** Ids and variables of the process {@code AccordoDiProgramma}. */
public final class AccordoDiProgrammaProcesso {

  public static final String CHIAVE = "AccordoDiProgramma";
  public static final String COMPORRE_TESTO = "UserTask_ComporreTesto";
  public static final String ADOTTARE_ATTO_APPROVAZIONE = "UserTask_AdottareAttoApprovazione";
  public static final String TRASMETTERE_ALLA_REGIONE = "UserTask_TrasmettereAllaRegione";
  public static final String REGISTRARE_RICEVUTA = "UserTask_RegistrareRicevuta";

  /** A Comune joined the Ambito: its signature is collected next to the others. */
  public static final String ENTE_ENTRATO = "Msg_EnteEntrato";

  /** The event that fires once the regional term passed. */
  static final String TERMINE_SCADUTO = "Timer_ScadenzaAccordo";

  /** Regional deadline for the signatures, ISO with offset; given by the caller. */
  public static final Variabile<String> SCADENZA_ACCORDO = Variabile.testo("scadenzaAccordo");

  /** First instant after {@link #SCADENZA_ACCORDO}: the last second of a term is still in time. */
  static final Variabile<String> RITARDO_DAL = Variabile.testo("ritardoDal");

  /** The text that everyone signs. */
  public static final Variabile<Long> TESTO_ID = Variabile.numero("testoId");

  /** The attempt whose signatures are being collected. */
  public static final Variabile<Long> ACCORDO_ID = Variabile.numero("accordoId");

  /** The bodies that must sign, as a JSON list of {@link FirmaDaRaccogliere}. */
  public static final Variabile<SpinJsonNode> FIRME_RICHIESTE =
      new Variabile<>("firmeRichieste", SpinJsonNode.class);

  /** The element of {@link #FIRME_RICHIESTE} in one instance of the multi-instance call. */
  public static final Variabile<SpinJsonNode> FIRMA = new Variabile<>("firma", SpinJsonNode.class);

  /** Moments of the reminders, ISO with offset. */
  public static final Variabile<String> SOLLECITO_30 = sollecito(30);

  public static final Variabile<String> SOLLECITO_15 = sollecito(15);
  public static final Variabile<String> SOLLECITO_7 = sollecito(7);
  public static final Variabile<String> SOLLECITO_1 = sollecito(1);

  /** When the missing receipt is asked for again, as a repeating ISO interval. */
  static final Variabile<String> SOLLECITI_RICEVUTA = Variabile.testo("sollecitiRicevuta");

  /** The outcome: true once the Accordo is signed by all, approved, transmitted and received. */
  public static final Variabile<Boolean> ACCORDO_RAGGIUNTO = Variabile.siNo("accordoRaggiunto");

  private AccordoDiProgrammaProcesso() {}

  /** The moment of the reminder that many days before the deadline. */
  static Variabile<String> sollecito(int giorni) {
    return Variabile.testo("sollecito" + giorni);
  }

  /** The event of that reminder. */
  static String eventoSollecito(int giorni) {
    return "Timer_Sollecito" + giorni;
  }
}
