package it.pianodizona.premialita.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.Rendicontazione;
import it.pianodizona.premialita.Valutazioni;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Ufficio di Piano reports what was done and spent. */
@Component
class RendicontareProgettoCompito extends CompitoDelProgetto {

  private final Valutazioni valutazioni;

  RendicontareProgettoCompito(
      Premialita premialita, Valutazioni valutazioni, Anagrafica anagrafica) {
    super(premialita, anagrafica, PremialitaProgettoProcesso.RENDICONTARE_PROGETTO);
    this.valutazioni = valutazioni;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var progetto = progetto(contesto);
    var scadenza =
        OffsetDateTime.parse(contesto.leggi(PremialitaProgettoProcesso.SCADENZA_RENDICONTAZIONE))
            .atZoneSameInstant(Termini.ROMA);
    contesto.scadenza(scadenza);
    var valori = intestazione(contesto, progetto);
    valori.putAll(Importi.residui(progetto));
    valori.put("entroIl", GIORNO.format(scadenza));
    valori.put("costo", progetto.scheda().budget().toString());
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    valutazioni.rendiconta(
        progettoId(contesto),
        new Rendicontazione(
            dati.data("dataRelazione"),
            Denaro.euro(dati.importo("spesaSostenuta")),
            dati.testo("risultati")),
        contesto.utente());
  }
}
