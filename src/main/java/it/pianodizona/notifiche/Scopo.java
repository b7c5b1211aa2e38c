package it.pianodizona.notifiche;

/**
 * Why a message is sent. What has legal effects or asks for something soon leaves at once and
 * cannot be renounced; the table with the reasons is in {@code src/docs/posta.md}.
 */
public enum Scopo {
  /** The mail that gathers the others. */
  RIEPILOGO("Riepilogo del giorno"),
  BOZZA_DOMANDA("Bozza della domanda"),
  INDIRIZZO_SOSTITUITO("Nuovo indirizzo personale"),
  RICEVUTA_DOMANDA("Ricevuta della domanda"),
  ESITO_DOMANDA("Esito della domanda"),
  DOMANDE_CONFRONTATE("Domande dello stesso ente confrontate"),
  DOMANDA_TEMPESTIVA("Domanda tornata in termine"),
  DOMANDA_RITIRATA("Domanda ritirata"),
  RICHIESTA_INTEGRAZIONE("Richiesta di integrazione"),
  PREAVVISO_RIGETTO("Preavviso di rigetto"),
  TERMINE_PROCEDIMENTO_SCADUTO("Termine del procedimento scaduto", Invio.RIEPILOGO),
  SCADENZA_DOMANDE_VICINA("Scadenza delle domande vicina"),
  CO_PROGRAMMAZIONE_CONCLUSA("Co-programmazione conclusa", Invio.RIEPILOGO),
  CONVOCAZIONE_TAVOLO("Convocazione del tavolo"),
  INCONTRO_ANNULLATO("Incontro del tavolo annullato"),
  PROMEMORIA_TAVOLO("Promemoria del tavolo", Invio.SUBITO_FACOLTATIVO),
  INVITO_SOSTITUTO("Invito al sostituto"),
  SOSTITUTO_INDICATO("Sostituto indicato"),
  INVITO_RITIRATO("Invito non più valido"),
  VERBALE_INVIATO("Bozza del verbale"),
  VERBALE_APPROVATO("Verbale approvato", Invio.RIEPILOGO),
  COLLEGAMENTO_RINNOVATO("Nuovo collegamento ai tavoli"),
  VERBALE_IN_RITARDO("Verbale in ritardo", Invio.RIEPILOGO_FACOLTATIVO),
  REDAZIONE_IN_RITARDO("Redazione in ritardo", Invio.RIEPILOGO_FACOLTATIVO),
  CONVOCAZIONE_ASSEMBLEA("Convocazione dell'Assemblea"),
  RICHIESTA_FIRMA("Richiesta di firma"),
  SOLLECITO_FIRMA("Sollecito di firma"),
  FIRMA_RIFIUTATA("Firma rifiutata"),
  TERMINE_ACCORDO_SCADUTO("Termine dell'Accordo scaduto", Invio.RIEPILOGO),
  FIRME_MANCANTI("Firme mancanti"),
  RICEVUTA_MANCANTE("Ricevuta della Regione mancante", Invio.RIEPILOGO),
  PIANO_IN_RITARDO("Piano in ritardo", Invio.RIEPILOGO),
  TERMINE_PROROGATO("Termine prorogato"),
  ACCORDO_PRECEDENTE_PROROGATO("Accordo precedente prorogato"),
  ADESIONE_RICEVUTA("Richiesta di adesione ricevuta"),
  ESITO_ADESIONE("Esito della richiesta di adesione"),
  RENDICONTAZIONE_IN_RITARDO("Relazione finale in ritardo", Invio.RIEPILOGO),
  PREMIALITA_LIQUIDATA("Premialità liquidata", Invio.RIEPILOGO),
  PREMIALITA_NON_RICONOSCIUTA("Premialità non riconosciuta"),
  PAGAMENTO_BLOCCATO("Pagamento bloccato"),
  AMBITO_RECEDUTO("Recesso da un progetto comune"),
  PREMIALITA_RIDETERMINATA("Premialità rideterminata"),
  RECUPERO_PREMIALITA("Premialità da restituire"),
  PAGAMENTO_STORNATO("Pagamento stornato", Invio.RIEPILOGO),
  DEBITO_INFORMATIVO("Debito informativo", Invio.RIEPILOGO),
  MONITORAGGIO_ANNUALE("Monitoraggio annuale", Invio.RIEPILOGO),
  MONITORAGGIO_APPROVATO("Monitoraggio annuale approvato", Invio.RIEPILOGO);

  private final String descrizione;
  private final Invio invio;

  Scopo(String descrizione) {
    this(descrizione, Invio.SUBITO);
  }

  Scopo(String descrizione, Invio invio) {
    this.descrizione = descrizione;
    this.invio = invio;
  }

  /** As officials read it. */
  public String descrizione() {
    return descrizione;
  }

  /** When it leaves: at once, where nothing else is said. */
  public Invio invio() {
    return invio;
  }
}
