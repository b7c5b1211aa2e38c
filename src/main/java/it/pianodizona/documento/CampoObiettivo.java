package it.pianodizona.documento;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fields of an objective as people write them: on the page, in a CSV, in a spreadsheet. */
public enum CampoObiettivo {
  TITOLO("Titolo", Genere.TESTO, 300, true, ""),
  MACROAREA("Macroarea", Genere.MACROAREA, 1, true, "La lettera della macroarea, da A a J."),
  DESCRIZIONE("Descrizione", Genere.TESTO, 8000, false, "Breve spiegazione."),
  TARGET("Target", Genere.TESTO, 1000, false, "Destinatari dell'intervento."),
  RISORSE(
      "Risorse economiche preventivate",
      Genere.IMPORTO,
      20,
      false,
      "Euro, anche approssimativi, senza i fondi condivisi; vuoto vale zero."),
  PERSONALE(
      "Risorse di personale dedicate",
      Genere.TESTO,
      1000,
      false,
      "Chi è impegnato e con quali funzioni."),
  TRASVERSALE("Trasversale ad altre aree", Genere.SI_NO, 2, false, "sì o no; vuoto vale no."),
  AREE("Con quali aree", Genere.TESTO, 500, false, "Da indicare se è trasversale."),
  SOCIOSANITARIA("Integrazione sociosanitaria", Genere.SI_NO, 2, false, "sì o no; vuoto vale no."),
  CONTINUITA(
      "In continuità con la programmazione precedente",
      Genere.SI_NO,
      2,
      false,
      "sì o no; vuoto vale no."),
  COPROGETTATO("Co-progettato con altri attori", Genere.SI_NO, 2, false, "sì o no; vuoto vale no."),
  ATTORI("Con quali attori", Genere.TESTO, 1000, false, "Da indicare se è co-progettato."),
  BISOGNI("A quali bisogni risponde", Genere.TESTO, 2000, false, "Indicatori di input."),
  MODALITA(
      "Modalità organizzative, operative e di erogazione",
      Genere.TESTO,
      2000,
      false,
      "Indicatori di processo."),
  RISULTATI(
      "Quali risultati vuole raggiungere", Genere.TESTO, 2000, false, "Indicatori di output."),
  IMPATTO("Quale impatto avrà", Genere.TESTO, 2000, false, "Indicatori di outcome."),
  PREMIALITA("Candidato alla premialità", Genere.SI_NO, 2, false, "sì o no; vuoto vale no."),
  FONDI(
      "Fondi condivisi",
      Genere.TESTO,
      2000,
      false,
      "I nomi dei fondi che condivide con altri obiettivi, separati da punto e virgola.");

  /** What may be written in a field. */
  public enum Genere {
    TESTO,
    MACROAREA,
    IMPORTO,
    SI_NO
  }

  private final String etichetta;
  private final Genere genere;
  private final int lunghezza;
  private final boolean obbligatorio;
  private final String aiuto;

  CampoObiettivo(
      String etichetta, Genere genere, int lunghezza, boolean obbligatorio, String aiuto) {
    this.etichetta = etichetta;
    this.genere = genere;
    this.lunghezza = lunghezza;
    this.obbligatorio = obbligatorio;
    this.aiuto = aiuto;
  }

  /** Name of the field on the page. */
  public String chiave() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it; also the heading of its column. */
  public String etichetta() {
    return etichetta;
  }

  public Genere genere() {
    return genere;
  }

  /** Characters that the field may have at most. */
  public int lunghezza() {
    return lunghezza;
  }

  /** Whether an objective cannot even be begun without it. */
  public boolean obbligatorio() {
    return obbligatorio;
  }

  public String aiuto() {
    return aiuto;
  }

  static Optional<CampoObiettivo> conEtichetta(String etichetta) {
    return Arrays.stream(values())
        .filter(
            campo ->
                ObiettiviDaImportare.chiave(campo.etichetta)
                    .equals(ObiettiviDaImportare.chiave(etichetta)))
        .findFirst();
  }
}
