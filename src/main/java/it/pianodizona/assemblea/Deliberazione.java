package it.pianodizona.assemblea;

import it.pianodizona.comune.DatoNonValido;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one approval is about, and how its papers say it.
 *
 * @param anno the year that is monitored; {@code null} for the plan and the schema of the Accordo
 */
public record Deliberazione(Oggetto oggetto, Integer anno) {

  /** The Piano di Zona and the schema of the Accordo di Programma. */
  public static final Deliberazione PIANO_E_SCHEMA =
      new Deliberazione(Oggetto.PIANO_E_SCHEMA, null);

  /**
   * @throws DatoNonValido when the year is missing, or there is one that does not belong there
   */
  public Deliberazione {
    if ((oggetto == Oggetto.PIANO_E_SCHEMA) != (anno == null)) {
      throw new DatoNonValido(
          "Anno", anno, "l'anno da monitorare, e nessun anno per il Piano di Zona");
    }
  }

  /** The point to vote now; empty when nothing is left to vote. */
  Optional<Punto> prossimo(Map<Punto, Boolean> decisi) {
    return oggetto.punti().stream().filter(punto -> votabile(punto, decisi)).findFirst();
  }

  private static boolean votabile(Punto punto, Map<Punto, Boolean> decisi) {
    return !decisi.containsKey(punto)
        && (punto != Punto.SCHEMA_ACCORDO || Boolean.TRUE.equals(decisi.get(Punto.PIANO)));
  }

  EsitoSeduta esito(Map<Punto, Boolean> decisi) {
    return new EsitoSeduta(
        prossimo(decisi).isEmpty(),
        oggetto.punti().stream().allMatch(punto -> Boolean.TRUE.equals(decisi.get(punto))));
  }

  /** The agenda, one numbered line for each point that is still to vote. */
  public String ordineDelGiorno(String triennio, Map<Punto, Boolean> decisi) {
    var righe =
        oggetto.punti().stream()
            .filter(punto -> !decisi.containsKey(punto))
            .map(punto -> voce(punto, triennio))
            .toList();
    var testo = new StringBuilder();
    for (int i = 0; i < righe.size(); i++) {
      testo.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(righe.get(i));
    }
    return testo.toString();
  }

  private String voce(Punto punto, String triennio) {
    return switch (punto) {
      case PIANO -> "Approvazione del Piano di Zona %s.".formatted(triennio);
      case SCHEMA_ACCORDO -> "Approvazione dello schema di Accordo di Programma.";
      case MONITORAGGIO ->
          "Approvazione del monitoraggio dell'anno %d del Piano di Zona %s."
              .formatted(anno, triennio);
      case PIANO_ECONOMICO ->
          "Riconferma del piano economico dell'anno %d e delle quote dei Comuni."
              .formatted(anno + 1);
    };
  }

  /** The subject of the delibera. */
  public String titolo(String triennio) {
    return switch (oggetto) {
      case PIANO_E_SCHEMA ->
          "Approvazione del Piano di Zona %s e dello schema di Accordo di Programma"
              .formatted(triennio);
      case MONITORAGGIO ->
          "Monitoraggio dell'anno %d del Piano di Zona %s e piano economico dell'anno %d"
              .formatted(anno, triennio, anno + 1);
      case MONITORAGGIO_FINALE ->
          "Monitoraggio dell'anno %d, ultimo del Piano di Zona %s".formatted(anno, triennio);
    };
  }

  /** What the Assemblea resolves, one sentence for each point. */
  List<String> dispositivo(String triennio, String ambito) {
    return oggetto.punti().stream()
        .map(
            punto ->
                switch (punto) {
                  case PIANO ->
                      "di approvare il Piano di Zona %s dell'Ambito %s".formatted(triennio, ambito);
                  case SCHEMA_ACCORDO ->
                      "di approvare lo schema di Accordo di Programma per la sua attuazione";
                  case MONITORAGGIO ->
                      "di approvare il monitoraggio dell'anno %d del Piano di Zona %s dell'Ambito %s"
                          .formatted(anno, triennio, ambito);
                  case PIANO_ECONOMICO ->
                      "di riconfermare il piano economico dell'anno %d, con le quote dovute dai Comuni"
                          .formatted(anno + 1);
                })
        .toList();
  }

  /** What was voted already and what is left, in one sentence; empty when nothing was voted. */
  public String residuo(Map<Punto, Boolean> decisi) {
    if (decisi.isEmpty() || prossimo(decisi).isEmpty()) {
      return "";
    }
    return "Già votato validamente: **%s**. Resta da votare: **%s**."
        .formatted(elenco(decisi, true), elenco(decisi, false));
  }

  private String elenco(Map<Punto, Boolean> decisi, boolean votati) {
    return oggetto.punti().stream()
        .filter(punto -> decisi.containsKey(punto) == votati)
        .map(Punto::descrizione)
        .collect(Collectors.joining(", "));
  }
}
