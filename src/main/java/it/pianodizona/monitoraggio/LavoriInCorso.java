package it.pianodizona.monitoraggio;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the running processes of many plans wait for; asked in a fixed number of queries. */
public interface LavoriInCorso {

  /**
   * The running processes of one plan.
   *
   * @param istanza id of the process of the plan; {@code null} when it has ended
   * @param inMano who has open tasks, the one with the most first
   * @param primaScadenza earliest due date of an open task; {@code null} when none has one
   * @param anomalie steps that failed and wait for somebody
   */
  record Lavoro(String istanza, List<InMano> inMano, ZonedDateTime primaScadenza, int anomalie) {

    public static final Lavoro NESSUNO = new Lavoro(null, List.of(), null, 0);

    public Lavoro {
      inMano = List.copyOf(inMano);
    }
  }

  /**
   * Somebody the plan waits for.
   *
   * @param chi an office in words, such as {@code Ufficio di piano} or {@code 3 Comuni}
   * @param compiti how many open tasks
   */
  record InMano(String chi, int compiti) {

    /** As the dashboard says it. */
    public String descrizione() {
      return compiti == 1 ? chi : "%s (%d compiti)".formatted(chi, compiti);
    }
  }

  /** An open task that falls due. */
  record CompitoInScadenza(String chiave, String compito, String chi, ZonedDateTime entro) {}

  /**
   * @param chiavi business keys of plans, such as {@code 50084/2025-2027}
   * @return by business key; plans with nothing running are not in the map
   */
  Map<String, Lavoro> dei(Collection<String> chiavi);

  /** Open tasks of those plans due until that moment, earliest first; late ones included. */
  List<CompitoInScadenza> inScadenza(Collection<String> chiavi, ZonedDateTime entro);
}
