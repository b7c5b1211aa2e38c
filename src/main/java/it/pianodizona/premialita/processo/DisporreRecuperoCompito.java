package it.pianodizona.premialita.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Denaro;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.Pagamenti;
import it.pianodizona.premialita.Premialita;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Region orders that what was paid and is no longer due comes back. */
@Component
class DisporreRecuperoCompito extends CompitoDelProgetto {

  private final Pagamenti pagamenti;

  DisporreRecuperoCompito(Premialita premialita, Pagamenti pagamenti, Anagrafica anagrafica) {
    super(
        premialita,
        anagrafica,
        RecuperoPremialitaProcesso.CHIAVE,
        RecuperoPremialitaProcesso.DISPORRE_RECUPERO);
    this.pagamenti = pagamenti;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var progetto = progetto(contesto);
    var valori = intestazione(contesto, progetto);
    valori.put("daRecuperare", Denaro.ZERO.meno(progetto.residua()).toString());
    valori.put("dovuta", progetto.assegnata().toString());
    valori.put("liquidata", progetto.liquidata().toString());
    valori.put("motivo", progetto.determinazione().motivo());
    valori.put(
        "beneficiario", premialita.beneficiario(contesto.leggi(VariabiliPiano.CODICE_AMBITO)));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    pagamenti.recupera(progettoId(contesto), atto(dati), contesto.utente());
  }
}
