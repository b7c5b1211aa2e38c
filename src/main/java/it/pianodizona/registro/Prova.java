package it.pianodizona.registro;

/** The tables in which features keep who did something, and how each leads to its plan. */
enum Prova {
  ATTI_DI_AVVIO(
      "Atti di avvio della co-programmazione", "atti_di_avvio", "chi", "quando", "t.piano_id", ""),
  AVVISO_ESAME("Esame dell'avviso", "avviso_esame", "chi", "quando", "a.piano_id", Vie.AVVISO),
  AVVISO_RIAPERTURA(
      "Riapertura dell'avviso", "avviso_riapertura", "chi", "quando", "a.piano_id", Vie.AVVISO),
  ISTRUTTORIA(
      "Istruttoria di una domanda", "istruttoria", "chi", "quando", "a.piano_id", Vie.DOMANDA),
  DOMANDA_STORIA(
      "Passaggio di una domanda", "domanda_storia", "chi", "quando", "a.piano_id", Vie.DOMANDA),
  ELENCO_AMMESSI(
      "Elenco degli ammessi", "elenco_ammessi", "chi", "approvato", "a.piano_id", Vie.AVVISO),
  RELAZIONE_CONCLUSIVA(
      "Relazione conclusiva", "relazione_conclusiva", "chi", "quando", "a.piano_id", Vie.AVVISO),
  VERBALE_INCONTRO(
      "Verbale di un incontro",
      "verbale_incontro",
      "redatto_da",
      "redatto",
      "v.piano_id",
      Vie.INCONTRO),
  SINTESI_TAVOLO(
      "Sintesi di un tavolo", "sintesi_tavolo", "redatta_da", "redatta", "v.piano_id", Vie.TAVOLO),
  PARERE_DOCUMENTO(
      "Parere sul documento",
      "parere_documento",
      "registrato_da",
      "registrato",
      "d.piano_id",
      Vie.DOCUMENTO),
  VALUTAZIONE_PROGETTO(
      "Valutazione di un progetto",
      "valutazione_progetto",
      "utente",
      "registrata",
      "g.piano_id",
      Vie.PROGETTO),
  RENDICONTAZIONE_PROGETTO(
      "Rendicontazione di un progetto",
      "rendicontazione_progetto",
      "utente",
      "registrata",
      "g.piano_id",
      Vie.PROGETTO),
  MOVIMENTO_PREMIALITA(
      "Liquidazione di premialità",
      "movimento_premialita",
      "utente",
      "registrato",
      "t.piano_id",
      ""),
  ATTO_PREMIALITA(
      "Atto regionale sulla premialità",
      "atto_premialita",
      "utente",
      "registrato",
      "cast(null as bigint)",
      ""),
  DEBITO_STORIA(
      "Passaggio di un flusso informativo",
      "debito_storia",
      "chi",
      "quando",
      "b.piano_id",
      Vie.DEBITO),
  STESURA_DOCUMENTO(
      "Stesura di una parte del documento",
      "stesura_documento",
      "chi",
      "quando",
      "d.piano_id",
      Vie.DOCUMENTO),
  RISPOSTA_OSSERVAZIONE(
      "Risposta a un'osservazione",
      "risposta_osservazione",
      "chi",
      "quando",
      "d.piano_id",
      Vie.DOCUMENTO),
  DEROGA_DOCUMENTO(
      "Deroga alle parti mancanti",
      "deroga_documento",
      "chi",
      "quando",
      "d.piano_id",
      Vie.DOCUMENTO),
  ANNULLAMENTO_PROTOCOLLO(
      "Annullamento di un protocollo",
      "annullamento_protocollo",
      "chi",
      "quando",
      "cast(null as bigint)",
      ""),
  SEDUTA_RAPPRESENTANTE(
      "Rappresentante in Assemblea",
      "seduta_rappresentante",
      "registrato_da",
      "registrato",
      "r.piano_id",
      Vie.SEDUTA),
  SEDUTA_MOVIMENTO(
      "Presenza in Assemblea",
      "seduta_movimento",
      "registrato_da",
      "registrato",
      "r.piano_id",
      Vie.SEDUTA),
  PROROGA(
      "Proroga di un termine",
      "proroga",
      "registrata_da",
      "registrata",
      "cast(null as bigint)",
      ""),
  TESTO_ACCORDO("Testo dell'accordo", "testo_accordo", "redatto_da", "redatto", "t.piano_id", ""),
  ISTRUTTORIA_VALUTAZIONE(
      "Valutazione di una domanda",
      "istruttoria_valutazione",
      "chi",
      "quando",
      "a.piano_id",
      Vie.VALUTAZIONE),
  CONFRONTO_DOMANDE(
      "Confronto fra due domande dello stesso ente",
      "confronto_domande",
      "chi",
      "quando",
      "a.piano_id",
      Vie.CONFRONTO),
  STORIA_MEMBRO(
      "Membro di un tavolo entrato o uscito",
      "storia_membro",
      "chi",
      "quando",
      "v.piano_id",
      Vie.MEMBRO),
  COLLEGAMENTO_TAVOLI(
      "Collegamento personale ai tavoli revocato",
      "collegamento_tavoli",
      "revocato_da",
      "revocato",
      "a.piano_id",
      Vie.COLLEGAMENTO),
  SPOSTAMENTO_INCONTRO(
      "Incontro spostato", "spostamento_incontro", "chi", "quando", "v.piano_id", Vie.INCONTRO),
  ANNULLAMENTO_INCONTRO(
      "Incontro annullato", "annullamento_incontro", "chi", "quando", "v.piano_id", Vie.INCONTRO),
  APPROVAZIONE_VERBALE(
      "Verbale di un incontro approvato",
      "approvazione_verbale",
      "approvato_da",
      "approvato",
      "v.piano_id",
      Vie.INCONTRO),
  ESITO_OSSERVAZIONE(
      "Risposta a un'osservazione sul verbale",
      "esito_osservazione",
      "chi",
      "quando",
      "v.piano_id",
      Vie.OSSERVAZIONE),
  REINVIO("Messaggio inviato di nuovo", "reinvio", "chi", "quando", "p0.id", Vie.MESSAGGIO),
  REGOLAMENTO_ASSEMBLEA(
      "Regolamento dell'Assemblea adottato",
      "regolamento_assemblea",
      "adottato_da",
      "adottato",
      "p0.id",
      Vie.REGOLAMENTO),
  SEDUTA_AVVISO_RICEVUTA(
      "Ricevuta di una convocazione",
      "seduta_avviso_ricevuta",
      "registrata_da",
      "registrata",
      "r.piano_id",
      Vie.SEDUTA),
  VOTAZIONE(
      "Votazione dell'Assemblea",
      "votazione",
      "registrata_da",
      "registrata",
      "r.piano_id",
      Vie.SEDUTA),
  SEDUTA_CHIUSURA(
      "Seduta dell'Assemblea chiusa",
      "seduta_chiusura",
      "chiusa_da",
      "chiusa",
      "r.piano_id",
      Vie.SEDUTA),
  VERIFICA_FIRMA(
      "Firma digitale caricata e verificata",
      "verifica_firma",
      "caricata_da",
      "verificata",
      "c.piano_id",
      Vie.SOTTOSCRITTORE),
  CONFERMA_VERIFICA(
      "Firma digitale confermata",
      "conferma_verifica",
      "confermata_da",
      "confermata",
      "c.piano_id",
      Vie.VERIFICA),
  ACCORDO_VARIAZIONE(
      "Sottoscrittore entrato o uscito",
      "accordo_variazione",
      "registrata_da",
      "registrata",
      "c.piano_id",
      Vie.SOTTOSCRITTORE),
  ACCORDO_RICEVUTA(
      "Ricevuta della trasmissione dell'Accordo",
      "accordo_ricevuta",
      "registrata_da",
      "registrata",
      "c.piano_id",
      Vie.ACCORDO),
  PROROGA_ACCORDO_PRECEDENTE(
      "Proroga dell'Accordo precedente",
      "proroga_accordo_precedente",
      "registrata_da",
      "registrata",
      "t.piano_id",
      ""),
  ESITO_ADESIONE(
      "Esito di una richiesta di adesione",
      "esito_adesione",
      "deciso_da",
      "deciso",
      "d.piano_id",
      Vie.ADESIONE),
  INCARICO(
      "Incarico, delega o supplenza registrata",
      "incarico",
      "inserito_da",
      "inserito",
      "cast(null as bigint)",
      ""),
  INCARICO_REVOCATO(
      "Incarico, delega o supplenza revocata",
      "incarico",
      "revocato_da",
      "revocato",
      "cast(null as bigint)",
      ""),
  DOCUMENTO_FASCICOLO(
      "Documento nel fascicolo",
      "documento_fascicolo",
      "inserito_da",
      "inserito",
      "t.piano_id",
      "");

