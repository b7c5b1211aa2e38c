package it.pianodizona.portale;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.Conclusioni;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.giro.Finestra;
import it.pianodizona.giro.Finestre;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Triennio;
import it.pianodizona.tavoli.Incontri;
import it.pianodizona.tavoli.NuovoMembro;
import it.pianodizona.tavoli.Tavoli;
import it.pianodizona.tavoli.TipoMembro;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Every public page under axe-core in a real browser, wide and narrow: no serious or critical
 * violation. Each page leaves its picture in {@code target/portale}.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:accessibilita;OPTIMIZE_REUSE_RESULTS=FALSE",
      "camunda.bpm.job-execution.enabled=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false"
    })
@DirtiesContext
class AccessibilitaTest {

  private static final List<Integer> LARGHEZZE = List.of(1280, 390);
  private static final Set<String> GRAVI = Set.of("serious", "critical");
  private static final int ALTEZZA = 900;

  @LocalServerPort private int porta;
  @Autowired private Piani piani;
  @Autowired private Avvisi avvisi;
  @Autowired private Domande domande;
  @Autowired private Conclusioni conclusioni;
  @Autowired private Tavoli tavoli;
  @Autowired private Incontri incontri;
  @Autowired private JdbcClient jdbc;
  private Finestre finestre;
  private Finestra finestra;
  private Page pagina;
  private Avviso aperto;

  @BeforeEach
  void apri() {
    adesso("2024-09-12T09:00");
    aperto = AvvisoFixture.pubblicato(avvisi, piano("2300-2302"));
    AvvisoFixture.approvato(avvisi, piano("2303-2305"), true);
    finestre = new Finestre("http://localhost:" + porta, Path.of("target/portale"));
    finestra = finestre.di("ente");
    pagina = finestra.pagina();
  }

  @AfterEach
  void chiudi() {
    finestre.close();
    ClockUtil.reset();
  }

  @Test
  void ogniPaginaPubblicaSiUsaConLaTastieraEConUnLettoreDiSchermo() {
    for (var percorso :
        List.of(
            "/",
            "/accessibilita",
            "/informativa",
            "/manuale",
            "/manuale?cerca=integrazione",
            "/manuale?cerca=nulla-di-simile",
            "/manuale/per-cominciare",
            "/manuale/ufficio-di-piano",
            "/manuale/completo",
            "/avvisi",
            "/avvisi?stato=in-arrivo",
            "/avvisi?cerca=nulla+di+simile",
            "/avvisi/" + aperto.numero(),
            modulo())) {
      finestra.vai(percorso);
      esamina(percorso);
    }
    finestra.vai("/avvisi/inventato");
    finestra.perdonaIlRifiuto();
    esamina("pagina non trovata");

    var domanda = laDomandaPassaDaUnaBozza();
    var personale = "/partecipazione/" + domanda.token();
    finestra.vai(personale + "/ritiro");
    esamina("ritiro");

    domande.approvaElenco(aperto.id(), "DD 77", LocalDate.of(2024, 9, 12), "rup");
    domande.pubblicaElenco(aperto.id());
    adesso("2024-10-03T09:00");
    finestra.vai(modulo());
    esamina("domanda tardiva");
    unMembroDeiTavoliGuardaRispondeESbaglia();
    conclusioni.concludi(aperto.id(), "Emersi tre bisogni.", "rup");
    for (var percorso :
        List.of("/avvisi?stato=chiusi", "/avvisi/" + aperto.numero(), modulo(), personale)) {
      finestra.vai(percorso);
      esamina("dopo la chiusura " + percorso);
    }
  }

