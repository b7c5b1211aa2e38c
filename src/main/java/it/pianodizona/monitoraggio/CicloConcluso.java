package it.pianodizona.monitoraggio;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What the Region published about a cycle that is over.
 *
 * @param al day at which the Accordi were counted; {@code null} when they were not
 * @param fonti the acts that the figures come from
 */
public record CicloConcluso(
    String triennio,
    LocalDate al,
    List<PerAts> accordi,
    List<PerObiettivo> progetti,
    List<String> fonti,
    String nomeFile,
    ZonedDateTime importato) {

  public CicloConcluso {
    accordi = List.copyOf(accordi);
    progetti = List.copyOf(progetti);
    fonti = List.copyOf(fonti);
  }

  /** Ambiti of an ATS with and without a new Accordo. */
  public record PerAts(String codiceAts, String ats, int conAccordo, int senzaAccordo) {}

  /** Projects for an objective. */
  public record PerObiettivo(String obiettivo, int presentati, int approvati) {}

  public int conAccordo() {
    return accordi.stream().mapToInt(PerAts::conAccordo).sum();
  }

  public int senzaAccordo() {
    return accordi.stream().mapToInt(PerAts::senzaAccordo).sum();
  }

  public int presentati() {
    return progetti.stream().mapToInt(PerObiettivo::presentati).sum();
  }

  public int approvati() {
    return progetti.stream().mapToInt(PerObiettivo::approvati).sum();
  }
}
