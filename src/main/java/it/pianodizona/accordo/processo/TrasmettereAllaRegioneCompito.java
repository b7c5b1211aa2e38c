package it.pianodizona.accordo.processo;

import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.ACCORDO_ID;
import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.SOLLECITI_RICEVUTA;
import static it.pianodizona.comune.DateItaliane.GIORNO;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ATS sends plan and Accordo to the Region. */
@Component
class TrasmettereAllaRegioneCompito implements Compito {

  private static final int GIORNI_TRA_SOLLECITI = 7;

  private final Accordi accordi;
  private final Anagrafica anagrafica;

  TrasmettereAllaRegioneCompito(Accordi accordi, Anagrafica anagrafica) {
    this.accordi = accordi;
    this.anagrafica = anagrafica;
  }

  @Override
  public String processo() {
    return AccordoDiProgrammaProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return AccordoDiProgrammaProcesso.TRASMETTERE_ALLA_REGIONE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var accordo = accordi.accordo(contesto.leggi(ACCORDO_ID));
    contesto.scadenza(accordo.entro());
    return Map.of(
        "codiceTriennio", contesto.leggi(VariabiliPiano.TRIENNIO),
        "denominazioneAmbito",
            anagrafica.ambito(contesto.leggi(VariabiliPiano.CODICE_AMBITO)).denominazione(),
        "entro", GIORNO.format(accordo.entro()),
        "pagina", PaginaAccordo.di(accordo.pianoId()),
        "documenti",
            accordi.documentiDaTrasmettere(accordo.id()).stream()
                .map(
                    d ->
                        Map.of(
                            "titolo", d.titolo(),
                            "protocollo", d.protocollo() == null ? "–" : d.protocollo(),
                            "sha256", d.sha256()))
                .toList());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    accordi.trasmetti(contesto.leggi(ACCORDO_ID), dati.data("data"), dati.testo("protocollo"));
    var primo = dati.data("data").plusDays(GIORNI_TRA_SOLLECITI).atTime(9, 0).atZone(Termini.ROMA);
    contesto.imposta(
        SOLLECITI_RICEVUTA,
        "R/%s/P%dD".formatted(ISO_OFFSET_DATE_TIME.format(primo), GIORNI_TRA_SOLLECITI));
  }
}
