package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.giro.CasellaVera.Mail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A body of the Terzo settore from the notice to its seat at a tavolo and to the final mail: all
 * that it does, it does in a real browser and from a real mailbox, following the links of the
 * mails. Every page and every mail that it sees must be free of serious accessibility violations.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = "spring.datasource.url=jdbc:h2:mem:ente;OPTIMIZE_REUSE_RESULTS=FALSE")
@DirtiesContext
class EnteDalBandoAlTavoloTest {

  private static final Duration ATTESA = Duration.ofSeconds(40);
  private static final String ENTE = "Associazione Passi Montani APS";
  private static final String CASELLA = "segreteria@passimontani.example";
  private static final String REFERENTE = "nadia@passimontani.example";
  private static final String CONTRIBUTO = "Un doposcuola anche a Vilminore, con due educatrici.";
  private static final Set<String> GRAVI = Set.of("serious", "critical");

  private static final CasellaVera POSTA = new CasellaVera();
  private static final int PORTA = portaLibera();

  @Autowired private ProcessEngine motore;
  @Autowired private Avvisi avvisi;

  private Finestre finestre;
  private Finestra ente;
  private Portale portale;
  private Portale orologio;
  private Sportello sportello;

  @DynamicPropertySource
  static void indirizzi(DynamicPropertyRegistry proprieta) {
    proprieta.add("server.port", () -> PORTA);
    proprieta.add("spring.mail.host", () -> "127.0.0.1");
    proprieta.add("spring.mail.port", POSTA::portaSmtp);
    proprieta.add("pianodizona.indirizzo-pubblico", EnteDalBandoAlTavoloTest::indirizzo);
  }

  @BeforeEach
  void apreIlBrowser() {
    // the REST interface finds the engine by name, and other tests in this JVM have one of the same
    ProcessEngines.registerProcessEngine(motore);
    POSTA.apri(CASELLA);
    POSTA.apri(REFERENTE);
    finestre = new Finestre(indirizzo(), Path.of("target", "giro-ente"));
    ente = finestre.di("ente");
    portale = new Portale(ente);
    orologio = new Portale(finestre.di("orologio"));
    sportello = new Sportello(indirizzo());
  }

  @AfterEach
  void chiudeIlBrowser() {
    finestre.close();
    ClockUtil.reset();
  }

  @AfterAll
  static void spegneLaPosta() {
    POSTA.close();
  }

  @Test
  void dallAvvisoAlTavoloEAllaMailFinale() {
    try {
      var numero = lAvvisoEsceELEnteLoTrova();
      lEntePresentaLaDomandaERiceveLaRicevuta(numero);
      laDomandaEAmmessaELEnteLoSaDallaMail();
      lEnteEConvocatoAlTavoloERicordato();
      lEnteRispondeEMandaIlSuoContributo();
      ilContributoEntraNellaSintesi();
      laCoProgrammazioneSiConcludeELEnteLoLeggeIlMattinoDopo(numero);
      lEnteRinunciaAiPromemoriaConUnBottone();
      ogniMailEArrivataUnaVoltaSola();
    } catch (AssertionError | PlaywrightException e) {
      finestre.fotografaTutte("ERRORE");
      throw e;
    }
  }

  private String lAvvisoEsceELEnteLoTrova() {
    var redigere = compito("UserTask_RedigereAvviso");
    sportello.completa("udp", redigere.getId(), sportello.proposta("udp", redigere.getId()));
    sportello.completa(
        "rup", compito("UserTask_ApprovareAvviso").getId(), Map.of("esito", "APPROVATO"));
    attendi("l'avviso pubblicato", () -> !avvisi.pubblicati().isEmpty());
    var numero = avvisi.pubblicati().get(0).numero();

    portale.leggeLAvviso(numero);
    accessibile("avviso");
    return numero;
  }

  private void lEntePresentaLaDomandaERiceveLaRicevuta(String numero) {
    portale.presentaDomanda(
        numero,
        Map.of(
            "denominazione", ENTE,
            "formaGiuridica", "associazione di promozione sociale",
            "codiceFiscale", "03123450169",
            "sede", "via Monte Ferrante 3, 24020 Colere",
            "rappresentanteLegale", "Nadia Belotti",
            "email", CASELLA,
            "runtsNumero", "77120",
            "referente", "Nadia Belotti",
            "referenteEmail", REFERENTE,
            "risorseOfferte", "Doposcuola in tre Comuni"),
        "Ente del Terzo settore",
        "Minori e famiglia");
    accessibile("domanda inviata");

    var ricevuta = POSTA.attendi(CASELLA, "ricevuta della domanda");
    assertThat(ricevuta.testo()).contains(ENTE, "Minori e famiglia");
    apreLaMailESegue(ricevuta, "Apri la pagina della domanda");
    assertThat(testoDellaPagina()).contains(ENTE);
    accessibile("pagina personale");
  }

