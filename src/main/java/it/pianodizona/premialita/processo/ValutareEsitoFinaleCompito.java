package it.pianodizona.premialita.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.Seguito;
import it.pianodizona.premialita.Valutazione;
import it.pianodizona.premialita.Valutazioni;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The gruppo tecnico says from the report whether the objective was reached. */
@Component
class ValutareEsitoFinaleCompito extends CompitoDelProgetto {

  private final Valutazioni valutazioni;

  ValutareEsitoFinaleCompito(
      Premialita premialita, Valutazioni valutazioni, Anagrafica anagrafica) {
    super(premialita, anagrafica, PremialitaProgettoProcesso.VALUTARE_ESITO_FINALE);
    this.valutazioni = valutazioni;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var progetto = progetto(contesto);
    var valori = intestazione(contesto, progetto);
    valori.putAll(Importi.residui(progetto));
    valori.put("effettoParziale", premialita.letture().esitoParziale().descrizione());
    valori.put("costo", progetto.scheda().budget().toString());
    valori.put("relazioneDel", GIORNO.format(progetto.rendicontazione().dataRelazione()));
    valori.put("spesa", progetto.rendicontazione().spesaSostenuta().toString());
    valori.put("risultatiDichiarati", progetto.rendicontazione().risultati());
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    int raggiunto =
        switch (dati.testo("esito")) {
          case "POSITIVO" -> 100;
          case "PARZIALE" -> dati.intero("percentuale");
          default -> 0;
        };
    var seguito =
        valutazioni.valutaEsitoFinale(
            progettoId(contesto),
            Valutazione.finale(raggiunto, dati.testo("giudizio"), contesto.utente()));
    contesto.imposta(PremialitaProgettoProcesso.SEGUITO, seguito.name());
    contesto.imposta(PremialitaProgettoProcesso.ESITO_FINALE_POSITIVO, seguito == Seguito.SALDO);
  }
}
