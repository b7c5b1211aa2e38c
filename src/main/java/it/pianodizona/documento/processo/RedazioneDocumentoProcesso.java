package it.pianodizona.documento.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code RedazioneDocumento}. */
public final class RedazioneDocumentoProcesso {

  public static final String CHIAVE = "RedazioneDocumento";
  public static final String REDIGERE_ANALISI = "UserTask_RedigereAnalisi";
  public static final String DEFINIRE_OBIETTIVI = "UserTask_DefinireObiettivi";
  public static final String REDIGERE_VALUTAZIONE = "UserTask_RedigereValutazione";
  public static final String ESAMINARE_BOZZA = "UserTask_EsaminareBozza";
  public static final String REGISTRARE_AUDIZIONE_OOSS = "UserTask_RegistrareAudizioneOoss";
  public static final String ESPRIMERE_INTESA_ATS = "UserTask_EsprimereIntesaAts";
  public static final String ESPRIMERE_INTESA_ASST = "UserTask_EsprimereIntesaAsst";

  /** The version at work. */
  public static final Variabile<Long> DOCUMENTO_ID = Variabile.numero("documentoId");

  /** Internal date for the draft, ISO with offset. */
  public static final Variabile<String> SCADENZA_BOZZA = Variabile.testo("scadenzaBozza");

  /** Set by the Comitato dei Sindaci; false while a version is written. */
  public static final Variabile<Boolean> BOZZA_FAVOREVOLE = Variabile.siNo("bozzaFavorevole");

  /** Set by the ATS; false while a version is written. */
  public static final Variabile<Boolean> INTESA_ATS = Variabile.siNo("intesaAts");

  /** Set by the ASST; false while a version is written. */
  public static final Variabile<Boolean> INTESA_ASST = Variabile.siNo("intesaAsst");

  private RedazioneDocumentoProcesso() {}
}
