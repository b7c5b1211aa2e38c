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

/**
 * One body signs or refuses. Many do so at the same moment, so that nothing is written to the
 * process: each answer is a row of its own.
 */
@Component
class FirmareAccordoCompito implements Compito {

  private final Accordi accordi;

  FirmareAccordoCompito(Accordi accordi) {
    this.accordi = accordi;
  }

  @Override
  public String processo() {
    return AccordoDiProgrammaProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return AccordoDiProgrammaProcesso.FIRMARE_ACCORDO;
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
        "esito", Esito.FIRMATA.name(),
        "ruolo", firma.tipo() == TipoSottoscrittore.COMUNE ? "Sindaco" : "Direttore generale");
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    long firmaId = FirmaDaRaccogliere.da(contesto.leggi(FIRMA)).firmaId();
    if (Esito.valueOf(dati.testo("esito")) == Esito.FIRMATA) {
      accordi.firma(
          firmaId,
          new AttoDiFirma(
              dati.testo("persona"),
              dati.testo("ruolo"),
              dati.testo("atto"),
              dati.data("dataAtto"),
              dati.data("data")));
    } else {
      accordi.rifiuta(
          firmaId,
          new Rifiuto(
              dati.testo("persona"), dati.testo("ruolo"), dati.testo("motivo"), dati.data("data")));
    }
  }
}
