package it.pianodizona.piano.processo;

import static it.pianodizona.piano.processo.AvvioTriennioProcesso.ATTO_REGIONALE;
import static it.pianodizona.piano.processo.AvvioTriennioProcesso.TRIENNIO;

import it.pianodizona.motore.compito.Avvio;
import it.pianodizona.motore.compito.ContestoProcesso;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.piano.Piani;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The Region opens a triennio from Tasklist. */
@Component
class AvviareTriennioAvvio implements Avvio {

  private final Piani piani;
  private final RuntimeService runtime;

  AvviareTriennioAvvio(Piani piani, RuntimeService runtime) {
    this.piani = piani;
    this.runtime = runtime;
  }

  @Override
  public String processo() {
    return AvvioTriennioProcesso.CHIAVE;
  }

  @Override
  public void avvia(ContestoProcesso contesto, DatiModulo dati) {
    var triennio = dati.testo("triennio");
    piani.riservaApertura(triennio);
    if (inApertura(triennio)) {
      throw Piani.inApertura(triennio);
    }
    contesto.imposta(TRIENNIO, triennio);
    contesto.imposta(ATTO_REGIONALE, dati.testo("attoRegionale"));
  }

  /** The instance that is starting now has not written its own variable yet. */
  private boolean inApertura(String triennio) {
    return runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(AvvioTriennioProcesso.CHIAVE)
            .variableValueEquals(TRIENNIO.nome(), triennio)
            .count()
        > 0;
  }
}
