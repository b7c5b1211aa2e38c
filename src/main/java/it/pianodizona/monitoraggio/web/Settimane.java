package it.pianodizona.monitoraggio.web;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.monitoraggio.ScadenzaVicina;
import it.pianodizona.monitoraggio.ScadenzaVicina.Tipo;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deadlines as a timeline: late ones first, then week by week, with those of many Ambiti for the
 * same thing on the same day in one line.
 */
public record Settimane(List<Settimana> settimane) {

  private static final DateTimeFormatter GIORNO_DELLA_SETTIMANA =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ITALIAN);

  /**
   * @param lunedi {@code null} for what is late
   * @param perTipo how many of each kind, in the order of the kinds
   */
  public record Settimana(
      String titolo, LocalDate lunedi, List<Voce> voci, int quante, Map<Tipo, Long> perTipo) {}

  /** The same thing due by several Ambiti on the same day. */
  public record Voce(String giorno, Tipo tipo, String descrizione, List<ScadenzaVicina> scadenze) {

    /** Number of Ambiti and, when it is one, its name. */
    public String diChi() {
      var ambiti = scadenze.stream().map(ScadenzaVicina::ambito).distinct().toList();
      return ambiti.size() == 1 ? ambiti.get(0) : ambiti.size() + " Ambiti";
    }
  }

  private record Chiave(LocalDate giorno, Tipo tipo, String descrizione) {}

  /**
   * @param scadenze in order
   * @param giorni how many days the timeline covers, from today
   */
  static Settimane di(List<ScadenzaVicina> scadenze, LocalDate oggi, int giorni) {
    var settimane = new ArrayList<Settimana>();
    var tardi = scadenze.stream().filter(ScadenzaVicina::inRitardo).toList();
    if (!tardi.isEmpty()) {
      settimane.add(settimana("In ritardo", null, tardi));
    }
    var ultimo = oggi.plusDays(giorni);
    var lunedi = oggi.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (; !lunedi.isAfter(ultimo); lunedi = lunedi.plusWeeks(1)) {
      var dal = lunedi;
      var al = lunedi.plusDays(6);
      settimane.add(
          settimana(
              "%s – %s".formatted(GIORNO.format(dal), GIORNO.format(al)),
              dal,
              scadenze.stream()
                  .filter(s -> !s.inRitardo())
                  .filter(s -> !giorno(s).isBefore(dal) && !giorno(s).isAfter(al))
                  .toList()));
    }
    return new Settimane(settimane);
  }

  /** The weeks as bars: one piece for each kind. */
  public Grafico grafico() {
    return Grafico.di(
        Stream.of(Tipo.values()).map(Tipo::descrizione).toList(),
        settimane.stream()
            .map(
                s -> {
                  List<Long> quanti =
                      Stream.of(Tipo.values()).map(t -> s.perTipo().getOrDefault(t, 0L)).toList();
                  return new Grafico.Dato(
                      s.titolo(),
                      quanti.stream().map(Number::doubleValue).toList(),
                      quanti.stream().map(String::valueOf).toList(),
                      String.valueOf(s.quante()));
                })
            .toList());
  }

  public int quante() {
    return settimane.stream().mapToInt(Settimana::quante).sum();
  }

  private static Settimana settimana(
      String titolo, LocalDate lunedi, List<ScadenzaVicina> scadenze) {
    var voci =
        scadenze.stream()
            .collect(
                Collectors.groupingBy(
                    s -> new Chiave(giorno(s), s.tipo(), s.descrizione()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .entrySet()
            .stream()
            .map(
                voce ->
                    new Voce(
                        lunedi == null
                            ? GIORNO.format(voce.getKey().giorno())
                            : GIORNO_DELLA_SETTIMANA.format(voce.getKey().giorno()),
                        voce.getKey().tipo(),
                        voce.getKey().descrizione(),
                        voce.getValue()))
            .toList();
    return new Settimana(
        titolo,
        lunedi,
        voci,
        scadenze.size(),
        scadenze.stream()
            .collect(Collectors.groupingBy(ScadenzaVicina::tipo, Collectors.counting())));
  }

  private static LocalDate giorno(ScadenzaVicina scadenza) {
    return scadenza.quando().toLocalDate();
  }
}
