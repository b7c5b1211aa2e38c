package it.pianodizona.documento;

import java.util.List;

/**
 * Parts 1 to 4 of the document (S3 § 8.2).
 *
 * @param esiti part 1
 * @param contesto part 2: context and knowledge
 * @param soggetti part 3: actors and networks
 * @param bisogni part 4: needs and why these areas
 */
public record Analisi(
    List<EsitoPrecedente> esiti, String contesto, String soggetti, String bisogni) {

  public Analisi {
    esiti = List.copyOf(esiti);
  }
}
