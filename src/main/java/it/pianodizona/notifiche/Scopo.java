package it.pianodizona.notifiche;

/** Why a message is sent. */
public enum Scopo {
  RICEVUTA_DOMANDA("Ricevuta della domanda"),
  ESITO_DOMANDA("Esito della domanda"),
  RICHIESTA_INTEGRAZIONE("Richiesta di integrazione"),
  PREAVVISO_RIGETTO("Preavviso di rigetto"),
  TERMINE_PROCEDIMENTO_SCADUTO("Termine del procedimento scaduto"),
  SCADENZA_DOMANDE_VICINA("Scadenza delle domande vicina"),
  CO_PROGRAMMAZIONE_CONCLUSA("Co-programmazione conclusa"),
  CONVOCAZIONE_TAVOLO("Convocazione del tavolo"),
  PROMEMORIA_TAVOLO("Promemoria del tavolo"),
  VERBALE_IN_RITARDO("Verbale in ritardo"),
  REDAZIONE_IN_RITARDO("Redazione in ritardo"),
  CONVOCAZIONE_ASSEMBLEA("Convocazione dell'Assemblea"),
  RICHIESTA_FIRMA("Richiesta di firma"),
  SOLLECITO_FIRMA("Sollecito di firma"),
  FIRMA_RIFIUTATA("Firma rifiutata"),
  TERMINE_ACCORDO_SCADUTO("Termine dell'Accordo scaduto"),
  PIANO_IN_RITARDO("Piano in ritardo"),
  RENDICONTAZIONE_IN_RITARDO("Relazione finale in ritardo"),
  PREMIALITA_LIQUIDATA("Premialità liquidata"),
  PREMIALITA_NON_RICONOSCIUTA("Premialità non riconosciuta");

  private final String descrizione;

  Scopo(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials read it. */
  public String descrizione() {
    return descrizione;
  }
}
