package it.pianodizona.accordo;

import it.pianodizona.accordo.firmadigitale.EsitoVerifica;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Where the signatures of an attempt stand: the same facts for the page of the offices and for the
 * tasks.
 *
 * @param enti every body that must sign, in the order of the Accordo
 * @param usciti bodies that left the Ambito meanwhile
 * @param solleciti moments of the reminders sent, oldest first
 */
public record QuadroDelleFirme(
    AccordoDiProgramma accordo,
    List<Riga> enti,
    List<String> usciti,
    List<ZonedDateTime> solleciti) {

  /**
   * One body.
   *
   * @param richiesta since when it is asked
   * @param esito {@code null} while it has not answered
   * @param atto its authorising act with the date; {@code null} without one
   * @param motivo why it refused, or why there is no signed file; {@code null} otherwise
   * @param file what the check of its last file found; {@code null} without a file
   * @param solleciti reminders it got
   */
  public record Riga(
      long firmaId,
      TipoSottoscrittore tipo,
      String codiceEnte,
      String ente,
      ZonedDateTime richiesta,
      Esito esito,
      String persona,
      String ruolo,
      String atto,
      ZonedDateTime risposta,
      String motivo,
      EsitoVerifica file,
      int solleciti) {

    public boolean manca() {
      return esito == null;
    }
  }

  public long firmati() {
    return enti.stream().filter(riga -> riga.esito() == Esito.FIRMATA).count();
  }

  public long mancano() {
    return enti.stream().filter(Riga::manca).count();
  }

  /** In one sentence: {@code hanno firmato 24 enti su 26; mancano Comune di Gorno, ATS Bergamo}. */
  public String riassunto() {
    var mancanti = enti.stream().filter(Riga::manca).map(Riga::ente).toList();
    return "%s %d %s su %d%s"
        .formatted(
            firmati() == 1 ? "ha firmato" : "hanno firmato",
            firmati(),
            firmati() == 1 ? "ente" : "enti",
            enti.size(),
            mancanti.isEmpty()
                ? ""
                : "; %s %s"
                    .formatted(
                        mancanti.size() == 1 ? "manca" : "mancano", String.join(", ", mancanti)));
  }
}
