package it.pianodizona.simulazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.Fase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happened in a run, gathered while it goes: the facts behind the report. */
@Component
@Simulazione
public class Cronaca {

  /** The times of one kind of task. */
  public static final class Passo {
    private final List<Double> giorni = new ArrayList<>();
    private final List<Double> ritardi = new ArrayList<>();
    private int conTermine;

    /** Days from the opening of each task to its completion. */
    public List<Double> giorni() {
      return giorni;
    }

    /** Days after the due date, of those completed late. */
    public List<Double> ritardi() {
      return ritardi;
    }

    public int conTermine() {
      return conTermine;
    }
  }

  private final Map<String, Passo> passi = new TreeMap<>();
  private final Map<String, Integer> eventi = new TreeMap<>();
  private final Map<YearMonth, Map<Fase, Integer>> fasi = new TreeMap<>();
  private final Map<YearMonth, int[]> mesi = new TreeMap<>();
  private final Map<String, String> nomi = new TreeMap<>();
  private int compiti;
  private int lavori;
  private int rimandati;

  /**
   * @param chiave id of the task in its model
   * @param termine {@code null} when the task has no due date
   */
  public void compito(String chiave, Instant aperto, Instant termine, Instant fatto) {
    compiti++;
    var passo = passi.computeIfAbsent(chiave, c -> new Passo());
    passo.giorni.add(Duration.between(aperto, fatto).toMinutes() / 1440.0);
    if (termine != null) {
      passo.conTermine++;
      if (fatto.isAfter(termine)) {
        passo.ritardi.add(Duration.between(termine, fatto).toMinutes() / 1440.0);
      }
    }
    conta(fatto, 0);
  }

  /** What the models call a task, for whoever reads the report. */
  public void chiama(String chiave, String nome) {
    nomi.put(chiave, nome);
  }

  public void lavoro(Instant quando) {
    lavori++;
    conta(quando, 1);
  }

  /** Somebody looked at a task and left it for another day. */
  public void rimandato() {
    rimandati++;
  }

  private void conta(Instant quando, int colonna) {
    mesi.computeIfAbsent(
            YearMonth.from(quando.atZone(it.pianodizona.comune.Termini.ROMA)), m -> new int[2])[
        colonna]++;
  }

  /** How many plans were in each phase at the end of a month. */
  public void fasi(LocalDate giorno, Map<Fase, Integer> quante) {
    fasi.put(YearMonth.from(giorno), new EnumMap<>(quante));
  }

  @EventListener
  void evento(EventoDelPiano evento) {
    eventi.merge(evento.getClass().getSimpleName(), 1, Integer::sum);
  }

  /** By id of the task in its model. */
  public Map<String, Passo> passi() {
    return passi;
  }

  /** The name of a task in its model. */
  public String nome(String chiave) {
    return nomi.getOrDefault(chiave, chiave);
  }

  public Map<String, Integer> eventi() {
    return eventi;
  }

  public Map<YearMonth, Map<Fase, Integer>> fasi() {
    return fasi;
  }

  /** Tasks and jobs of each month. */
  public Map<YearMonth, int[]> mesi() {
    return mesi;
  }

  public int compiti() {
    return compiti;
  }

  public int lavori() {
    return lavori;
  }

  public int rimandati() {
    return rimandati;
  }

  /** The value below which a share of the sorted values lies; 0 without values. */
  static double quantile(List<Double> valori, double quota) {
    if (valori.isEmpty()) {
      return 0;
    }
    double[] ordinati = valori.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(ordinati);
    return ordinati[(int) Math.min(ordinati.length - 1, Math.floor(quota * ordinati.length))];
  }
}
