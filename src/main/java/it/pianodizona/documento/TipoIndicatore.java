package it.pianodizona.documento;

/** What an indicator measures (S3 § 8.1). */
public enum TipoIndicatore {
  INPUT("input", "bisogni e risorse"),
  PROCESSO("processo", "modalità di erogazione"),
  OUTPUT("output", "risultati"),
  OUTCOME("outcome", "impatto");

  private final String nome;
  private final String misura;

  TipoIndicatore(String nome, String misura) {
    this.nome = nome;
    this.misura = misura;
  }

  public String nome() {
    return nome;
  }

  /** E.g. {@code output (risultati)}. */
  public String etichetta() {
    return nome + " (" + misura + ")";
  }
}
