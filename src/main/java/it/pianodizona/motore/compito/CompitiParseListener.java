package it.pianodizona.motore.compito;

import it.pianodizona.motore.modulo.Moduli;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Hooks every user task and start form of every model while it is parsed, so that no model can
 * forget its server-side validation. The beans are looked up when a task opens: they need the
 * engine that is still being built now.
 */
public class CompitiParseListener extends AbstractBpmnParseListener {

  private final Compiti compiti;
  private final Moduli moduli;

  public CompitiParseListener(Compiti compiti, Moduli moduli) {
    this.compiti = compiti;
    this.moduli = moduli;
  }

  @Override
  public void parseUserTask(Element elemento, ScopeImpl scope, ActivityImpl attivita) {
    var processo = ((ProcessDefinitionEntity) attivita.getProcessDefinition()).getKey();
    var definizione =
        ((UserTaskActivityBehavior) attivita.getActivityBehavior()).getTaskDefinition();
    var ascolto =
        new CompitoTaskListener(() -> compiti.compito(processo, definizione.getKey()), moduli);
    definizione.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, ascolto::apri);
    definizione.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, ascolto::chiudi);
  }

  @Override
  public void parseStartEvent(Element elemento, ScopeImpl scope, ActivityImpl attivita) {
    if (scope instanceof ProcessDefinitionEntity definizione
        && definizione.getStartFormDefinition() != null
        && definizione.getStartFormDefinition().getCamundaFormDefinitionKey() != null) {
      definizione.addBuiltInListener(
          ExecutionListener.EVENTNAME_START,
          new AvvioExecutionListener(() -> compiti.avvio(definizione.getKey()), moduli));
    }
  }
}
