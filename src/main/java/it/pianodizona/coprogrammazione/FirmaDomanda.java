package it.pianodizona.coprogrammazione;

/** How a domanda is signed, as the office found it (art. 65 d.lgs. 82/2005). */
public enum FirmaDomanda {
  DIGITALE("Firma digitale"),
  AUTOGRAFA("Firma a mano su copia o originale"),
  PEC("Inviata dalla PEC dell'ente"),
  PAGINA_WEB("Dichiarata nella pagina web dell'avviso"),
  ASSENTE("Manca o non è del legale rappresentante");

  private final String descrizione;

  FirmaDomanda(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
