package it.pianodizona.documento;

import it.pianodizona.comune.DatoNonValido;
import java.util.Arrays;

/** The seven parts of the regional format of the Documento di Piano (S3 § 8.2). */
public enum Parte {
  ESITI(
      "Esiti della programmazione precedente",
      "Una scheda per ogni obiettivo della programmazione precedente (Tabella 2). Il testo"
          + " introduce le schede ed è facoltativo."),
  CONTESTO(
      "Dati di contesto e quadro della conoscenza",
      "Dati demografici e socioeconomici (occupazione, povertà, reddito medio) e risorse impiegate"
          + " nel settore sociale. Meglio pochi dati approfonditi che molti numeri."),
  SOGGETTI(
      "Soggetti e reti presenti sul territorio",
      "Chi opera nel territorio, con quali reti e quali tavoli."),
  BISOGNI(
      "Analisi dei bisogni",
      "Bisogni rilevati e motivi della scelta delle aree, sulla base dei dati di ATS, della spesa"
          + " sociale e di quanto emerso ai tavoli."),
  OBIETTIVI(
      "Obiettivi della programmazione",
      "Una scheda per obiettivo (Tabella 3). Il testo introduce le schede ed è facoltativo."),
  VALUTAZIONE(
      "Sistema di valutazione delle politiche e delle azioni",
      "Indicatori di risultato quantitativi e qualitativi, strumenti, chi rileva e quando."),
  INTEGRAZIONE(
      "Progetti e percorsi di integrazione sociosanitaria",
      "Progetti e percorsi costruiti con ATS e ASST.");

  /** Characters below which a text cannot be what the format asks for. */
  static final int LUNGHEZZA_MINIMA = 20;

  /** Characters that a part may have at most. */
  public static final int LUNGHEZZA_MASSIMA = 200_000;

  private final String titolo;
  private final String guida;

  Parte(String titolo, String guida) {
    this.titolo = titolo;
    this.guida = guida;
  }

  /** 1 to 7, as in the regional format. */
  public int numero() {
    return ordinal() + 1;
  }

  public String titolo() {
    return titolo;
  }

  /** What the part must say, for who writes it. */
  public String guida() {
    return guida;
  }

  /** Number and title, e.g. {@code 4. Analisi dei bisogni}. */
  public String etichetta() {
    return numero() + ". " + titolo;
  }

  /** Whether the part consists of cards; its text is then only an introduction. */
  public boolean aSchede() {
    return this == ESITI || this == OBIETTIVI;
  }

  /**
   * @throws DatoNonValido when it is not 1 to 7
   */
  public static Parte di(int numero) {
    return Arrays.stream(values())
        .filter(parte -> parte.numero() == numero)
        .findFirst()
        .orElseThrow(() -> new DatoNonValido("Parte", numero, "un numero da 1 a 7"));
  }
}
