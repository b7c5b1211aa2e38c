package it.pianodizona.premialita.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Variabile;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.Progetti;
import it.pianodizona.premialita.SchemaPremialita;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.json.SpinJsonNode;

/** Tells the life cycle of a plan which projects to follow, and begins the first level. */
@NelModello("individuareProgetti")
class IndividuareProgettiDelegate implements JavaDelegate {

  /** Keys of the projects, as a JSON list. */
  static final Variabile<SpinJsonNode> PROGETTI = new Variabile<>("progetti", SpinJsonNode.class);

  /** The element of {@link #PROGETTI} in one instance of the multi-instance body. */
  static final Variabile<SpinJsonNode> PROGETTO = new Variabile<>("progetto", SpinJsonNode.class);

  static final Variabile<Boolean> PROGETTI_CANDIDATI = Variabile.siNo("progettiCandidati");

  private final Premialita premialita;
  private final Progetti progetti;
  private final Processi processi;

  IndividuareProgettiDelegate(Premialita premialita, Progetti progetti, Processi processi) {
    this.premialita = premialita;
    this.progetti = progetti;
    this.processi = processi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    avviaPrimoLivello(esecuzione);
    var individuati = progetti.individua(VariabiliPiano.PIANO_ID.di(esecuzione));
    PROGETTI.imposta(esecuzione, ValoriModulo.json(individuati));
    PROGETTI_CANDIDATI.imposta(esecuzione, !individuati.isEmpty());
  }

  /** The first level follows its own way: it belongs to the Ambito, not to a project. */
  private void avviaPrimoLivello(DelegateExecution esecuzione) {
    long pianoId = VariabiliPiano.PIANO_ID.di(esecuzione);
    var chiave = esecuzione.getProcessBusinessKey();
    if (premialita.schema(pianoId).equals(SchemaPremialita.SCHEMA_2018)
        && premialita.primoLivello(pianoId).isEmpty()
        && processi.istanza(PrimoLivelloProcesso.CHIAVE, chiave).isEmpty()) {
      processi.avvia(
          PrimoLivelloProcesso.CHIAVE,
          chiave,
          Map.of(
              VariabiliPiano.PIANO_ID.nome(),
              pianoId,
              VariabiliPiano.CODICE_AMBITO.nome(),
              VariabiliPiano.CODICE_AMBITO.di(esecuzione),
              VariabiliPiano.TRIENNIO.nome(),
              VariabiliPiano.TRIENNIO.di(esecuzione)));
    }
  }
}
