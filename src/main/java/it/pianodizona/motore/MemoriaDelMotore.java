package it.pianodizona.motore;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * What the engine remembers: everything of its full history but the working copies of forms (the
 * variables local to a task, and the fields of each form sent), the earlier values of variables,
 * and the jobs that went well. What a person decided is in our own registers; further copies would
 * only be personal data kept twice, and more than half of all that the engine writes.
 */
class MemoriaDelMotore extends DbHistoryEventHandler {

  @Override
  public void handleEvent(HistoryEvent evento) {
    if (daRicordare(evento)) {
      super.handleEvent(evento);
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> eventi) {
    eventi.forEach(this::handleEvent);
  }

  private static boolean daRicordare(HistoryEvent evento) {
    return !(evento instanceof HistoricFormPropertyEventEntity)
        && !(evento instanceof HistoricVariableUpdateEventEntity copia && copia.getTaskId() != null)
        && !(evento instanceof HistoricJobLogEvent lavoro && !lavoro.isFailureLog());
  }

  @Override
  protected boolean shouldWriteHistoricDetail(HistoricVariableUpdateEventEntity evento) {
    return false;
  }
}
