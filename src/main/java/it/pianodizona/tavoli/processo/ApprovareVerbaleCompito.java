package it.pianodizona.tavoli.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;
import static it.pianodizona.tavoli.processo.IncontroTavoloProcesso.INCONTRO_ID;

import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.tavoli.EsitoOsservazione;
import it.pianodizona.tavoli.Incontri;
import it.pianodizona.tavoli.Incontro;
import it.pianodizona.tavoli.Osservazione;
import it.pianodizona.tavoli.StatoIncontro;
import it.pianodizona.tavoli.Tavoli;
import it.pianodizona.tavoli.Verbali;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office decides on the remarks and approves the verbale. */
@Component
class ApprovareVerbaleCompito implements Compito {

  private static final String SI = "SI";

  private final Tavoli tavoli;
  private final Incontri incontri;
  private final Verbali verbali;

  ApprovareVerbaleCompito(Tavoli tavoli, Incontri incontri, Verbali verbali) {
    this.tavoli = tavoli;
    this.incontri = incontri;
    this.verbali = verbali;
  }

  @Override
  public String processo() {
    return IncontroTavoloProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return IncontroTavoloProcesso.APPROVARE_VERBALE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var incontro = incontri.incontro(contesto.leggi(INCONTRO_ID));
    var tavolo = tavoli.tavolo(incontro.tavoloId());
    var verbale = verbali.scheda(incontro.id()).orElseThrow();
    contesto.nome(
        "Approvare verbale – %s, incontro n. %d".formatted(tavolo.area(), incontro.numero()));
    var modulo = new HashMap<String, Object>();
    modulo.put("area", tavolo.area());
    modulo.put("numero", incontro.numero());
    modulo.put("quando", incontro.quando());
    modulo.put("termine", GIORNO_E_ORA.format(verbale.termineOsservazioni()));
    modulo.put("bozza", SchedaDelTavolo.documento(verbale.bozzaId()));
    modulo.put("deserto", verbale.deserto());
    modulo.put("ultimo", ultimo(incontro));
    modulo.put("senzaOsservazioni", verbale.osservazioni().isEmpty());
    modulo.put(
        "osservazioni",
        verbale.osservazioni().stream().map(ApprovareVerbaleCompito::riga).toList());
    modulo.put("verbale", verbale.testo());
    return modulo;
  }

  /** Approving it closes the works of the tavolo. */
  private boolean ultimo(Incontro incontro) {
    return incontri.delTavolo(incontro.tavoloId()).stream()
        .allMatch(
            i ->
                i.id() == incontro.id()
                    || i.stato() == StatoIncontro.ANNULLATO
                    || i.stato() == StatoIncontro.CONCLUSO);
  }

  private static Map<String, String> riga(Osservazione osservazione) {
    return Map.of(
        "osservazione", String.valueOf(osservazione.id()),
        "ente", osservazione.ente(),
        "testo", osservazione.testo());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    verbali.approva(
        contesto.leggi(INCONTRO_ID),
        dati.testo("verbale"),
        dati.righe("osservazioni").stream().map(ApprovareVerbaleCompito::esito).toList(),
        contesto.utente());
  }

  private static EsitoOsservazione esito(DatiModulo riga) {
    return new EsitoOsservazione(
        Long.parseLong(riga.testo("osservazione")),
        riga.testo("accolta").equals(SI),
        riga.testo("motivo"));
  }
}
