package it.pianodizona.motore.migrazione;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.motore.migrazione.VerificaMigrazione.Esito;
import it.pianodizona.motore.migrazione.VerificaMigrazione.Istanza;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * From the models of the previous release, kept as they were in {@code rilascio-precedente}, to
 * those of this one: an instance is put on every place where one may be waiting.
 */
class VerificaMigrazioneTest {

  private static final Pattern VARIABILE =
      Pattern.compile("[$]\\{ *(\\w+)( *\\.elements\\(\\))? *}");

  private final DriverManagerDataSource database =
      new DriverManagerDataSource("jdbc:h2:mem:migrazione;DB_CLOSE_DELAY=-1", "sa", "");
  private final DataSourceTransactionManager transazioni =
      new DataSourceTransactionManager(database);
  private ProcessEngine motore;

  @BeforeEach
  void apri() {
    motore = MotoreDiProva.apri(database, transazioni, "true");
  }

  @AfterEach
  void chiudi() {
    motore.close();
    new JdbcTemplate(database).execute("shutdown");
  }

  /** Those that stay behind finish on the model they were born with, which is always kept. */
  @Test
  void daOgniPuntoDiAttesaSiSaChiPassaEChiResta() throws IOException {
    int avviate = 0;
    for (var modello : precedenti()) {
      avviate += avviaOvunque(modello);
    }
    var esito = verifica(nuovi());

    assertThat(esito.istanze().size() + esito.invariate()).isEqualTo(avviate);
    assertThat(ferme(esito)).isEqualTo(ATTESE);
  }

  /**
   * Process, then the places whose instances do not move, and cannot be made to: what was a task or
   * a timer of this process is now in a called process (firma, incontri) or in one body for each
   * ASST (intesa), and the engine moves nothing into those.
   */
  private static final Map<String, List<String>> ATTESE =
      new TreeMap<>(
          Map.of(
              "AccordoDiProgramma",
              List.of("UserTask_FirmareAccordo"),
              "RedazioneDocumento",
              List.of("UserTask_EsprimereIntesaAsst", "UserTask_EsprimereIntesaAts"),
              "TavoloTematico",
              List.of("Timer_IncontroSvolto", "Timer_Promemoria", "UserTask_RegistrareVerbale")));

