package it.pianodizona.coprogrammazione.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids, messages and variables of the process {@code DomandaPartecipazione}. */
public final class DomandaPartecipazioneProcesso {

  public static final String CHIAVE = "DomandaPartecipazione";
  public static final String ISTRUIRE = "UserTask_IstruireDomanda";
  public static final String ESAMINARE_INTEGRAZIONE = "UserTask_EsaminareIntegrazione";
  public static final String ESAMINARE_OSSERVAZIONI = "UserTask_EsaminareOsservazioni";
  public static final String DEFINIRE_ESITO = "UserTask_DefinireEsito";

  public static final String MSG_INTEGRAZIONE_RICEVUTA = "Msg_IntegrazioneRicevuta";
  public static final String MSG_OSSERVAZIONI_RICEVUTE = "Msg_OsservazioniRicevute";
  public static final String MSG_RITIRO = "Msg_RitiroDomanda";

  public static final Variabile<Long> AVVISO_ID = Variabile.numero("avvisoId");
  public static final Variabile<Long> DOMANDA_ID = Variabile.numero("domandaId");

  /** Name of an {@code EsitoIstruttoria}. */
  public static final Variabile<String> ESITO_ISTRUTTORIA = Variabile.testo("esitoIstruttoria");

  public static final Variabile<Boolean> INTEGRAZIONE_SUFFICIENTE =
      Variabile.siNo("integrazioneSufficiente");

  /** Whether whoever examined the observations proposes to admit. */
  public static final Variabile<Boolean> OSSERVAZIONI_ACCOLTE =
      Variabile.siNo("osservazioniAccolte");

  /** Name of an {@code EsitoDomanda}. */
  public static final Variabile<String> ESITO_DOMANDA = Variabile.testo("esitoDomanda");

  /** Term of the procedure, ISO with offset. */
  public static final Variabile<String> TERMINE_PROCEDIMENTO =
      Variabile.testo("termineProcedimento");

  /** Term for the integration, ISO with offset. */
  public static final Variabile<String> TERMINE_SOCCORSO = Variabile.testo("termineSoccorso");

  /** Term for the observations, ISO with offset. */
  public static final Variabile<String> TERMINE_OSSERVAZIONI =
      Variabile.testo("termineOsservazioni");

  private DomandaPartecipazioneProcesso() {}
}
