package it.pianodizona.fascicolo;

/** What a document of the fascicolo is; the label is what officials read. */
public enum TipoDocumento {
  AVVISO("Avviso di co-programmazione"),
  RICEVUTA("Ricevuta della domanda"),
  ALLEGATO_DOMANDA("Allegato alla domanda"),
  FOGLIO_PRESENZE("Foglio presenze"),
  CONTRIBUTO("Contributo al tavolo"),
  VERBALE_TAVOLO("Verbale del tavolo"),
  SINTESI("Documento istruttorio di sintesi"),
  RELAZIONE_CONCLUSIVA("Relazione conclusiva"),
  DOCUMENTO_DI_PIANO("Documento di Piano"),
  VERBALE_ASSEMBLEA("Verbale dell'Assemblea"),
  DELIBERA("Delibera dell'Assemblea"),
  ACCORDO_DI_PROGRAMMA("Accordo di Programma"),
  FIRMA("Documento firmato"),
  FLUSSO("Flusso informativo"),
  RAPPORTO_MONITORAGGIO("Rapporto di monitoraggio"),
  ATTO("Atto amministrativo"),
  ALTRO("Altro documento");

  private final String etichetta;

  TipoDocumento(String etichetta) {
    this.etichetta = etichetta;
  }

  public String etichetta() {
    return etichetta;
  }
}
