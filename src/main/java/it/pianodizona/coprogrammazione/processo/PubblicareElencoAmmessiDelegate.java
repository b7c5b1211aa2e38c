package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AREE;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AVVISO_ID;

import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.modulo.ValoriModulo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Publishes the admitted list and names the areas whose tavoli start. */
@NelModello("pubblicareElencoAmmessi")
class PubblicareElencoAmmessiDelegate implements JavaDelegate {

  private final Avvisi avvisi;
  private final Domande domande;

  PubblicareElencoAmmessiDelegate(Avvisi avvisi, Domande domande) {
    this.avvisi = avvisi;
    this.domande = domande;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    long avvisoId = AVVISO_ID.di(esecuzione);
    domande.pubblicaElenco(avvisoId);
    AREE.imposta(esecuzione, ValoriModulo.json(avvisi.avviso(avvisoId).contenuto().codiciAree()));
  }
}
