package it.pianodizona.dimostrazione.processo;

import it.pianodizona.dimostrazione.DatiDimostrativi;
import it.pianodizona.dimostrazione.Dimostrazione;
import it.pianodizona.dimostrazione.PrimoAvviso;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.motore.nodo.Serratura;
import it.pianodizona.piano.Piani;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * On the very first start opens the triennio of the real notice and does what its officials had
 * done by then, through the same forms they use: the first task left is the drafting of the notice.
 */
@Component
@Dimostrazione
class AvvioDimostrazione {

  private static final Logger LOG = LoggerFactory.getLogger(AvvioDimostrazione.class);
  private static final Duration ATTESA_MASSIMA = Duration.ofSeconds(60);

  private final Piani piani;
  private final DatiDimostrativi dati;
  private final RepositoryService modelli;
  private final FormService moduli;
  private final TaskService compiti;
  private final IdentityService identita;
  private final Serratura serratura;

  AvvioDimostrazione(
      Piani piani,
      DatiDimostrativi dati,
      RepositoryService modelli,
      FormService moduli,
      TaskService compiti,
      IdentityService identita,
      Serratura serratura) {
    this.piani = piani;
    this.dati = dati;
    this.modelli = modelli;
    this.moduli = moduli;
    this.compiti = compiti;
    this.identita = identita;
    this.serratura = serratura;
  }

  /** In a thread of its own: the job executor, which it waits for, starts on the same event. */
  @EventListener(ApplicationReadyEvent.class)
  void alPrimoAvvio() {
    if (piani.trienni().isEmpty()) {
      new Thread(
              () ->
                  serratura.aTurno("dimostrazione", ATTESA_MASSIMA.multipliedBy(3), this::unaVolta),
              "dimostrazione")
          .start();
    }
  }

  /** Another node may have done it meanwhile. */
  private void unaVolta() {
    if (piani.trienni().isEmpty()) {
      prepara();
    }
  }

  private void prepara() {
    dati.prepara();
    var definizione =
        modelli
            .createProcessDefinitionQuery()
            .processDefinitionKey("AvvioTriennio")
            .latestVersion()
            .singleResult();
    moduli.submitStartForm(definizione.getId(), PrimoAvviso.AVVIO);
    completa("UserTask_DefinireTriennio", PrimoAvviso.TRIENNIO);
    completa("UserTask_NominareRup", PrimoAvviso.RUP);
    LOG.info("Dimostrazione pronta: il primo compito è «Redigere avviso», utente udp");
  }

  private void completa(String compito, Map<String, Object> valori) {
    var limite = System.nanoTime() + ATTESA_MASSIMA.toNanos();
    var aperto = compiti.createTaskQuery().taskDefinitionKey(compito).singleResult();
    while (aperto == null && System.nanoTime() < limite) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      aperto = compiti.createTaskQuery().taskDefinitionKey(compito).singleResult();
    }
    if (aperto == null) {
      throw new IllegalStateException("La dimostrazione non è arrivata al compito " + compito);
    }
    compiti.complete(aperto.getId(), ValoriModulo.versoIlMotore(valori));
  }
}
