package it.pianodizona.motore.lavoro;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.ObjectProvider;

/** Hands the engine's jobs of our own to the {@link Lavoro} they name. */
public final class LavoroHandler implements JobHandler<LavoroHandler.Richiesta> {

  static final String TIPO = "pianodizona-lavoro";

  private final ObjectProvider<Lavoro> lavori;

  public LavoroHandler(ObjectProvider<Lavoro> lavori) {
    this.lavori = lavori;
  }

  /** Which work, and on what. */
  record Richiesta(String tipo, String argomento) implements JobHandlerConfiguration {

    static Richiesta leggi(String testo) {
      var parti = testo.split(" ", 2);
      return new Richiesta(parti[0], parti[1]);
    }

    @Override
    public String toCanonicalString() {
      return tipo + " " + argomento;
    }
  }

  @Override
  public String getType() {
    return TIPO;
  }

  @Override
  public Richiesta newConfiguration(String testo) {
    return Richiesta.leggi(testo);
  }

  @Override
  public void execute(
      Richiesta richiesta, ExecutionEntity esecuzione, CommandContext comando, String ambito) {
    lavori.stream()
        .filter(lavoro -> lavoro.tipo().equals(richiesta.tipo()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Lavoro sconosciuto: " + richiesta.tipo()))
        .esegui(richiesta.argomento());
  }

  @Override
  public void onDelete(Richiesta richiesta, JobEntity lavoro) {
    // nothing to undo
  }
}
