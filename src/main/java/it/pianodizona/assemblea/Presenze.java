package it.pianodizona.assemblea;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is in the room at any moment of a sitting, from the entries and exits in its register. Times
 * count to the minute; within the same minute the order of the register counts.
 */
public final class Presenze {

  private static final DateTimeFormatter ORA = DateTimeFormatter.ofPattern("HH:mm");

  private static final Comparator<Movimento> NEL_TEMPO =
      Comparator.comparing((Movimento m) -> minuto(m.quando())).thenComparingLong(Movimento::posto);

  private final Map<String, List<Movimento>> perComune = new TreeMap<>();

  /** The movements in any order; those that were annulled, and the annulments, do not count. */
  public Presenze(Collection<Movimento> movimenti) {
    var annullati = new HashSet<Long>();
    movimenti.stream()
        .filter(m -> m.tipo() == Movimento.Tipo.ANNULLAMENTO)
        .forEach(m -> annullati.add(m.corregge()));
    movimenti.stream()
        .filter(m -> m.tipo() != Movimento.Tipo.ANNULLAMENTO && !annullati.contains(m.id()))
        .sorted(NEL_TEMPO)
        .forEach(m -> perComune.computeIfAbsent(m.codiceIstat(), c -> new ArrayList<>()).add(m));
  }

  /**
   * ISTAT codes of the Comuni present at a moment.
   *
   * @param posto the place in the register of what happens at that moment; of the movements of the
   *     same minute only those recorded before it count
   */
  public Set<String> alle(ZonedDateTime quando, long posto) {
    var minuto = minuto(quando);
    var presenti = new TreeSet<String>();
    perComune.forEach(
        (comune, movimenti) ->
            movimenti.stream()
                .filter(m -> prima(m, minuto, posto))
                .reduce((primo, dopo) -> dopo)
                .filter(m -> m.tipo() == Movimento.Tipo.ENTRATA)
                .ifPresent(m -> presenti.add(comune)));
    return presenti;
  }

  /** ISTAT codes of the Comuni present after everything that was recorded up to a moment. */
  public Set<String> alle(ZonedDateTime quando) {
    return alle(quando, Long.MAX_VALUE);
  }

  /** ISTAT codes of the Comuni that were in the room at any time. */
  public Set<String> intervenuti() {
    return Set.copyOf(perComune.keySet());
  }

  /** Entries and exits of a Comune as people read them: {@code 18:05–19:10, 19:25–}. */
  public String orari(String codiceIstat) {
    var testo = new StringBuilder();
    for (var movimento : perComune.getOrDefault(codiceIstat, List.of())) {
      if (movimento.tipo() == Movimento.Tipo.ENTRATA) {
        testo.append(testo.isEmpty() ? "" : ", ").append(ora(movimento.quando())).append('–');
      } else {
        testo.append(ora(movimento.quando()));
      }
    }
    return testo.toString();
  }

  /**
   * @param nomi name of each Comune by ISTAT code
   * @throws DatoNonValido when somebody enters twice without leaving, or leaves without being there
   */
  void verifica(Map<String, String> nomi) {
    perComune.forEach(
        (comune, movimenti) -> {
          boolean presente = false;
          for (var movimento : movimenti) {
            boolean entra = movimento.tipo() == Movimento.Tipo.ENTRATA;
            if (entra == presente) {
              throw DatoNonValido.regola(
                  "Presenze",
                  "%s alle %s risulta %s."
                      .formatted(
                          nomi.getOrDefault(comune, comune),
                          ora(movimento.quando()),
                          presente ? "già presente" : "assente"));
            }
            presente = entra;
          }
        });
  }

  static ZonedDateTime minuto(ZonedDateTime quando) {
    return quando.withZoneSameInstant(Termini.ROMA).truncatedTo(ChronoUnit.MINUTES);
  }

  private static boolean prima(Movimento movimento, ZonedDateTime minuto, long posto) {
    int confronto = minuto(movimento.quando()).compareTo(minuto);
    return confronto < 0 || confronto == 0 && movimento.posto() < posto;
  }

  private static String ora(ZonedDateTime quando) {
    return ORA.format(quando.withZoneSameInstant(Termini.ROMA));
  }
}
