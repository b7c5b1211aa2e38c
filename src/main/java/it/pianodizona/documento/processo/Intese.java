package it.pianodizona.documento.processo;

import it.pianodizona.documento.Documenti;
import it.pianodizona.motore.NelModello;

/** What the model asks about the intese. */
@NelModello("intese")
public class Intese {

  private final Documenti documenti;

  Intese(Documenti documenti) {
    this.documenti = documenti;
  }

  /** True when the ATS and every ASST of the Ambito gave theirs. */
  public boolean raggiunte(long documentoId) {
    return documenti.inteseMancanti(documentoId).isEmpty();
  }
}
