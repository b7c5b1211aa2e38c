package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AVVISO_ID;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.CHIUSURA_DOMANDE;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.PROMEMORIA_DOMANDE;

import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Puts the notice on line and sets the timers that follow from it. */
@NelModello("pubblicareAvviso")
class PubblicareAvvisoDelegate implements JavaDelegate {

  private final Avvisi avvisi;

  PubblicareAvvisoDelegate(Avvisi avvisi) {
    this.avvisi = avvisi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var avviso = avvisi.pubblica(AVVISO_ID.di(esecuzione));
    CHIUSURA_DOMANDE.imposta(esecuzione, Istanti.dopo(avviso.scadenzaDomande()));
    PROMEMORIA_DOMANDE.imposta(esecuzione, Istanti.iso(avvisi.promemoria(avviso)));
  }
}