  @Test
  void unCompitoCheHaCambiatoNomePassaSeIlRilascioDiceDove() {
    avvia(modello("1.0", "UserTask_Vecchio", false), "UserTask_Vecchio");
    var nuovo = List.<Resource>of(risorsa(modello("2.0", "UserTask_Nuovo", false)));

    var senza = new VerificaMigrazione(motore, transazioni, Corrispondenze.di(), nuovo).verifica();
    assertThat(senza.istanze())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.migra()).isFalse();
              assertThat(i.riferimento()).isEqualTo("50084/2021-2023");
              assertThat(i.dove()).containsExactly("UserTask_Vecchio");
              assertThat(i.motivi()).anyMatch(m -> m.startsWith("UserTask_Vecchio: "));
            });

    var con =
        new VerificaMigrazione(
                motore,
                transazioni,
                Corrispondenze.di(
                    "Prova", "1.0", "2.0", Map.of("UserTask_Vecchio", "UserTask_Nuovo")),
                nuovo)
            .verifica();
    assertThat(con.istanze()).singleElement().satisfies(i -> assertThat(i.migra()).isTrue());
  }

  @Test
  void unTimerInPiuNelNuovoModelloEDettoColSuoGiorno() {
    avvia(modello("1.0", "UserTask_Fare", false), "UserTask_Fare");
    var esito = verifica(List.of(risorsa(modello("2.0", "UserTask_Fare", true))));
    assertThat(esito.istanze())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.motivi()).isEmpty();
              assertThat(i.timer())
                  .singleElement()
                  .satisfies(
                      t -> {
                        assertThat(t.evento()).isEqualTo("Timer_Promemoria");
                        assertThat(t.prima()).isNull();
                        assertThat(t.dopo()).isEqualTo("2030-01-31T09:00:00Z");
                      });
            });
    var uscita = new ByteArrayOutputStream();
    assertThat(
            VerificaMigrazioneComando.riferisci(
                esito, new PrintStream(uscita, true, StandardCharsets.UTF_8)))
        .isZero();
    assertThat(uscita.toString(StandardCharsets.UTF_8))
        .contains("50084/2021-2023, timer Timer_Promemoria: nuovo, il 31/01/2030");
  }

  private static BpmnModelInstance modello(String versione, String compito, boolean conTimer) {
    var fine =
        Bpmn.createExecutableProcess("Prova")
            .camundaVersionTag(versione)
            .startEvent()
            .userTask(compito)
            .endEvent()
            .done();
    if (conTimer) {
      var attivita = (UserTask) fine.getModelElementById(compito);
      attivita
          .builder()
          .boundaryEvent("Timer_Promemoria")
          .cancelActivity(false)
          .timerWithDate("2030-01-31T10:00:00+01:00")
          .endEvent();
    }
    return fine;
  }

  private void avvia(BpmnModelInstance modello, String dove) {
    motore
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("Prova.bpmn", modello)
        .deploy();
    motore.getRuntimeService().startProcessInstanceByKey("Prova", "50084/2021-2023");
    assertThat(motore.getTaskService().createTaskQuery().taskDefinitionKey(dove).count()).isOne();
  }

  private static Resource risorsa(BpmnModelInstance modello) {
    return new ByteArrayResource(Bpmn.convertToString(modello).getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return "Prova.bpmn";
      }
    };
  }

  @Test
  void laProvaNonCambiaNulla() throws IOException {
    for (var modello : precedenti()) {
      avviaOvunque(modello);
    }
    var prima = fotografia();
    verifica(nuovi());
    assertThat(fotografia()).isEqualTo(prima);
  }

  @Test
  void iModelliNonCambiatiNonHannoNullaDaMigrare() throws IOException {
    for (var modello : precedenti()) {
      avviaOvunque(modello);
    }
    var esito = verifica(precedenti());
    assertThat(esito.istanze()).isEmpty();
    assertThat(esito.invariate()).isPositive();
  }

  @Test
  void unProcessoSparitoDalRilascioEDettoPerNome() throws IOException {
    for (var modello : precedenti()) {
      avviaOvunque(modello);
    }
    var senza =
        nuovi().stream().filter(m -> !m.getFilename().equals("TavoloTematico.bpmn")).toList();
    var esito = verifica(senza);
    assertThat(esito.istanze())
        .filteredOn(i -> i.processo().equals("TavoloTematico"))
        .isNotEmpty()
        .allSatisfy(
            i ->
                assertThat(i.motivi())
                    .containsExactly("il nuovo rilascio non ha il processo TavoloTematico"));
  }

  @Test
  void ilRapportoDiceQuantiPassanoEPercheGliAltriNo() throws IOException {
    for (var modello : precedenti()) {
      avviaOvunque(modello);
    }
    var uscita = new ByteArrayOutputStream();
    int codice =
        VerificaMigrazioneComando.riferisci(
            verifica(nuovi()), new PrintStream(uscita, true, StandardCharsets.UTF_8));
    assertThat(codice).isEqualTo(1);
    assertThat(uscita.toString(StandardCharsets.UTF_8))
        .contains("DomandaPartecipazione, da 1.0 a 2.0")
        .contains("resta sul modello con cui è nato")
        .contains("Non passerebbero:");
  }

  private Esito verifica(List<Resource> modelli) {
    return new VerificaMigrazione(motore, transazioni, Corrispondenze.delRilascio(), modelli)
        .verifica();
  }

  private static Map<String, List<String>> ferme(Esito esito) {
    return esito.istanze().stream()
        .filter(i -> !i.migra())
        .collect(
            Collectors.groupingBy(
                Istanza::processo,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toCollection(ArrayList::new),
                    istanze ->
                        istanze.stream()
                            .flatMap(i -> i.dove().stream())
                            .distinct()
                            .sorted()
                            .toList())));
  }

  private static List<Resource> precedenti() throws IOException {
    return List.of(
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:rilascio-precedente/**/*.bpmn"));
  }

  private static List<Resource> nuovi() {
    return VerificaMigrazione.modelliDelRilascio();
  }

  /** Deploys a model and starts one instance before each node where an instance may wait. */
  private int avviaOvunque(Resource file) throws IOException {
    motore
        .getRepositoryService()
        .createDeployment()
        .addInputStream(file.getFilename(), file.getInputStream())
        .deploy();
    BpmnModelInstance modello;
    try (var testo = file.getInputStream()) {
      modello = Bpmn.readModelFromStream(testo);
    }
    var processo = modello.getModelElementsByType(Process.class).iterator().next().getId();
    var variabili = variabili(Bpmn.convertToString(modello));
    int avviate = 0;
    for (var nodo : modello.getModelElementsByType(FlowNode.class)) {
      if (attende(nodo)) {
        motore
            .getRuntimeService()
            .createProcessInstanceByKey(processo)
            .businessKey(nodo.getId())
            .setVariables(variabili)
            .startBeforeActivity(nodo.getId())
            .execute(true, true);
        avviate++;
      }
    }
    return avviate;
  }

  /** An instance also waits before a step that is its own transaction. */
  private static boolean attende(FlowNode nodo) {
    boolean dopoUnEventGateway =
        nodo.getIncoming().stream().anyMatch(f -> f.getSource() instanceof EventBasedGateway);
    boolean inParallelo =
        nodo instanceof Activity attivita
            && attivita.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    return nodo instanceof UserTask
        || nodo instanceof EventBasedGateway
        || nodo instanceof IntermediateCatchEvent && !dopoUnEventGateway
        || nodo.isCamundaAsyncBefore() && !(nodo instanceof CallActivity) && !inParallelo;
  }

  /** What the timers and the lists of the model ask for. */
  private static Map<String, Object> variabili(String modello) {
    var variabili = new HashMap<String, Object>();
    var trovate = VARIABILE.matcher(modello);
    while (trovate.find()) {
      variabili.putIfAbsent(
          trovate.group(1),
          trovate.group(2) != null ? Spin.JSON("[{\"id\":1}]") : "2030-01-31T10:00:00+01:00");
    }
    return variabili;
  }

  private List<String> fotografia() {
    var jdbc = new JdbcTemplate(database);
    var righe = new ArrayList<String>();
    for (var tabella :
        new TreeSet<>(
            jdbc.queryForList(
                "select table_name from information_schema.tables where table_name like 'ACT\\_%'",
                String.class))) {
      jdbc.queryForList("select * from " + tabella).stream()
          .map(riga -> tabella + riga.values().stream().map(VerificaMigrazioneTest::testo).toList())
          .sorted()
          .forEach(righe::add);
    }
    return righe;
  }

  private static String testo(Object valore) {
    return valore instanceof byte[] b ? String.valueOf(b.length) : String.valueOf(valore);
  }
}