  private void unMembroDeiTavoliGuardaRispondeESbaglia() {
    long tavolo = tavoli.componi(aperto.id(), aperto.contenuto().aree().get(0).codice(), List.of());
    incontri.convoca(tavolo);
    tavoli.chiama(
        tavolo,
        NuovoMembro.chiamato(TipoMembro.SINDACATO, "Unione della Valle", "unione@example.org"),
        "Organizzazione rappresentativa",
        "udp");
    var posto =
        "/posto/"
            + jdbc.sql(
                    """
                    select c.token from collegamento_tavoli c
                    join soggetto_tavoli s on s.id = c.soggetto_id
                    where s.denominazione = 'Unione della Valle'""")
                .query(String.class)
                .single();
    var contributi = posto + "/tavoli/" + tavolo + "/contributi";
    var incontro = posto + "/incontri/" + incontri.delTavolo(tavolo).get(0).id();
    for (var percorso : List.of(posto, incontro, contributi)) {
      finestra.vai(percorso);
      esamina("posto al tavolo " + percorso.substring(posto.length()));
    }
    premi("Invia il contributo");
    pagina.locator(".pdz-errori").waitFor();
    finestra.perdonaIlRifiuto();
    esamina("contributo con errori");
    finestra.vai(incontro);
    premi("Invia la risposta");
    pagina.locator(".pdz-errori").waitFor();
    finestra.perdonaIlRifiuto();
    esamina("risposta con errori");
  }

  /** Sent empty, then with a file only, then put aside, then sent. */
  private Domanda laDomandaPassaDaUnaBozza() {
    finestra.vai(modulo());
    pagina
        .locator("#documentoIdentita")
        .setInputFiles(new FilePayload("carta.pdf", "application/pdf", FileFixture.pdf()));
    pagina
        .locator("#allegati")
        .setInputFiles(new FilePayload("statuto.pdf", "application/pdf", FileFixture.html()));
    premi("Invia la domanda");
    pagina.locator(".pdz-errori").waitFor();
    finestra.perdonaIlRifiuto();
    esamina("domanda con errori");
    // the first link of the summary leads to its field, the Enter key sends the form
    pagina.locator(".pdz-errori a").first().click();
    assertThat(pagina.evaluate("document.activeElement.id")).isEqualTo("denominazione");
    for (var parte : DomandaFixture.completa(DomandaFixture.codiceFiscale(77))) {
      var campo =
          pagina.locator(
              "main input[type=text][name='%s'], main input[type=email][name='%s']"
                  .formatted(parte.campo(), parte.campo()));
      if (campo.count() > 0) {
        campo.fill(new String(parte.contenuto(), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    premi("Salva la bozza");
    pagina.waitForURL("**salvata**");
    esamina("bozza salvata");
    pagina.locator("input[name=categoria]").first().check();
    pagina.locator("input[name=aree]").first().check();
    for (var spunta :
        List.of(
            "impegniAccettati",
            "liberatoriaProprieta",
            "consensoPubblicazione",
            "informativaLetta")) {
      pagina.locator("#" + spunta).check();
    }
    pagina.locator("#sede").press("Enter");
    pagina.waitForURL("**registrata");
    esamina("domanda inviata");
    assertThat(pagina.locator("main").innerText()).contains("Domanda inviata, protocollo 00000");
    return domande.elenco(aperto.id()).get(0);
  }

  private void esamina(String nome) {
    for (int larghezza : LARGHEZZE) {
      pagina.setViewportSize(larghezza, ALTEZZA);
      finestra.guarda(nome + " " + larghezza);
      assertThat(
              new AxeBuilder(pagina)
                  .analyze().getViolations().stream()
                      .filter(violazione -> GRAVI.contains(violazione.getImpact()))
                      .map(
                          violazione ->
                              violazione.getId()
                                  + " "
                                  + violazione.getNodes().stream()
                                      .map(nodo -> nodo.getHtml())
                                      .toList())
                      .toList())
          .as("violazioni gravi in «%s», larga %d", nome, larghezza)
          .isEmpty();
      assertThat(
              (Boolean)
                  pagina.evaluate(
                      "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
          .as("«%s» sta in %d punti senza scorrere di lato", nome, larghezza)
          .isTrue();
    }
    pagina.setViewportSize(LARGHEZZE.get(0), ALTEZZA);
  }

  private void premi(String bottone) {
    pagina
        .getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(bottone).setExact(true))
        .click();
  }

  private String modulo() {
    return "/avvisi/" + aperto.numero() + "/domanda";
  }

  private long piano(String triennio) {
    piani.registra(
        Triennio.di(
            triennio, "DGR XII/2167 del 15/04/2024", LocalDate.of(2024, 12, 10), "2025-2027"));
    return piani.avvia(triennio, List.of("50084")).get(0).pianoId();
  }

  private static void adesso(String dataOra) {
    ClockUtil.setCurrentTime(
        Date.from(LocalDateTime.parse(dataOra).atZone(Termini.ROMA).toInstant()));
  }
}
