package it.pianodizona.premialita.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.Pagamenti;
import it.pianodizona.premialita.Premialita;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Region orders the payment of the first level of 2018-2020. */
@Component
class LiquidarePrimoLivelloCompito implements Compito {

  private final Premialita premialita;
  private final Pagamenti pagamenti;
  private final Anagrafica anagrafica;

  LiquidarePrimoLivelloCompito(Premialita premialita, Pagamenti pagamenti, Anagrafica anagrafica) {
    this.premialita = premialita;
    this.pagamenti = pagamenti;
    this.anagrafica = anagrafica;
  }

  @Override
  public String processo() {
    return PrimoLivelloProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return PrimoLivelloProcesso.LIQUIDARE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var codiceAmbito = contesto.leggi(VariabiliPiano.CODICE_AMBITO);
    var livello = premialita.primoLivello(contesto.leggi(VariabiliPiano.PIANO_ID)).orElseThrow();
    var valori = new HashMap<String, Object>();
    valori.put("ambito", anagrafica.ambito(codiceAmbito).denominazione());
    valori.put(
        "pagina", CompitoDelProgetto.pagina(codiceAmbito, contesto.leggi(VariabiliPiano.TRIENNIO)));
    valori.put("importo", livello.importo().toString());
    valori.put("motivoImporto", livello.motivo());
    valori.put("sottoscrizione", GIORNO.format(livello.sottoscrizione()));
    valori.put("beneficiario", premialita.beneficiario(codiceAmbito));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    pagamenti.liquidaPrimoLivello(
        contesto.leggi(VariabiliPiano.PIANO_ID), CompitoDelProgetto.atto(dati), contesto.utente());
  }
}
