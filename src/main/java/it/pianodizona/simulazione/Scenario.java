package it.pianodizona.simulazione;

import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The regional dates of a triennio, from {@code simulazione/trienni.yaml}.
 *
 * @param avvio day the Region opens it
 * @param scadenzaAccordo last day to sign, as first set
 * @param proroga the act that moved it; empty when none did
 */
public record Scenario(
    String triennio,
    String attoRegionale,
    LocalDate avvio,
    LocalDate scadenzaAccordo,
    Optional<Proroga> proroga) {

  /** An act that moves the date for all. */
  public record Proroga(String atto, LocalDate data, LocalDate nuovaScadenza, String motivo) {}

  private record Voce(
      String attoRegionale, String avvio, String scadenzaAccordo, Map<String, String> proroga) {}

  /** Reads the dates of a triennio. */
  @SuppressWarnings("unchecked")
  public static Scenario leggi(String triennio) {
    Map<String, Object> voci = new TreeMap<>(Profilo.leggi("simulazione/trienni.yaml", Map.class));
    if (!voci.containsKey(triennio)) {
      throw new DatoNonValido("Triennio", triennio, "uno tra " + String.join(", ", voci.keySet()));
    }
    var voce = new ObjectMapper().convertValue(voci.get(triennio), Voce.class);
    return new Scenario(
        triennio,
        voce.attoRegionale(),
        LocalDate.parse(voce.avvio()),
        LocalDate.parse(voce.scadenzaAccordo()),
        Optional.ofNullable(voce.proroga())
            .map(
                p ->
                    new Proroga(
                        p.get("atto"),
                        LocalDate.parse(p.get("data")),
                        LocalDate.parse(p.get("nuovaScadenza")),
                        p.get("motivo"))));
  }

  /** The same with another act instead of the one it has. */
  public Scenario conProroga(Proroga nuova) {
    return new Scenario(
        triennio, attoRegionale, avvio, scadenzaAccordo, Optional.ofNullable(nuova));
  }

  /** Last day of a run: the flows of the last year are sent until the end of the year after. */
  public LocalDate fine() {
    return LocalDate.of(Integer.parseInt(triennio.substring(5)) + 2, 3, 31);
  }
}
