package it.pianodizona.accordo.processo;

import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.FIRMA;
import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.SCADENZA_ACCORDO;
import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.AttoDiFirma;
import it.pianodizona.accordo.Esito;
import it.pianodizona.accordo.Rifiuto;
import it.pianodizona.accordo.TipoSottoscrittore;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One body signs or refuses, in a process instance and a row of its own: many do so together. */
@Component
class FirmareAccordoCompito implements Compito {

  private final Accordi accordi;

  FirmareAccordoCompito(Accordi accordi) {
    this.accordi = accordi;
  }

  @Override
  public String processo() {
    return SottoscrizioneEnteProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return SottoscrizioneEnteProcesso.FIRMARE_ACCORDO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var firma = FirmaDaRaccogliere.da(contesto.leggi(FIRMA));
    var entro =
        OffsetDateTime.parse(contesto.leggi(SCADENZA_ACCORDO)).atZoneSameInstant(Termini.ROMA);
    contesto.nome("Firmare l'Accordo di Programma – " + firma.ente());
    contesto.gruppoCandidato(firma.gruppo());
    contesto.scadenza(entro);
    return Map.of(
        "ente", firma.ente(),
        "codiceTriennio", contesto.leggi(VariabiliPiano.TRIENNIO),
        "entro", GIORNO.format(entro),
        "pagina",
            PaginaAccordo.dellaFirma(contesto.leggi(VariabiliPiano.PIANO_ID), firma.firmaId()),
        "prova", "non ancora caricato",
        "esito", Esito.FIRMATA.name(),
        "ruolo", firma.tipo() == TipoSottoscrittore.COMUNE ? "Sindaco" : "Direttore generale");
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    long firmaId = contesto.leggi(SottoscrizioneEnteProcesso.FIRMA_ID);
    boolean firma = Esito.valueOf(dati.testo("esito")) == Esito.FIRMATA;
    contesto.imposta(SottoscrizioneEnteProcesso.HA_FIRMATO, firma);
    if (firma) {
      accordi.firma(
          firmaId,
          new AttoDiFirma(
              dati.testo("persona"),
              dati.testo("ruolo"),
              dati.testo("atto"),
              dati.data("dataAtto"),
              dati.data("data"),
              dati.cercaTesto("motivoSenzaProva").orElse(null)));
    } else {
      accordi.rifiuta(
          firmaId,
          new Rifiuto(
              dati.testo("persona"), dati.testo("ruolo"), dati.testo("motivo"), dati.data("data")));
    }
  }
}
