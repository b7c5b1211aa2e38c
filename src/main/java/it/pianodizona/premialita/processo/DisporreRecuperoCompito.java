package it.pianodizona.premialita.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Denaro;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.Premialita;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Region orders that what was paid and is no longer due comes back. */
@Component
class DisporreRecuperoCompito extends CompitoDelProgetto {

  DisporreRecuperoCompito(Premialita premialita, Anagrafica anagrafica) {
    super(
        premialita,
        anagrafica,
        RecuperoPremialitaProcesso.CHIAVE,
        RecuperoPremialitaProcesso.DISPORRE_RECUPERO);
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
    premialita.recupera(progettoId(contesto), atto(dati), contesto.utente());
  }
}
