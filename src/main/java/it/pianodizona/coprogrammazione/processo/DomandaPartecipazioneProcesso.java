package it.pianodizona.coprogrammazione.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids, messages and variables of the process {@code DomandaPartecipazione}. */
public final class DomandaPartecipazioneProcesso {

  public static final String CHIAVE = "DomandaPartecipazione";
  public static final String CONFRONTARE_DOPPIE = "UserTask_ConfrontareDoppie";
  public static final String ISTRUIRE = "UserTask_IstruireDomanda";
  public static final String VALUTARE = "UserTask_ValutareAmmissibilita";
  public static final String ESAMINARE_INTEGRAZIONE = "UserTask_EsaminareIntegrazione";
  public static final String ESAMINARE_OSSERVAZIONI = "UserTask_EsaminareOsservazioni";
  public static final String DEFINIRE_ESITO = "UserTask_DefinireEsito";

  /** The alarm that the procedure took too long; it moves when the procedure is suspended. */
  static final String TIMER_TERMINE = "Timer_TermineProcedimento";

  public static final String MSG_INTEGRAZIONE_RICEVUTA = "Msg_IntegrazioneRicevuta";
  public static final String MSG_OSSERVAZIONI_RICEVUTE = "Msg_OsservazioniRicevute";
  public static final String MSG_RITIRO = "Msg_RitiroDomanda";
  public static final String MSG_ASSORBITA = "Msg_DomandaAssorbita";

  public static final Variabile<Long> AVVISO_ID = Variabile.numero("avvisoId");
  public static final Variabile<Long> DOMANDA_ID = Variabile.numero("domandaId");

  /** Whether the body had another live domanda when this one arrived. */
  public static final Variabile<Boolean> DOMANDA_DOPPIA = Variabile.siNo("domandaDoppia");

  /** Whether, of two domande of the body, this one goes on. */
  public static final Variabile<Boolean> DOMANDA_TENUTA = Variabile.siNo("domandaTenuta");

  /** Whether the office must judge what the admissibility table proposes. */
  public static final Variabile<Boolean> DA_VALUTARE = Variabile.siNo("daValutare");

  /** Name of an {@code EsitoIstruttoria}: the one proposed, then the one the office concludes. */
  public static final Variabile<String> ESITO_ISTRUTTORIA = Variabile.testo("esitoIstruttoria");

  public static final Variabile<Boolean> INTEGRAZIONE_SUFFICIENTE =
      Variabile.siNo("integrazioneSufficiente");

  /** What {@link #ESITO_DOMANDA} says when whoever decides sends the domanda back. */
  static final String RINVIATA = "RINVIATA";

  /** Name of an {@code EsitoDomanda}, or {@link #RINVIATA}. */
  public static final Variabile<String> ESITO_DOMANDA = Variabile.testo("esitoDomanda");

  /** Term of the procedure, ISO with offset; moves with {@link TermineInCorso}. */
  public static final Variabile<String> TERMINE_PROCEDIMENTO =
      Variabile.testo("termineProcedimento");

  /** Term for the integration, ISO with offset. */
  public static final Variabile<String> TERMINE_SOCCORSO = Variabile.testo("termineSoccorso");

  /** Term for the observations, ISO with offset. */
  public static final Variabile<String> TERMINE_OSSERVAZIONI =
      Variabile.testo("termineOsservazioni");

  private DomandaPartecipazioneProcesso() {}
}
