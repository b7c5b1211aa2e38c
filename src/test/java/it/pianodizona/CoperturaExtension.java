package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Fails a class annotated {@link Copre} when a flow node of its models never ran in its tests. */
class CoperturaExtension implements BeforeAllCallback, AfterAllCallback {

  private static final ExtensionContext.Namespace SPAZIO =
      ExtensionContext.Namespace.create(CoperturaExtension.class);

  @Override
  public void beforeAll(ExtensionContext contesto) {
    contesto.getStore(SPAZIO).put("prima", attivitaSvolte(motore(contesto)));
  }

  @Override
  @SuppressWarnings("unchecked")
  public void afterAll(ExtensionContext contesto) {
    var motore = motore(contesto);
    var prima = (Set<String>) contesto.getStore(SPAZIO).get("prima");
    for (var processo : contesto.getRequiredTestClass().getAnnotation(Copre.class).value()) {
      var definizione =
          motore
              .getRepositoryService()
              .createProcessDefinitionQuery()
              .processDefinitionKey(processo)
              .latestVersion()
              .singleResult();
      var mancanti =
          motore
              .getRepositoryService()
              .getBpmnModelInstance(definizione.getId())
              .getModelElementsByType(FlowNode.class)
              .stream()
              .map(FlowNode::getId)
              .collect(Collectors.toCollection(TreeSet::new));
      motore
          .getHistoryService()
          .createHistoricActivityInstanceQuery()
          .processDefinitionId(definizione.getId())
          .list()
          .stream()
          .filter(attivita -> !prima.contains(attivita.getId()))
          .map(HistoricActivityInstance::getActivityId)
          .forEach(mancanti::remove);
      assertThat(mancanti).as("nodi di %s mai percorsi dalle prove", processo).isEmpty();
    }
  }

  private static Set<String> attivitaSvolte(ProcessEngine motore) {
    return motore.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
        .map(HistoricActivityInstance::getId)
        .collect(Collectors.toSet());
  }

  private static ProcessEngine motore(ExtensionContext contesto) {
    return SpringExtension.getApplicationContext(contesto).getBean(ProcessEngine.class);
  }
}
