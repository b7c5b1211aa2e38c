package it.pianodizona.premialita.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Variabile;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.premialita.Premialita;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.json.SpinJsonNode;

/** Tells the life cycle of a plan which projects to follow. */
@NelModello("individuareProgetti")
class IndividuareProgettiDelegate implements JavaDelegate {

  /** Keys of the projects, as a JSON list. */
  static final Variabile<SpinJsonNode> PROGETTI = new Variabile<>("progetti", SpinJsonNode.class);

  /** The element of {@link #PROGETTI} in one instance of the multi-instance body. */
  static final Variabile<SpinJsonNode> PROGETTO = new Variabile<>("progetto", SpinJsonNode.class);

  static final Variabile<Boolean> PROGETTI_CANDIDATI = Variabile.siNo("progettiCandidati");

  private final Premialita premialita;

  IndividuareProgettiDelegate(Premialita premialita) {
    this.premialita = premialita;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var progetti = premialita.individuaProgetti(VariabiliPiano.PIANO_ID.di(esecuzione));
    PROGETTI.imposta(esecuzione, ValoriModulo.json(progetti));
    PROGETTI_CANDIDATI.imposta(esecuzione, !progetti.isEmpty());
  }
}
