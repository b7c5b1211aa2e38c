package it.pianodizona.dimostrazione.processo;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.dimostrazione.DataDiLavoro;
import it.pianodizona.dimostrazione.Dimostrazione;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The demonstration's clock: it runs like a real one from the day of the real notice, and jumps
 * forward on request. Timers on the way fire one by one, each at its own time. Several nodes follow
 * the one whose clock was moved furthest.
 */
@Component
@Dimostrazione
public class MacchinaDelTempo {

  /** Morning of the day the notice of Clusone was published (S2). */
  static final ZonedDateTime INIZIO = ZonedDateTime.of(2024, 9, 12, 9, 0, 0, 0, Termini.ROMA);

  private static final Duration ATTESA_MASSIMA = Duration.ofSeconds(60);
  private static final int TIMER_MASSIMI = 2_000;

  private final DataDiLavoro dataDiLavoro;
  private final ProcessEngine motore;
  private final ManagementService lavori;
  private final RepositoryService modelli;
  private final boolean condiviso;

  /**
   * A timer that waits.
   *
   * @param quando when it fires, Europe/Rome
   * @param cosa its name in the model
   * @param processo id of the process it belongs to
   * @param codiceAmbito null for the Region's processes
   */
  public record Attesa(ZonedDateTime quando, String cosa, String processo, String codiceAmbito) {}

  MacchinaDelTempo(DataDiLavoro dataDiLavoro, ProcessEngine motore) {
    this.dataDiLavoro = dataDiLavoro;
    this.motore = motore;
    this.lavori = motore.getManagementService();
    this.modelli = motore.getRepositoryService();
    this.condiviso =
        DbSqlSessionFactory.POSTGRES.equals(
            ((ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration())
                .getDatabaseType());
    // before the job executor starts: it must never see today's date
    imposta(dataDiLavoro.ultima().orElse(INIZIO).toInstant());
  }

  public ZonedDateTime adesso() {
    return ClockUtil.now().toInstant().atZone(Termini.ROMA);
  }

  /** The next timers, earliest first. */
  public List<Attesa> prossime(int quante) {
    return lavori
        .createJobQuery()
        .timers()
        .active()
        .orderByJobDuedate()
        .asc()
        .listPage(0, quante)
        .stream()
        .map(this::attesa)
        .toList();
  }

  /** Jumps to the next timer and lets it fire; empty when nothing waits. */
  public synchronized Optional<Attesa> saltaAllaProssimaScadenza() {
    lasciaLavorare();
    var prossimo = prossimoPrimaDi(null);
    prossimo.ifPresent(this::scatta);
    return prossimo.map(this::attesa);
  }

  /**
   * Goes to nine in the morning of a day; every timer on the way fires at its own time.
   *
   * @return how many timers fired
   * @throws DatoNonValido for a day that is not after the working date, or too far away
   */
  public synchronized int vaiAlGiorno(LocalDate giorno) {
    var arrivo = giorno.atTime(9, 0).atZone(Termini.ROMA);
    if (!arrivo.isAfter(adesso())) {
      throw new DatoNonValido(
          "Vai al giorno",
          giorno,
          "un giorno successivo alla data di lavoro: il tempo non torna indietro");
    }
    if (giorno.isAfter(INIZIO.toLocalDate().plusYears(10))) {
      throw new DatoNonValido("Vai al giorno", giorno, "un giorno entro dieci anni dall'avviso");
    }
    lasciaLavorare();
    int scattati = 0;
    for (var prossimo = prossimoPrimaDi(arrivo);
        prossimo.isPresent() && scattati < TIMER_MASSIMI;
        prossimo = prossimoPrimaDi(arrivo)) {
      scatta(prossimo.get());
      scattati++;
    }
    if (arrivo.isAfter(adesso())) {
      imposta(arrivo.toInstant());
    }
    return scattati;
  }

  @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
  @PreDestroy
  void ricorda() {
    dataDiLavoro.ricorda(ClockUtil.now().toInstant());
  }

  /** Somebody may have moved the clock on another node; on H2 there is no other. */
  @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
  void segui() {
    if (!condiviso) {
      return;
    }
    dataDiLavoro
        .ultima()
        .map(ZonedDateTime::toInstant)
        .filter(ultima -> ultima.isAfter(ClockUtil.now().toInstant()))
        .ifPresent(ultima -> ClockUtil.offset(ultima.toEpochMilli() - System.currentTimeMillis()));
  }

  private void scatta(Job job) {
    var scadenza = job.getDuedate().toInstant().plusMillis(1);
    if (scadenza.isAfter(ClockUtil.now().toInstant())) {
      imposta(scadenza);
    }
    lasciaLavorare();
  }

  private Optional<Job> prossimoPrimaDi(ZonedDateTime limite) {
    var ricerca = lavori.createJobQuery().timers().active().withRetriesLeft();
    if (limite != null) {
      ricerca.duedateLowerThan(Date.from(limite.toInstant()));
    }
    return ricerca.orderByJobDuedate().asc().listPage(0, 1).stream().findFirst();
  }

  /** Waits until the job executor has nothing left to do at the current time. */
  private void lasciaLavorare() {
    var executor =
        ((ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration()).getJobExecutor();
    var limite = System.nanoTime() + ATTESA_MASSIMA.toNanos();
    executor.jobWasAdded();
    while (lavori.createJobQuery().executable().withRetriesLeft().count() > 0
        && System.nanoTime() < limite) {
      executor.jobWasAdded();
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void imposta(Instant istante) {
    ClockUtil.offset(istante.toEpochMilli() - System.currentTimeMillis());
    dataDiLavoro.ricorda(istante);
  }

  private Attesa attesa(Job job) {
    var definizione =
        lavori.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult();
    return new Attesa(
        job.getDuedate().toInstant().atZone(Termini.ROMA),
        nome(definizione),
        definizione.getProcessDefinitionKey(),
        job.getTenantId());
  }

  private String nome(JobDefinition definizione) {
    var nodo =
        modelli
            .getBpmnModelInstance(definizione.getProcessDefinitionId())
            .getModelElementById(definizione.getActivityId());
    var nome = nodo == null ? null : nodo.getAttributeValue("name");
    return nome == null ? definizione.getActivityId() : nome;
  }
}
