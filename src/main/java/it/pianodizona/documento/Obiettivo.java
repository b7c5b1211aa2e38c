package it.pianodizona.documento;

import java.util.List;

/**
 * An objective of one version of the Documento di Piano. Two objectives may have the same title
 * (S4): only the id tells them apart.
 *
 * @param numero its place in the document, from 1
 * @param chiave the same in every version of the document
 * @param revisione grows at each change
 * @param fondi the shared budgets it draws on
 */
public record Obiettivo(
    long id,
    long documentoId,
    int numero,
    String chiave,
    int revisione,
    SchedaObiettivo scheda,
    List<Indicatore> indicatori,
    List<FondoCondiviso> fondi) {

  public Obiettivo {
    indicatori = List.copyOf(indicatori);
    fondi = List.copyOf(fondi);
  }

  /** Number and title, e.g. {@code 12. A casa in valle}. */
  public String etichetta() {
    return numero + ". " + scheda.titolo();
  }
}
