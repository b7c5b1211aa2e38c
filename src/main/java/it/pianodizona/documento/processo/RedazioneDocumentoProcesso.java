package it.pianodizona.documento.processo;

import it.pianodizona.motore.compito.Variabile;
import org.camunda.spin.json.SpinJsonNode;

/** Ids and variables of the process {@code RedazioneDocumento}. */
public final class RedazioneDocumentoProcesso {

  public static final String CHIAVE = "RedazioneDocumento";
  public static final String REDIGERE_ANALISI = "UserTask_RedigereAnalisi";
  public static final String DEFINIRE_OBIETTIVI = "UserTask_DefinireObiettivi";
  public static final String REDIGERE_VALUTAZIONE = "UserTask_RedigereValutazione";
  public static final String RECEPIRE_OSSERVAZIONE = "UserTask_RecepireOsservazione";
  public static final String ESAMINARE_BOZZA = "UserTask_EsaminareBozza";
  public static final String REGISTRARE_AUDIZIONE_OOSS = "UserTask_RegistrareAudizioneOoss";
  public static final String ESPRIMERE_INTESA = "UserTask_EsprimereIntesa";

  /** The version at work. */
  public static final Variabile<Long> DOCUMENTO_ID = Variabile.numero("documentoId");

  /** Internal date for the draft, ISO with offset. */
  public static final Variabile<String> SCADENZA_BOZZA = Variabile.testo("scadenzaBozza");

  /** Ids of the remarks that the draft must answer: a JSON array, empty the first time. */
  public static final Variabile<SpinJsonNode> OSSERVAZIONI =
      new Variabile<>("osservazioniDaRecepire", SpinJsonNode.class);

  /** The remark of one task, local to it. */
  public static final Variabile<SpinJsonNode> OSSERVAZIONE =
      new Variabile<>("osservazione", SpinJsonNode.class);

  /** The bodies asked for their intesa: a JSON array of {@link EnteNelModello}. */
  public static final Variabile<SpinJsonNode> ENTI =
      new Variabile<>("entiPerIntesa", SpinJsonNode.class);

  /** The body of one task, local to it. */
  public static final Variabile<SpinJsonNode> ENTE = new Variabile<>("ente", SpinJsonNode.class);

  /** Set by the Comitato dei Sindaci; false while a version is written. */
  public static final Variabile<Boolean> BOZZA_FAVOREVOLE = Variabile.siNo("bozzaFavorevole");

  /** Set after the hearing of the trade unions; false while a version is written. */
  public static final Variabile<Boolean> AUDIZIONE_CONCLUSA = Variabile.siNo("audizioneConclusa");

  private RedazioneDocumentoProcesso() {}
}
