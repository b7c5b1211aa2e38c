package it.pianodizona.motore.compito;

import it.pianodizona.motore.modulo.Moduli;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Attaches the {@link Compito} and {@link Avvio} beans to the models while they are parsed. */
public class CompitiParseListener extends AbstractBpmnParseListener {

  private final Map<String, Compito> compiti = new HashMap<>();
  private final Map<String, Avvio> avvii = new HashMap<>();
  private final Moduli moduli;

  public CompitiParseListener(List<Compito> compiti, List<Avvio> avvii, Moduli moduli) {
    compiti.forEach(c -> unico(this.compiti.put(chiave(c.processo(), c.compito()), c), c));
    avvii.forEach(a -> unico(this.avvii.put(a.processo(), a), a));
    this.moduli = moduli;
  }

  @Override
  public void parseUserTask(Element elemento, ScopeImpl scope, ActivityImpl attivita) {
    var processo = attivita.getProcessDefinition().getKey();
    var chiave = chiave(processo, attivita.getActivityId());
    var compito = compiti.get(chiave);
    if (compito == null) {
      throw new ProcessEngineException("Nessun Compito per il compito utente " + chiave);
    }
    var definizione =
        ((UserTaskActivityBehavior) attivita.getActivityBehavior()).getTaskDefinition();
    var ascolto = new CompitoTaskListener(compito, moduli);
    definizione.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, ascolto::apri);
    definizione.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, ascolto::chiudi);
  }

  @Override
  public void parseProcess(Element elemento, ProcessDefinitionEntity definizione) {
    var avvio = avvii.get(definizione.getKey());
    if (avvio != null) {
      definizione.addBuiltInListener(
          ExecutionListener.EVENTNAME_START, new AvvioExecutionListener(avvio, moduli));
    }
  }

  private static String chiave(String processo, String compito) {
    return processo + "/" + compito;
  }

  private static void unico(Object precedente, Object nuovo) {
    if (precedente != null) {
      throw new IllegalStateException(
          "Due bean per lo stesso compito: " + precedente.getClass() + " e " + nuovo.getClass());
    }
  }
}
