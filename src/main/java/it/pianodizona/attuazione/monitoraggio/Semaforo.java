package it.pianodizona.attuazione.monitoraggio;

import java.util.Locale;

/** The light of an indicator or of an objective; the sign says it without the colour. */
public enum Semaforo {
  VERDE("verde", "✓"),
  GIALLO("giallo", "!"),
  ROSSO("rosso", "✕"),
  GRIGIO("non rilevato", "–");

  private final String nome;
  private final String segno;

  Semaforo(String nome, String segno) {
    this.nome = nome;
    this.segno = segno;
  }

  public String nome() {
    return nome;
  }

  public String segno() {
    return segno;
  }

  /** For the style sheet. */
  public String classe() {
    return "pdz-semaforo pdz-semaforo-" + name().toLowerCase(Locale.ROOT);
  }
}
