package it.pianodizona.premialita.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.Pagamenti;
import it.pianodizona.premialita.Premialita;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Region orders the payment of the saldo to the Ente capofila. */
@Component
class LiquidareSaldoCompito extends CompitoDelProgetto {

  private final Pagamenti pagamenti;

  LiquidareSaldoCompito(Premialita premialita, Pagamenti pagamenti, Anagrafica anagrafica) {
    super(premialita, anagrafica, PremialitaProgettoProcesso.LIQUIDARE_SALDO);
    this.pagamenti = pagamenti;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var progetto = progetto(contesto);
    var valori = intestazione(contesto, progetto);
    valori.putAll(Importi.residui(progetto));
    valori.put("giudizioFinale", progetto.finale().giudizio());
    valori.put(
        "beneficiario", premialita.beneficiario(contesto.leggi(VariabiliPiano.CODICE_AMBITO)));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    pagamenti.liquidaSaldo(progettoId(contesto), atto(dati), contesto.utente());
  }
}