  private void laDomandaEAmmessaELEnteLoSaDallaMail() {
    var istruire = compito("UserTask_IstruireDomanda").getId();
    var istruttoria = new HashMap<>(sportello.proposta("udp", istruire));
    istruttoria.put("documentoIdentita", true);
    istruttoria.put("runtsEsito", "ISCRITTO");
    istruttoria.put("runtsVerificato", "2024-09-12");
    sportello.completa("udp", istruire, istruttoria);
    attendi("l'esito da definire", () -> !compiti("UserTask_DefinireEsito").isEmpty());
    sportello.completa(
        "rup", compito("UserTask_DefinireEsito").getId(), Map.of("esito", "AMMESSA"));
    apreLaMailESegue(
        POSTA.attendi(CASELLA, "domanda di partecipazione ammessa"),
        "Apri la pagina della domanda");
    assertThat(testoDellaPagina()).containsIgnoringCase("ammessa");
    accessibile("domanda ammessa");

    orologio.vaiAlGiorno("2024-10-03");
    sportello.completa(
        "rup",
        compito("UserTask_ApprovareElencoAmmessi").getId(),
        Map.of("numeroAtto", "455/2024", "dataAtto", "2024-10-03"));
  }

  private void lEnteEConvocatoAlTavoloERicordato() {
    attendi("tre tavoli", () -> compiti("UserTask_ConvocareIncontri").size() == 3);
    for (var convocare : compiti("UserTask_ConvocareIncontri")) {
      sportello.completa("udp", convocare.getId(), sportello.proposta("udp", convocare.getId()));
    }
    var convocazione = POSTA.attendi(REFERENTE, "convocazione: tavolo «minori e famiglia»");
    assertThat(convocazione.testo()).contains("Ordine del giorno");
    assertThat(convocazione.ics().replace("\r\n ", ""))
        .contains("METHOD:REQUEST", "TZID:Europe/Rome", "RSVP=TRUE", "mailto:" + REFERENTE);
    mostra(convocazione);
    accessibile("convocazione");

    orologio.vaiAlGiorno("2024-10-09");
    assertThat(POSTA.attendi(REFERENTE, "promemoria: tavolo «minori e famiglia»").ics())
        .contains("BEGIN:VEVENT");
  }

  private void lEnteRispondeEMandaIlSuoContributo() {
    apreLaMailESegue(
        POSTA.attendi(REFERENTE, "promemoria: tavolo «minori e famiglia»"),
        "Rispondi alla convocazione");
    accessibile("posto al tavolo");
    ente.pagina().locator("th a[href*='/incontri/']").first().click();
    ente.pagina().getByLabel("Partecipo").check();
    accessibile("risposta");
    premi("Invia la risposta");
    ente.pagina().waitForURL("**?risposto");

    ente.vai(URI.create(ente.pagina().url()).getPath().replaceFirst("/incontri/.*", ""));
    ente.pagina().locator("a[href$='/contributi']").first().click();
    ente.pagina().getByLabel("Risorsa offerta").check();
    ente.pagina().locator("#testo").fill(CONTRIBUTO);
    accessibile("contributo");
    premi("Invia il contributo");
    ente.pagina().waitForURL("**?inviato");
    accessibile("contributo inviato");
  }

