package it.pianodizona.motore.modulo;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The deployed Camunda Forms, read once per deployment. A form is looked up in the deployment of
 * its model ({@code formRefBinding="deployment"}), so that a running plan keeps the form it started
 * with.
 */
public class Moduli {

  private final Map<String, Modulo> letti = new ConcurrentHashMap<>();
  private final Feel feel;
  private final Clock orologio;

  /** With what a {@link ValidatoreModulo} needs: each submission has one of its own. */
  public Moduli(Feel feel, Clock orologio) {
    this.feel = new FeelConMemoria(feel);
    this.orologio = orologio;
  }

  /** The form of a task; empty when its model names none. */
  public Optional<Modulo> delCompito(DelegateTask task) {
    var entita = (TaskEntity) task;
    var chiave = entita.getTaskDefinition().getCamundaFormDefinitionKey();
    return Optional.ofNullable(chiave)
        .map(c -> leggi(entita.getProcessDefinition().getDeploymentId(), c.getExpressionText()));
  }

  /** The start form of an instance that is being started. */
  public Modulo diAvvio(ExecutionEntity esecuzione) {
    ProcessDefinitionEntity definizione = esecuzione.getProcessDefinition();
    var chiave = definizione.getStartFormDefinition().getCamundaFormDefinitionKey();
    return leggi(definizione.getDeploymentId(), chiave.getExpressionText());
  }

  /**
   * Checks a submission against the form.
   *
   * @param inviate the keys the client sent; a key the form does not have is refused
   * @param preparati what the fields that nobody may change held before the submission
   * @return the values the application may read: without the fields that were hidden or read only
   * @throws ModuloNonValido with one sentence per wrong field
   */
  public Map<String, Object> valida(
      Modulo modulo, Map<String, ?> valori, Set<String> inviate, Map<String, ?> preparati) {
    var validatore = new ValidatoreModulo(feel.perUnControllo(), orologio);
    var errori = validatore.errori(modulo, valori, inviate, preparati);
    if (!errori.isEmpty()) {
      throw new ModuloNonValido(errori);
    }
    return validatore.leggibili(modulo, valori);
  }

  private Modulo leggi(String deployment, String chiave) {
    return letti.computeIfAbsent(
        deployment + "/" + chiave,
        ignorata -> {
          var comandi = Context.getCommandContext();
          var definizione =
              comandi
                  .getCamundaFormDefinitionManager()
                  .findDefinitionByDeploymentAndKey(deployment, chiave);
          if (definizione == null) {
            throw new IllegalStateException("Modulo assente nel rilascio: " + chiave);
          }
          var risorsa =
              comandi
                  .getResourceManager()
                  .findResourceByDeploymentIdAndResourceName(
                      deployment, definizione.getResourceName());
          return Modulo.leggi(new ByteArrayInputStream(risorsa.getBytes()));
        });
  }
}