  private static final class Vie {
    private static final String AVVISO = "join avviso a on a.id = t.avviso_id";
    private static final String DOMANDA =
        "join domanda o on o.id = t.domanda_id join avviso a on a.id = o.avviso_id";
    private static final String TAVOLO = "join tavolo_tematico v on v.id = t.tavolo_id";
    private static final String INCONTRO =
        "join incontro i on i.id = t.incontro_id join tavolo_tematico v on v.id = i.tavolo_id";
    private static final String DEBITO = "join debito_informativo b on b.id = t.debito_id";
    private static final String DOCUMENTO = "join documento_di_piano d on d.id = t.documento_id";
    private static final String SEDUTA =
        "join seduta s on s.id = t.seduta_id"
            + " join approvazione_assemblea r on r.id = s.approvazione_id";
    private static final String VALUTAZIONE =
        "join istruttoria n on n.id = t.istruttoria_id join domanda o on o.id = n.domanda_id"
            + " join avviso a on a.id = o.avviso_id";
    private static final String CONFRONTO =
        "join domanda o on o.id = t.tenuta_id join avviso a on a.id = o.avviso_id";
    private static final String MEMBRO =
        "join membro_tavolo m on m.id = t.membro_id"
            + " join tavolo_tematico v on v.id = m.tavolo_id";
    private static final String COLLEGAMENTO =
        "join soggetto_tavoli g on g.id = t.soggetto_id join avviso a on a.id = g.avviso_id";
    private static final String OSSERVAZIONE =
        "join osservazione_verbale w on w.id = t.osservazione_id"
            + " join incontro i on i.id = w.incontro_id"
            + " join tavolo_tematico v on v.id = i.tavolo_id";
    private static final String MESSAGGIO =
        "join messaggio g on g.id = t.messaggio_id left join piano p0"
            + " on p0.codice_ambito = g.codice_ambito and p0.triennio = g.triennio";
    private static final String REGOLAMENTO =
        "left join piano p0 on p0.codice_ambito = t.codice_ambito and p0.triennio = t.triennio";
    private static final String ACCORDO = "join accordo c on c.id = t.accordo_id";
    private static final String SOTTOSCRITTORE =
        "join accordo_sottoscrittore f on f.id = t.sottoscrittore_id"
            + " join accordo c on c.id = f.accordo_id";
    private static final String VERIFICA =
        "join verifica_firma y on y.id = t.verifica_id"
            + " join accordo_sottoscrittore f on f.id = y.sottoscrittore_id"
            + " join accordo c on c.id = f.accordo_id";
    private static final String ADESIONE = "join adesione d on d.id = t.adesione_id";
    private static final String PROGETTO = "join progetto_premialita g on g.id = t.progetto_id";
  }

  private final String descrizione;
  private final String tabella;
  private final String chi;
  private final String quando;
  private final String piano;
  private final String via;

  Prova(String descrizione, String tabella, String chi, String quando, String piano, String via) {
    this.descrizione = descrizione;
    this.tabella = tabella;
    this.chi = chi;
    this.quando = quando;
    this.piano = piano;
    this.via = via;
  }

  String descrizione() {
    return descrizione;
  }

  String tabella() {
    return tabella;
  }

  String chi() {
    return chi;
  }

  /** Columns prova, quando, chi, piano_id; what nobody has done yet is left out. */
  String sql() {
    return "select '%s' as prova, t.%s as quando, t.%s as chi, %s as piano_id from %s t %s where t.%s is not null and t.%s is not null"
        .formatted(name(), quando, chi, piano, tabella, via, chi, quando);
  }
}
