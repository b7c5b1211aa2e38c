package it.pianodizona.documento;

import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;
import java.util.Optional;

/**
 * How the objectives of the programme before a plan ended, where it is known; later features
 * implement it. Part 1 of a new document starts from there (S3, Tabella 2).
 */
public interface EsitiDelCiclo {

  /** What is known of the programme before this plan; empty when nothing is. */
  Optional<Precedenti> prima(RiferimentoPiano piano);

  /**
   * The outcomes of a programme.
   *
   * @param provenienza where they come from, as the history of the document will say it
   */
  record Precedenti(String provenienza, List<EsitoPrecedente> esiti) {

    public Precedenti {
      esiti = List.copyOf(esiti);
    }
  }
}
