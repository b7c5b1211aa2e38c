package it.pianodizona.simulazione.processo;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.StampeDellAvviso;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.notifiche.GiroDiPosta;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Piano;
import it.pianodizona.simulazione.Cronaca;
import it.pianodizona.simulazione.Parametri;
import it.pianodizona.simulazione.Ritmo;
import it.pianodizona.simulazione.Scenario;
import it.pianodizona.simulazione.Simulazione;
import it.pianodizona.simulazione.Sorte;
import it.pianodizona.simulazione.Territorio;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Plays a triennio from the regional guidelines to the last flow, on one thread: at every moment of
 * virtual time first the jobs that are due, then the people, in an order that depends only on the
 * seed.
 */
@Component
@Simulazione
public class Corsa {

  /** What a run was, in numbers. */
  public record Esito(int ambiti, long istanze, int compiti, int lavori, int compitiAperti) {}

  private static final int RINVII_MASSIMI = 200;

  private final ProcessEngine motore;
  private final Agenda agenda;
  private final Gesti gesti;
  private final Reazioni reazioni;
  private final Cronaca cronaca;
  private final Territorio territorio;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final GiroDiPosta posta;
  private final StampeDellAvviso stampe;
  private final Map<String, Integer> rinvii = new HashMap<>();
  private Partita partita;

  Corsa(
      ProcessEngine motore,
      Agenda agenda,
      Gesti gesti,
      Reazioni reazioni,
      Cronaca cronaca,
      Territorio territorio,
      Anagrafica anagrafica,
      Piani piani,
      GiroDiPosta posta,
      StampeDellAvviso stampe) {
    this.motore = motore;
    this.agenda = agenda;
    this.gesti = gesti;
    this.reazioni = reazioni;
    this.cronaca = cronaca;
    this.territorio = territorio;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.posta = posta;
    this.stampe = stampe;
  }

  /**
   * @param progresso told the virtual day and the share of the run that is done, every virtual day
   * @throws SimulazioneInterrotta when a task has no behaviour, or a job or a form fails
   */
  public Esito corri(Parametri parametri, BiConsumer<LocalDate, Double> progresso) {
    try {
      return gioca(parametri, progresso);
    } finally {
      ClockUtil.reset();
    }
  }

  private Esito gioca(Parametri parametri, BiConsumer<LocalDate, Double> progresso) {
    var ambiti =
        parametri.continua() ? giaAvviati(parametri) : territorio.ambiti(parametri.ambiti());
    var sorte = new Sorte(parametri.seme());
    partita =
        new Partita(
            parametri,
            sorte,
            new Ritmo(parametri, sorte, anagrafica.ambiti()),
            ambiti.stream().map(Ambito::codice).toList());
    reazioni.gioca(partita);
    var inizio =
        parametri.continua()
            ? riprendi(parametri)
            : parametri.scenario().avvio().atTime(9, 0).atZone(Termini.ROMA);
    ClockUtil.setCurrentTime(Date.from(inizio.toInstant()));
    if (!parametri.continua()) {
      territorio.prepara(ambiti);
      agenda.prometti(inizio.toInstant(), this::apriIlTriennio);
    }
    promettiGliAtti(inizio);
    parametri.scenario().proroga().ifPresent(p -> agenda.prometti(alle(p.data()), this::proroga));
    agenda.rileggi(motore);
    nominaICompiti();
    var fine = Termini.fineGiorno(parametri.fine()).toInstant();
    procedi(inizio, fine, progresso);
    return new Esito(
        ambiti.size(),
        motore.getHistoryService().createHistoricProcessInstanceQuery().count(),
        cronaca.compiti(),
        cronaca.lavori(),
        agenda.compitiAperti());
  }

  private void nominaICompiti() {
    var modelli = motore.getRepositoryService();
    modelli
        .createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(
            processo ->
                modelli
                    .getBpmnModelInstance(processo.getId())
                    .getModelElementsByType(UserTask.class)
                    .forEach(compito -> cronaca.chiama(compito.getId(), compito.getName())));
  }

  /** The Ambiti that a database plays already, by code. */
  private List<Ambito> giaAvviati(Parametri parametri) {
    return piani.elenco(parametri.triennio()).stream()
        .map(piano -> anagrafica.ambito(piano.codiceAmbito()))
        .sorted(Comparator.comparing(Ambito::codice))
        .toList();
  }

