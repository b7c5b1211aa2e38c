package it.pianodizona.piano.processo;

import static it.pianodizona.piano.processo.AvvioTriennioProcesso.ATTO_REGIONALE;
import static it.pianodizona.piano.processo.AvvioTriennioProcesso.TRIENNIO;

import it.pianodizona.motore.compito.Avvio;
import it.pianodizona.motore.compito.ContestoProcesso;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.piano.Piani;
import org.springframework.stereotype.Component;

/** The Region opens a triennio from Tasklist. */
@Component
class AvviareTriennioAvvio implements Avvio {

  private final Piani piani;

  AvviareTriennioAvvio(Piani piani) {
    this.piani = piani;
  }

  @Override
  public String processo() {
    return AvvioTriennioProcesso.CHIAVE;
  }

  @Override
  public void avvia(ContestoProcesso contesto, DatiModulo dati) {
    var triennio = dati.testo("triennio");
    piani.verificaNuovo(triennio);
    contesto.imposta(TRIENNIO, triennio);
    contesto.imposta(ATTO_REGIONALE, dati.testo("attoRegionale"));
  }
}
