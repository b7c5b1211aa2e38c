package it.pianodizona.premialita.processo;

import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.PREMIALITA_DETERMINATA;
import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.PREMIALITA_RICONOSCIUTA;
import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.PROGETTO_ID;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.premialita.Determinazioni;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Determines all the projects of a plan and wakes those that wait for it. */
@NelModello("determinarePremialita")
class DeterminarePremialitaDelegate implements JavaDelegate {

  private final Determinazioni determinazioni;
  private final Processi processi;

  DeterminarePremialitaDelegate(Determinazioni determinazioni, Processi processi) {
    this.determinazioni = determinazioni;
    this.processi = processi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    long proprio = PROGETTO_ID.di(esecuzione);
    for (var progetto : determinazioni.determina(VariabiliPiano.PIANO_ID.di(esecuzione))) {
      boolean riconosciuta = progetto.determinazione().riconosciuta();
      if (progetto.id() == proprio) {
        PREMIALITA_RICONOSCIUTA.imposta(esecuzione, riconosciuta);
      } else {
        processi.consegna(
            PREMIALITA_DETERMINATA,
            PROGETTO_ID.nome(),
            progetto.id(),
            Map.of(PREMIALITA_RICONOSCIUTA.nome(), riconosciuta));
      }
    }
  }
}
