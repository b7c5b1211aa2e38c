package it.pianodizona.coprogrammazione;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A domanda that somebody is still writing.
 *
 * @param campi what was typed so far, by name of the field; not checked
 * @param scade when it is thrown away, Europe/Rome
 */
public record BozzaDomanda(
    long id, Map<String, List<String>> campi, List<FileDiBozza> file, ZonedDateTime scade) {

  /** A file of a draft, without its bytes. It passed every check. */
  public record FileDiBozza(
      long id, TipoAllegato tipo, String nomeFile, long dimensione, String sha256) {}

  public List<FileDiBozza> file(TipoAllegato tipo) {
    return file.stream().filter(f -> f.tipo() == tipo).toList();
  }

  /** The one file of a kind of which there is one at most. */
  public Optional<FileDiBozza> unFile(TipoAllegato tipo) {
    return file(tipo).stream().findFirst();
  }
}
