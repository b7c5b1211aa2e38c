package it.pianodizona.motore;

import it.pianodizona.motore.modulo.InvioModulo;
import it.pianodizona.motore.modulo.ValoriModulo;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Starts instances and delivers messages on behalf of the application, inside its transaction. */
@Component
public class Processi {

  private final RuntimeService runtime;
  private final IdentityService identita;

  Processi(RuntimeService runtime, IdentityService identita) {
    this.runtime = runtime;
    this.identita = identita;
  }

  /**
   * Acts as the application itself, whoever is logged in: for what follows from an act that the
   * person was allowed to do.
   */
  public <T> T daApplicazione(Supplier<T> azione) {
    var persona = identita.getCurrentAuthentication();
    identita.clearAuthentication();
    try {
      return azione.get();
    } finally {
      if (persona != null) {
        identita.setAuthentication(persona);
      }
    }
  }

  /**
   * Starts the latest version of a process without its start form.
   *
   * @param chiaveBusiness what the officials see next to the instance, e.g. {@code 50084/2025-2027}
   * @return id of the instance
   */
  public String avvia(String processo, String chiaveBusiness, Map<String, ?> variabili) {
    return InvioModulo.senzaModulo(
        () ->
            runtime
                .startProcessInstanceByKey(
                    processo, chiaveBusiness, ValoriModulo.versoIlMotore(variabili))
                .getId());
  }

  /**
   * Delivers a message to the one instance that waits for it with this variable value.
   *
   * @return false when nobody waits: the message came twice or too late
   */
  public boolean consegna(
      String messaggio, String variabile, Object valore, Map<String, ?> contenuto) {
    var attesa =
        runtime
            .createExecutionQuery()
            .messageEventSubscriptionName(messaggio)
            .processVariableValueEquals(variabile, valore)
            .list();
    if (attesa.size() != 1) {
      return false;
    }
    runtime.messageEventReceived(
        messaggio, attesa.get(0).getId(), ValoriModulo.versoIlMotore(contenuto));
    return true;
  }

  /** Delivers a message to every instance that waits for it with this variable value. */
  public void consegnaATutti(String messaggio, String variabile, Object valore) {
    runtime
        .createExecutionQuery()
        .messageEventSubscriptionName(messaggio)
        .processVariableValueEquals(variabile, valore)
        .list()
        .forEach(attesa -> runtime.messageEventReceived(messaggio, attesa.getId()));
  }

  /** The running instance of a process with this business key. */
  public Optional<String> istanza(String processo, String chiaveBusiness) {
    return Optional.ofNullable(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(processo)
                .processInstanceBusinessKey(chiaveBusiness)
                .singleResult())
        .map(ProcessInstance::getId);
  }
}