  /**
   * The moment at which a database stopped: nothing in it is later.
   *
   * @throws DatoNonValido when it does not hold the triennio, or the run is asked for what is past
   */
  private ZonedDateTime riprendi(Parametri parametri) {
    var elenco = piani.elenco(parametri.triennio());
    if (elenco.isEmpty()) {
      throw new DatoNonValido(
          "--triennio", parametri.triennio(), "un triennio avviato nella copia indicata con --da");
    }
    var fermo =
        motore
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .orderByHistoricActivityInstanceStartTime()
            .desc()
            .listPage(0, 1)
            .get(0)
            .getStartTime()
            .toInstant()
            .atZone(Termini.ROMA)
            .plusSeconds(1);
    verifica(parametri, fermo, elenco);
    return fermo;
  }

  /** Refuses before it begins what a copy that stopped at that moment makes impossible. */
  static void verifica(Parametri parametri, ZonedDateTime fermo, List<Piano> elenco) {
    if (!parametri.fine().isAfter(fermo.toLocalDate())) {
      throw new DatoNonValido(
          "--fino-al",
          parametri.fine(),
          "un giorno dopo il " + fermo.toLocalDate() + ", quando la copia si ferma");
    }
    parametri
        .scenario()
        .proroga()
        .map(Scenario.Proroga::nuovaScadenza)
        .ifPresent(nuova -> ancoraPossibile(nuova, fermo, elenco));
  }

  /** What the Region's own form would refuse later, in the middle of the run. */
  private static void ancoraPossibile(LocalDate nuova, ZonedDateTime fermo, List<Piano> elenco) {
    var dopo =
        elenco.stream()
            .filter(piano -> piano.fase().compareTo(Fase.ACCORDO) <= 0)
            .map(piano -> piano.scadenzaAccordo().toLocalDate())
            .max(Comparator.naturalOrder())
            .orElseThrow(
                () ->
                    DatoNonValido.regola(
                        "--nuovo-termine", "nella copia tutti i piani hanno già l'Accordo."));
    var minimo = dopo.isAfter(fermo.toLocalDate()) ? dopo : fermo.toLocalDate();
    if (!nuova.isAfter(minimo)) {
      throw new DatoNonValido(
          "--nuovo-termine",
          nuova,
          "un giorno dopo il " + minimo + ": termine in vigore, o giorno a cui la copia è ferma");
    }
  }

  private void procedi(
      ZonedDateTime inizio, Instant fine, BiConsumer<LocalDate, Double> progresso) {
    double durata = fine.toEpochMilli() - inizio.toInstant().toEpochMilli();
    var mattina = mattinaDopo(inizio);
    smaltisci();
    while (true) {
      var prossimo = agenda.prossimo().filter(i -> !i.quando().isAfter(fine));
      var quando = prossimo.map(Agenda.Impegno::quando).orElse(fine);
      while (!mattina.toInstant().isAfter(quando)) {
        orologio(mattina.toInstant());
        mattina(mattina.toLocalDate());
        progresso.accept(
            mattina.toLocalDate(),
            (mattina.toInstant().toEpochMilli() - inizio.toInstant().toEpochMilli()) / durata);
        mattina = mattina.plusDays(1);
        smaltisci();
      }
      if (prossimo.isEmpty()) {
        orologio(fine);
        posta.giro();
        progresso.accept(partita.parametri().fine(), 1.0);
        return;
      }
      agenda.togli(prossimo.get());
      fai(prossimo.get());
      smaltisci();
    }
  }

  private static ZonedDateTime mattinaDopo(ZonedDateTime quando) {
    var mattina = quando.toLocalDate().atTime(8, 0, 1).atZone(Termini.ROMA);
    return mattina.isAfter(quando) ? mattina : mattina.plusDays(1);
  }

  /**
   * What happens by itself once a day: letters leave, receipts are printed, nothing is forgotten.
   */
  private void mattina(LocalDate giorno) {
    stampe.stampaInAttesa();
    posta.giro();
    if (giorno.getDayOfMonth() == 1) {
      fasi(giorno.minusDays(1));
    }
    motore.getManagementService().createJobQuery().active().executable().list().stream()
        .sorted(Comparator.comparing(Job::getId))
        .forEach(j -> lavoro(j.getId()));
  }

