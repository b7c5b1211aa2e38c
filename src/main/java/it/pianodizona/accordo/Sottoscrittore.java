package it.pianodizona.accordo;

/**
 * A body that must sign one Accordo di Programma.
 *
 * @param firmaId key of its place among the signatures
 * @param codiceEnte ISTAT code of the Comune, regional code of the ATS or ASST
 * @param nome full name, e.g. {@code Comune di Clusone}
 * @param email {@code null} when not known
 */
public record Sottoscrittore(
    long firmaId,
    long accordoId,
    TipoSottoscrittore tipo,
    String codiceEnte,
    String nome,
    String email) {

  /** The group of those who act for it, e.g. {@code comune.016077}. */
  public String gruppo() {
    return switch (tipo) {
      case COMUNE -> "comune." + codiceEnte;
      case ATS -> "ats";
      case ASST -> "asst";
    };
  }
}
