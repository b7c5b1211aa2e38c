package it.pianodizona.attuazione.monitoraggio;

import it.pianodizona.assemblea.Deliberazione;
import it.pianodizona.assemblea.Oggetto;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * One year of a plan under monitoring.
 *
 * @param ultimo true for the last year of the triennio, which has no economic plan after it
 * @param documentoId the approved version whose objectives are monitored; {@code null} without one
 * @param apertura day it opened
 * @param scadenza last instant to have it approved, Europe/Rome
 * @param inRitardo true once the term passed with no approval
 * @param premessa how the year went, in the office's words; {@code null} until it is sent
 * @param delibera the act that approved it; {@code null} before
 * @param rapportoId the report in the fascicolo; {@code null} before
 */
public record MonitoraggioAnnuale(
    long id,
    RiferimentoPiano piano,
    int anno,
    boolean ultimo,
    Long documentoId,
    LocalDate apertura,
    ZonedDateTime scadenza,
    Stato stato,
    boolean inRitardo,
    String premessa,
    Semafori.Soglie soglie,
    String delibera,
    Long rapportoId) {

  /** Where it is. */
  public enum Stato {
    DA_COMPILARE("da compilare"),
    IN_ASSEMBLEA("all'esame dell'Assemblea"),
    APPROVATO("approvato");

    private final String descrizione;

    Stato(String descrizione) {
      this.descrizione = descrizione;
    }

    public String descrizione() {
      return descrizione;
    }
  }

  /** Number of the instance among those of the Ambito: {@code 50084/2025-2027/2025}. */
  public String chiave() {
    return piano.chiave() + "/" + anno;
  }

  /** Where its files are in the fascicolo. */
  public String riferimento() {
    return "monitoraggio:" + id;
  }

  /** What the Assemblea is asked to approve. */
  public Deliberazione deliberazione() {
    return new Deliberazione(ultimo ? Oggetto.MONITORAGGIO_FINALE : Oggetto.MONITORAGGIO, anno);
  }

  /** The year whose economic plan is reconfirmed with it. */
  public int annoEconomico() {
    return anno + 1;
  }
}