  private void fasi(LocalDate giorno) {
    var quante = new EnumMap<Fase, Integer>(Fase.class);
    for (Piano piano : piani.elenco(partita.parametri().triennio())) {
      quante.merge(piano.fase(), 1, Integer::sum);
    }
    cronaca.fasi(giorno, quante);
  }

  private void fai(Agenda.Impegno impegno) {
    if (impegno.lavoro() == null) {
      orologio(impegno.quando());
      try {
        impegno.azione().run();
      } catch (DatoNonValido tardi) {
        // a body meant to write, and meanwhile the procedure went on: its page says so
        cronaca.rimandato();
      }
      return;
    }
    // who moved the timer changed its row, not this agenda
    var lavoro =
        motore.getManagementService().createJobQuery().jobId(impegno.lavoro()).singleResult();
    if (lavoro == null) {
      return;
    }
    if (lavoro.getDuedate().toInstant().isAfter(impegno.quando())) {
      agenda.sposta(lavoro.getId(), lavoro.getDuedate().toInstant());
      return;
    }
    orologio(impegno.quando().plusMillis(1));
    lavoro(impegno.lavoro());
  }

  /** Does what is due at once, and lets people see the tasks that it opened. */
  private void smaltisci() {
    for (var id = agenda.prossimoPronto(); id.isPresent(); id = agenda.prossimoPronto()) {
      lavoro(id.get());
    }
    if (reazioni.termineSpostato()) {
      agenda.rileggi(motore);
      smaltisci();
    }
    for (var incarico : agenda.nuovi()) {
      agenda.prometti(gesti.quando(incarico, partita), () -> svolgi(incarico));
    }
  }

  private void lavoro(String id) {
    try {
      motore.getManagementService().executeJob(id);
    } catch (RuntimeException e) {
      throw new SimulazioneInterrotta(
          "Il lavoro %s è fallito il %s: %s".formatted(id, adesso(), e.getMessage()), e);
    }
    cronaca.lavoro(ClockUtil.now().toInstant());
  }

  /** One person of the task's group, with the permissions of that group in that Ambito only. */
  private void svolgi(Incarico incarico) {
    if (!agenda.aperto(incarico)) {
      return;
    }
    var gesto = gesti.di(incarico.chiave());
    motore
        .getIdentityService()
        .setAuthentication(
            String.join(",", incarico.gruppi()),
            incarico.gruppi(),
            incarico.ambito() == null ? List.of() : List.of(incarico.ambito()));
    try {
      var mossa = gesto.fai(new Momento(incarico, partita, motore.getTaskService()));
      if (mossa instanceof Mossa.Completa completa) {
        motore.getTaskService().complete(incarico.id(), comeDalBrowser(completa.dati()));
        cronaca.compito(
            incarico.chiave(), incarico.aperto(), incarico.termine(), ClockUtil.now().toInstant());
      } else if (mossa instanceof Mossa.Rimanda rimanda) {
        rimanda(incarico, rimanda.giorni());
      }
    } catch (SimulazioneInterrotta gia) {
      throw gia;
    } catch (RuntimeException e) {
      throw new SimulazioneInterrotta(
          "Il compito «%s» dell'Ambito %s non si completa il %s: %s"
              .formatted(incarico.chiave(), incarico.ambito(), adesso(), e.getMessage()),
          e);
    } finally {
      motore.getIdentityService().clearAuthentication();
    }
  }

  private void rimanda(Incarico incarico, int giorni) {
    cronaca.rimandato();
    int volte = rinvii.merge(incarico.id(), 1, Integer::sum);
    if (volte <= RINVII_MASSIMI) {
      var tiro =
          partita
              .sorte()
              .di("rinvio", incarico.ambito(), incarico.chiave(), incarico.volta(), volte);
      agenda.prometti(
          Ritmo.dopoGiorni(ClockUtil.now().toInstant(), giorni, tiro), () -> svolgi(incarico));
    }
  }

