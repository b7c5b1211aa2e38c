package it.pianodizona.attuazione.monitoraggio;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.attuazione.economia.ConfrontoEconomico;
import it.pianodizona.attuazione.economia.PianoEconomico;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.Protocollo;
import it.pianodizona.fascicolo.Stampa;
import it.pianodizona.fascicolo.TipoDocumento;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Prints the report of a year and keeps it in the fascicolo. */
@Component
class RapportoMonitoraggio {

  private final Stampa stampa;
  private final Fascicolo fascicolo;
  private final Protocollo protocollo;
  private final Anagrafica anagrafica;

  RapportoMonitoraggio(
      Stampa stampa, Fascicolo fascicolo, Protocollo protocollo, Anagrafica anagrafica) {
    this.stampa = stampa;
    this.fascicolo = fascicolo;
    this.protocollo = protocollo;
    this.anagrafica = anagrafica;
  }

  /**
   * @param prossimo the economic plan that was reconfirmed; {@code null} after the last year
   * @param corrente that of the year, to compare with; {@code null} when it was never written
   */
  Documento conserva(
      MonitoraggioAnnuale monitoraggio,
      List<SchedaAnnuale> schede,
      PianoEconomico prossimo,
      PianoEconomico corrente) {
    var piano = monitoraggio.piano();
    var titolo =
        "Monitoraggio dell'anno %d del Piano di Zona %s"
            .formatted(monitoraggio.anno(), piano.triennio());
    var numero =
        protocollo.registra(piano.codiceAmbito(), Protocollo.Verso.USCITA, titolo).toString();
    var dati = new LinkedHashMap<String, Object>();
    dati.put("titolo", titolo);
    dati.put("ambito", anagrafica.ambito(piano.codiceAmbito()).denominazione());
    dati.put("protocollo", numero);
    dati.put("m", monitoraggio);
    dati.put("scadenza", GIORNO.format(monitoraggio.scadenza()));
    dati.put("schede", schede);
    dati.put("conteggio", conteggio(schede));
    dati.put("economia", prossimo == null ? null : new ConfrontoEconomico(prossimo, corrente));
    return fascicolo.conserva(
        NuovoDocumento.pdf(
            piano.pianoId(),
            monitoraggio.riferimento(),
            TipoDocumento.RAPPORTO_MONITORAGGIO,
            titolo,
            "monitoraggio-%d.pdf".formatted(monitoraggio.anno()),
            stampa.pdf("monitoraggio-annuale", dati),
            numero));
  }

  /** How many objectives have each light. */
  static Map<Semaforo, Long> conteggio(List<SchedaAnnuale> schede) {
    var conteggio = new EnumMap<Semaforo, Long>(Semaforo.class);
    for (var semaforo : Semaforo.values()) {
      conteggio.put(semaforo, schede.stream().filter(s -> s.luce().semaforo() == semaforo).count());
    }
    return conteggio;
  }
}
