package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.tavoli.TavoloAggiornato;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what the open forms of a tavolo show up to date: answers, contributions and members change
 * while a task waits. Only what is shown is renewed, never what somebody may be writing. It happens
 * after the change is committed, so that it can never undo it.
 */
@Component
class ModuliAperti {

  private static final Logger LOG = LoggerFactory.getLogger(ModuliAperti.class);
  private static final int TENTATIVI = 3;

  private final TaskService compiti;
  private final IdentityService identita;
  private final TransactionTemplate transazione;
  private final Map<String, LongFunction<Map<String, Object>>> mostrato;

  ModuliAperti(
      TaskService compiti,
      IdentityService identita,
      PlatformTransactionManager transazioni,
      SchedaDelTavolo scheda,
      AggiornareTavoloCompito aggiornare) {
    this.compiti = compiti;
    this.identita = identita;
    this.transazione = new TransactionTemplate(transazioni);
    this.transazione.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.mostrato =
        Map.of(
            TavoloTematicoProcesso.CONVOCARE_INCONTRI, scheda::membri,
            TavoloTematicoProcesso.AGGIORNARE_TAVOLO, aggiornare::situazione,
            IncontroTavoloProcesso.REGISTRARE_VERBALE, scheda::scrittiEMembri,
            TavoloTematicoProcesso.REDIGERE_SINTESI, scheda::scritti);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void aggiorna(TavoloAggiornato evento) {
    var chi = identita.getCurrentAuthentication();
    identita.clearAuthentication();
    try {
      aggiorna(evento.piano().chiave(), evento.tavoloId());
    } finally {
      identita.setAuthentication(chi);
    }
  }

  private void aggiorna(String piano, long tavoloId) {
    for (int volta = 1; volta <= TENTATIVI; volta++) {
      try {
        transazione.executeWithoutResult(stato -> rinnova(piano, tavoloId));
        return;
      } catch (OptimisticLockingException contemporaneo) {
        LOG.debug("Moduli del tavolo {} cambiati da altri, tentativo {}", tavoloId, volta);
      }
    }
  }

  /** The plan comes first: variables are looked for among all those of the Region. */
  private void rinnova(String piano, long tavoloId) {
    for (var compito :
        compiti
            .createTaskQuery()
            .processInstanceBusinessKey(piano)
            .processVariableValueEquals(TavoloTematicoProcesso.TAVOLO_ID.nome(), tavoloId)
            .taskDefinitionKeyIn(mostrato.keySet().toArray(String[]::new))
            .list()) {
      var valori = mostrato.get(compito.getTaskDefinitionKey()).apply(tavoloId);
      compiti.setVariablesLocal(
          compito.getId(), ValoriModulo.versoIlMotore(cambiati(compito.getId(), valori)));
    }
  }

  /** Most changes touch one field of a form; what is set again enters the history again. */
  private Map<String, Object> cambiati(String compito, Map<String, Object> valori) {
    var adesso = compiti.getVariablesLocal(compito, valori.keySet());
    var cambiati = new HashMap<>(valori);
    cambiati
        .entrySet()
        .removeIf(
            valore ->
                adesso.containsKey(valore.getKey())
                    && ValoriModulo.uguali(valore.getValue(), adesso.get(valore.getKey())));
    return cambiati;
  }
}