  /** What offices and Region do outside the tasks, on days that do not depend on them. */
  private void promettiGliAtti(ZonedDateTime inizio) {
    var scenario = partita.parametri().scenario();
    var termine =
        scenario.proroga().map(Scenario.Proroga::nuovaScadenza).orElse(scenario.scadenzaAccordo());
    for (var ambito : partita.ambiti()) {
      var tiro = partita.sorte().di("accordo precedente", ambito);
      prometti(inizio, termine.plusDays(tiro.tra(20, 60)), () -> prorogaLAccordoPrecedente(ambito));
    }
    int primoAnno = scenario.fine().getYear() - 4;
    for (int anno = primoAnno + 1; anno <= primoAnno + 2; anno++) {
      int suo = anno;
      prometti(inizio, LocalDate.of(anno, 3, 15), () -> apriIlBando(suo));
    }
  }

  private void prometti(ZonedDateTime inizio, LocalDate giorno, Runnable azione) {
    if (giorno.isAfter(inizio.toLocalDate())) {
      agenda.prometti(alle(giorno), azione);
    }
  }

  /** An Ambito without its new Accordo goes on with the old one. */
  private void prorogaLAccordoPrecedente(String ambito) {
    var piano =
        piani.elenco(partita.parametri().triennio()).stream()
            .filter(p -> p.codiceAmbito().equals(ambito))
            .findFirst();
    if (piano.filter(p -> p.fase().compareTo(Fase.ACCORDO) <= 0).isPresent()) {
      dalModulo(
          "ProrogaAccordoPrecedente",
          List.of("ufficio-di-piano"),
          List.of(ambito),
          Map.of(
              "triennio",
              partita.parametri().triennio(),
              "organo",
              "ASSEMBLEA",
              "atto",
              "deliberazione 12",
              "dataAtto",
              adesso().toLocalDate().toString(),
              "finoAl",
              adesso().toLocalDate().plusYears(1).toString(),
              "motivo",
              "Il nuovo Accordo di Programma non è ancora firmato da tutti gli enti."));
    }
  }

  /** The flow that the Region asks for with a call. */
  private void apriIlBando(int anno) {
    dalModulo(
        "RiaperturaFlusso",
        List.of("regione"),
        List.of(),
        Map.of(
            "codiceTriennio",
            partita.parametri().triennio(),
            "flusso",
            "FN_FAMIGLIA",
            "periodo",
            "bando " + anno,
            "nuovoTermine",
            adesso().toLocalDate().plusDays(75).toString(),
            "numeroAtto",
            "DDS 41",
            "dataAtto",
            adesso().toLocalDate().toString()));
  }

  private void apriIlTriennio() {
    dalModulo(
        "AvvioTriennio",
        List.of("regione"),
        List.of(),
        Map.of(
            "triennio",
            partita.parametri().triennio(),
            "attoRegionale",
            partita.parametri().scenario().attoRegionale()));
  }

  private void proroga() {
    var proroga = partita.parametri().scenario().proroga().orElseThrow();
    dalModulo(
        "ProrogaTermine",
        List.of("regione"),
        List.of(),
        Map.of(
            "triennio",
            partita.parametri().triennio(),
            "atto",
            proroga.atto(),
            "dataAtto",
            LocalDate.ofInstant(ClockUtil.now().toInstant(), Termini.ROMA).toString(),
            "motivo",
            proroga.motivo()));
  }

  /** An official starts a process from its form. */
  private void dalModulo(
      String processo, List<String> gruppi, List<String> ambiti, Map<String, ?> dati) {
    var definizione =
        motore
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(processo)
            .latestVersion()
            .singleResult()
            .getId();
    motore.getIdentityService().setAuthentication(gruppi.get(0), gruppi, ambiti);
    try {
      motore.getFormService().submitStartForm(definizione, comeDalBrowser(dati));
    } finally {
      motore.getIdentityService().clearAuthentication();
    }
  }

  private static Map<String, Object> comeDalBrowser(Map<String, ?> dati) {
    return ValoriModulo.versoIlMotore(dati);
  }

  private static Instant alle(LocalDate giorno) {
    return giorno.atTime(10, 0).atZone(Termini.ROMA).toInstant();
  }

  /** Never backwards: a timer may be due at the very moment of a person. */
  private static void orologio(Instant quando) {
    if (quando.isAfter(ClockUtil.now().toInstant())) {
      ClockUtil.setCurrentTime(Date.from(quando));
    }
  }

  private static ZonedDateTime adesso() {
    return ClockUtil.now().toInstant().atZone(Termini.ROMA);
  }
}
