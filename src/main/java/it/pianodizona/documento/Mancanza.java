package it.pianodizona.documento;

/**
 * Something that a part still lacks.
 *
 * @param derogabile whether the domain lets the office go on without it, saying why
 */
public record Mancanza(Parte parte, String testo, boolean derogabile) {

  /** E.g. {@code Parte 5, obiettivo 3: manca il target}. */
  public String riga() {
    return "Parte %d: %s".formatted(parte.numero(), testo);
  }
}
