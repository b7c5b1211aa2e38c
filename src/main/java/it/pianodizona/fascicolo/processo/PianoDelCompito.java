package it.pianodizona.fascicolo.processo;

import it.pianodizona.motore.VariabiliPiano;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Which plan a task is about, for whoever may read the task. */
@Component
public class PianoDelCompito {

  private final TaskService compiti;

  PianoDelCompito(TaskService compiti) {
    this.compiti = compiti;
  }

  /** Empty when the task does not exist for who asks, or is about no plan. */
  public Optional<Long> piano(String compitoId) {
    if (compiti.createTaskQuery().taskId(compitoId).count() != 1) {
      return Optional.empty();
    }
    return Optional.ofNullable(compiti.getVariable(compitoId, VariabiliPiano.PIANO_ID.nome()))
        .map(VariabiliPiano.PIANO_ID.tipo()::cast);
  }
}