  private void premi(String bottone) {
    ente.pagina().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(bottone)).click();
  }

  private void ilContributoEntraNellaSintesi() {
    orologio.vaiAlGiorno("2024-10-15");
    attendi("tre verbali", () -> compiti("UserTask_RegistrareVerbale").size() == 3);
    var compito = ilTavolo("UserTask_RegistrareVerbale");
    var membri = sportello.scelte("facilitatore", compito.getId(), "membri");
    var seggio =
        membri.entrySet().stream()
            .filter(m -> m.getKey().startsWith(ENTE))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new AssertionError(ENTE + " non siede al tavolo: " + membri));
    sportello.completa(
        "facilitatore",
        compito.getId(),
        Map.of(
            "presenti",
            List.of(seggio),
            "verbale",
            "Si discute di dispersione scolastica e di spazi per gli adolescenti."));
    gliAltriTavoliSonoDeserti();
    orologio.vaiAlGiorno("2024-10-29");
    attendi("altri tre verbali", () -> compiti("UserTask_RegistrareVerbale").size() == 3);
    gliAltriTavoliSonoDeserti();

    orologio.vaiAlGiorno("2024-11-05");
    attendi("sei verbali da approvare", () -> compiti("UserTask_ApprovareVerbale").size() == 6);
    for (var approvare : compiti("UserTask_ApprovareVerbale")) {
      sportello.completa("udp", approvare.getId(), sportello.proposta("udp", approvare.getId()));
    }

    attendi("tre sintesi", () -> compiti("UserTask_RedigereSintesi").size() == 3);
    var sintesi = ilTavolo("UserTask_RedigereSintesi");
    var proposta = new HashMap<>(sportello.proposta("facilitatore", sintesi.getId()));
    assertThat(proposta.toString()).contains(CONTRIBUTO);
    proposta.put("bisogni", "Spazi per gli adolescenti nei Comuni più piccoli");
    proposta.put("proposte", "Doposcuola di valle");
    sportello.completa("facilitatore", sintesi.getId(), proposta);
    for (var altra : compiti("UserTask_RedigereSintesi")) {
      sportello.completa(
          "facilitatore",
          altra.getId(),
          Map.of(
              "bisogni", "Assistenza domiciliare",
              "proposte", "Rete unica di trasporto sociale",
              "risorse", "Due sedi"));
    }
  }

  private void laCoProgrammazioneSiConcludeELEnteLoLeggeIlMattinoDopo(String numero) {
    sportello.completa(
        "rup",
        compito("UserTask_RedigereRelazioneConclusiva").getId(),
        Map.of("relazione", "La co-programmazione si conclude senza posizioni dissenzienti."));
    attendi("l'analisi da redigere", () -> !compiti("UserTask_RedigereAnalisi").isEmpty());
    assertThat(POSTA.leggi(CASELLA))
        .as("non è urgente: parte domattina")
        .noneMatch(mail -> mail.oggetto().contains("conclusa"));

    orologio.vaiAlGiorno("2024-11-06");
    apreLaMailESegue(POSTA.attendi(CASELLA, "co-programmazione conclusa"), "Leggi gli esiti");
    assertThat(ente.pagina().url()).endsWith("/avvisi/" + numero);
    accessibile("avviso concluso");
  }

  private void lEnteRinunciaAiPromemoriaConUnBottone() {
    apreLaMailESegue(
        POSTA.attendi(REFERENTE, "promemoria: tavolo «minori e famiglia»"),
        "scegliere di non riceverne altri di questo tipo");
    accessibile("messaggi facoltativi");
    ente.pagina()
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Non mandatemi i messaggi facoltativi"))
        .click();
    ente.pagina().getByText("non mandiamo più i messaggi facoltativi").waitFor();
    ente.guarda("rinuncia");
    accessibile("rinuncia");
  }

  private void ogniMailEArrivataUnaVoltaSola() {
    for (var casella : List.of(CASELLA, REFERENTE)) {
      assertThat(POSTA.leggi(casella))
          .allSatisfy(mail -> assertThat(mail.testo()).isNotBlank())
          .extracting(Mail::messageId)
          .doesNotHaveDuplicates();
    }
  }

  private void gliAltriTavoliSonoDeserti() {
    for (var compito : compiti("UserTask_RegistrareVerbale")) {
      sportello.completa(
          "facilitatore",
          compito.getId(),
          Map.of("deserto", true, "verbale", "Nessuno si presenta: l'incontro è deserto."));
    }
  }

  private void apreLaMailESegue(Mail mail, String collegamento) {
    mostra(mail);
    accessibile("mail " + mail.oggetto());
    ente.pagina()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(collegamento))
        .click();
    ente.pagina().locator("h1").waitFor();
    ente.guarda("dalla mail " + mail.oggetto());
  }

  private void mostra(Mail mail) {
    ente.pagina().navigate("about:blank");
    ente.pagina().setContent(mail.html());
  }

  private void accessibile(String pagina) {
    var violazioni =
        new AxeBuilder(ente.pagina())
            .analyze().getViolations().stream().filter(v -> GRAVI.contains(v.getImpact())).toList();
    assertThat(violazioni).as("violazioni gravi in «%s»", pagina).isEmpty();
  }

  private String testoDellaPagina() {
    return ente.pagina().locator("main").innerText();
  }

  /** The open task of the tavolo where the body sits. */
  private Task ilTavolo(String id) {
    return compiti(id).stream()
        .filter(c -> c.getName().contains("Minori e famiglia"))
        .findFirst()
        .orElseThrow();
  }

  private Task compito(String id) {
    attendi("il compito " + id, () -> !compiti(id).isEmpty());
    return compiti(id).get(0);
  }

  private List<Task> compiti(String id) {
    return motore.getTaskService().createTaskQuery().taskDefinitionKey(id).active().list();
  }

  private void attendi(String cosa, BooleanSupplier fatto) {
    long fine = System.nanoTime() + ATTESA.toNanos();
    while (!fatto.getAsBoolean()) {
      assertThat(System.nanoTime()).as("atteso: " + cosa).isLessThan(fine);
      ente.pagina().waitForTimeout(100);
    }
  }

  private static String indirizzo() {
    return "http://127.0.0.1:" + PORTA;
  }

  private static int portaLibera() {
    try (var presa = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return presa.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
