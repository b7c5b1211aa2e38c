package it.pianodizona.accordo.processo;

import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.ACCORDO_ID;
import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.ACCORDO_RAGGIUNTO;
import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** ATS or Region record that Piano and Accordo arrived. */
@Component
class RegistrareRicevutaCompito implements Compito {

  private final Accordi accordi;
  private final Anagrafica anagrafica;

  RegistrareRicevutaCompito(Accordi accordi, Anagrafica anagrafica) {
    this.accordi = accordi;
    this.anagrafica = anagrafica;
  }

  @Override
  public String processo() {
    return AccordoDiProgrammaProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return AccordoDiProgrammaProcesso.REGISTRARE_RICEVUTA;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var trasmissione = accordi.trasmissione(contesto.leggi(ACCORDO_ID)).orElseThrow();
    return Map.of(
        "codiceTriennio", contesto.leggi(VariabiliPiano.TRIENNIO),
        "denominazioneAmbito",
            anagrafica.ambito(contesto.leggi(VariabiliPiano.CODICE_AMBITO)).denominazione(),
        "numeroDocumenti",
            trasmissione.documenti() == 1
                ? "un documento"
                : trasmissione.documenti() + " documenti",
        "trasmesso", GIORNO.format(trasmissione.data()),
        "protocolloAts", trasmissione.protocollo());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    accordi.registraRicevuta(
        contesto.leggi(ACCORDO_ID), dati.data("data"), dati.testo("protocollo"), contesto.utente());
    contesto.imposta(ACCORDO_RAGGIUNTO, true);
  }
}
