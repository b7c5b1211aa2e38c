package it.pianodizona.attuazione.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.attuazione.economia.PianiEconomici;
import it.pianodizona.attuazione.monitoraggio.DatiScheda;
import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioAnnuale;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioFixture;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.DocumentoFixture;
import it.pianodizona.documento.Redazione;
import it.pianodizona.giro.Finestre;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.RiferimentoPiano;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The officials' pages of a plan that is carried out. */
class PagineAttuazioneTest extends ProvaDiProcesso {

  private static final Set<String> GRAVI = Set.of("serious", "critical");

  @Autowired private WebApplicationContext contesto;
  @Autowired private Documenti documenti;
  @Autowired private Redazione redazione;
  @Autowired private Monitoraggi monitoraggi;
  @Autowired private PianiEconomici economia;
  @Autowired private JdbcClient jdbc;

  private MockMvc pagine;
  private RiferimentoPiano piano;
  private MonitoraggioAnnuale m;
  private String base;
  private String anno;

  @BeforeEach
  void unAnnoAperto() {
    pagine = MockMvcBuilders.webAppContextSetup(contesto).apply(springSecurity()).build();
    piano = piano();
    long documento = documenti.apriBozza(piano.pianoId()).id();
    redazione.aggiungiObiettivo(
        documento, DocumentoFixture.obiettivo("A casa in valle"), DocumentoFixture.CHI);
    redazione.aggiungiObiettivo(
        documento, DocumentoFixture.obiettivo("Spazi per i giovani"), DocumentoFixture.CHI);
    jdbc.sql("update documento_di_piano set pronto = ? where id = ?")
        .params(OffsetDateTime.parse("2024-11-01T10:00:00+01:00"), documento)
        .update();
    int primo = economia.anni(piano.pianoId()).get(0);
    adesso((primo + 1) + "-01-10T09:00");
    piani.passaAllaFase(piano.pianoId(), Fase.PREMIALITA);
    esegui();
    m = monitoraggi.dellAnno(piano.pianoId(), primo).orElseThrow();
    base = "/attuazione/" + piano.pianoId();
    anno = base + "/" + primo;
  }

  /** The other tests share the Ambito, whose next plan would start from these outcomes. */
  @AfterEach
  void dimenticaIMonitoraggi() {
    for (var tabella :
        List.of(
            "monitoraggio_storia",
            "monitoraggio_indicatore",
            "monitoraggio_obiettivo",
            "monitoraggio_annuale")) {
      jdbc.sql("delete from " + tabella).update();
    }
  }

  @Test
  void chiNonEDellAmbitoNonTrovaNullaEChiNonEDellUfficioLeggeSoltanto() throws Exception {
    MonitoraggioFixture.economico(economia, piano.pianoId(), m.annoEconomico());
    var economico = base + "/economia/" + m.annoEconomico();
    for (var pagina :
        List.of(
            base,
            anno,
            anno + "/valori.csv",
            anno + "/valori.xlsx",
            economico,
            economico + "/quote.csv",
            economico + "/voci.csv")) {
      pagine.perform(get(pagina)).andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
      pagine
          .perform(get(pagina).with(chi("udp.altrui", "50001", "ufficio-di-piano")))
          .andExpect(status().isNotFound());
      for (var gruppo : List.of("ufficio-di-piano", "ats", "assemblea", "regione")) {
        pagine.perform(get(pagina).with(chi(gruppo, AMBITO, gruppo))).andExpect(status().isOk());
      }
    }
    pagine.perform(get(anno + "/rapporto.pdf").with(udp())).andExpect(status().isNotFound());
    pagine.perform(get(base + "/1999").with(udp())).andExpect(status().isNotFound());
    pagine.perform(get(base + "/economia/1999").with(udp())).andExpect(status().isNotFound());
    pagine
        .perform(valore("45").with(chi("regione", AMBITO, "regione")).with(csrf()))
        .andExpect(status().isForbidden());
    pagine
        .perform(post(economico).with(chi("ats", AMBITO, "ats")).with(csrf()))
        .andExpect(status().isForbidden());
    pagine.perform(valore("45").with(udp())).andExpect(status().isForbidden());
  }

  @Test
  void lUfficioScriveUnValoreEIlSemaforoSiAccende() throws Exception {
    long obiettivo = primo();
    pagine
        .perform(valore("115").with(udp()).with(csrf()))
        .andExpect(
            redirectedUrl("%s?salvato=%d#obiettivo-%d".formatted(anno, obiettivo, obiettivo)));
    pagine
        .perform(get(anno).with(udp()))
        .andExpect(content().string(containsString("✓ verde")))
        .andExpect(content().string(containsString("raggiunto il 95,8%")))
        .andExpect(
            content()
                .string(
                    containsString("Manca il piano economico dell'anno".replace("'", "&#39;"))));
    pagine
        .perform(valore("116").with(udp()).with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("da un&#39;altra persona")))
        .andExpect(content().string(containsString("value=\"116\"")));
  }

  @Test
  void unValoreSbagliatoTornaComEraScrittoConIlMotivo() throws Exception {
    for (var sbagliato : List.of("molti", "1,234", "12.34.5", "1e3")) {
      pagine
          .perform(valore(sbagliato).with(udp()).with(csrf()))
          .andExpect(status().isUnprocessableEntity())
          .andExpect(content().string(containsString("Valore dell&#39;indicatore 1")))
          .andExpect(content().string(containsString("value=\"" + sbagliato + "\"")));
    }
    assertThat(monitoraggi.schede(m).get(0).rilevazioni().get(0).valore()).isNull();
  }

  @Test
  void unFileConErroriMostraLeCelleEUnoBuonoScriveTutto() throws Exception {
    pagine
        .perform(
            carica(
                "obiettivo;indicatore;valore;nota;grado;risorse;criticita;osservazioni\n1;1;x;;;;;\n"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("una cella da correggere")))
        .andExpect(content().string(containsString("C2")));
    pagine
        .perform(
            carica(
                """
                obiettivo;indicatore;valore;nota;grado;risorse;criticita;osservazioni
                1;1;45;;;;;
                1;;;;;60;;
                2;1;;Non rilevato: servizio da avviare;;;;
                2;;;;;10;Gara deserta;
                """))
        .andExpect(redirectedUrl(anno));
    assertThat(monitoraggi.schede(m)).allSatisfy(scheda -> assertThat(scheda.mancanze()).isEmpty());
  }

  @Test
  void ilPianoEconomicoSiScriveELeQuoteSommanoAlTotale() throws Exception {
    var economico = base + "/economia/" + m.annoEconomico();
    pagine
        .perform(modulo(economico, "100000,01", "100.000,01").with(udp()).with(csrf()))
        .andExpect(redirectedUrl(economico + "?salvato"));
    var scritto = economia.dellAnno(piano.pianoId(), m.annoEconomico()).orElseThrow();
    assertThat(scritto.totaleQuote()).isEqualTo(Denaro.euro("100000.01"));
    assertThat(scritto.mancanze()).isEmpty();
    assertThat(scritto.dati().voci()).hasSize(2);
    var csv =
        pagine
            .perform(get(economico + "/quote.csv").with(udp()))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFFanno,codice_istat,comune,").hasLineCount(25);
    assertThat(
            csv.lines()
                .skip(1)
                .map(riga -> Denaro.euro(riga.substring(riga.lastIndexOf(',') + 1)))
                .reduce(Denaro.ZERO, Denaro::piu))
        .isEqualTo(Denaro.euro("100000.01"));

    pagine
        .perform(modulo(economico, "tanto", "1").with(udp()).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Importo di «Quote dei Comuni»")))
        .andExpect(content().string(containsString("value=\"tanto\"")));
    pagine
        .perform(modulo(economico, "100000", "100000").with(udp()).with(csrf()))
        .andExpect(status().isConflict());
  }

  @Test
  void lePagineSiUsanoConLaTastieraEConUnLettoreDiSchermo() throws Exception {
    MonitoraggioFixture.compila(monitoraggi, m, "20");
    monitoraggi.scrivi(
        m.id(),
        primo(),
        monitoraggi.schede(m).get(0).revisione(),
        new DatiScheda(
            Map.of(1, new DatiScheda.Valore(new BigDecimal("45"), "Contati a dicembre")),
            null,
            80,
            "Pochi operatori in alta valle",
            null),
        "udp");
    MonitoraggioFixture.economico(economia, piano.pianoId(), m.anno());
    MonitoraggioFixture.economico(economia, piano.pianoId(), m.annoEconomico());
    try (var finestre = new Finestre("http://pagine.example", Path.of("target/attuazione"))) {
      var finestra = finestre.di("udp");
      var pagina = finestra.pagina();
      pagina.route("**/*", this::rispondi);
      for (var percorso :
          List.of(
              base,
              anno,
              base + "/economia/" + m.annoEconomico(),
              base + "/economia/" + (m.anno() + 2))) {
        finestra.vai(percorso);
        for (int larghezza : List.of(1280, 390)) {
          pagina.setViewportSize(larghezza, 900);
          assertThat(
                  (Integer)
                      pagina.evaluate(
                          "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .as("%s a %d: niente scorre di lato", percorso, larghezza)
              .isLessThanOrEqualTo(0);
          pagina.screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(
                      Path.of(
                          "target/attuazione",
                          percorso
                                  .substring(base.length())
                                  .replaceAll("[0-9]{4}", "")
                                  .replace('/', '-')
                              + (percorso.endsWith(String.valueOf(m.anno() + 2)) ? "nuovo" : "")
                              + "-"
                              + larghezza
                              + ".png")));
          assertThat(
                  new AxeBuilder(pagina)
                      .analyze().getViolations().stream()
                          .filter(violazione -> GRAVI.contains(violazione.getImpact()))
                          .map(violazione -> violazione.getId() + ": " + violazione.getNodes())
                          .toList())
              .as("%s a %d", percorso, larghezza)
              .isEmpty();
        }
      }
    }
    pagine
        .perform(get(base).with(udp()))
        .andExpect(content().string(containsString("Obiettivi per semaforo.")))
        .andExpect(content().string(not(containsString("??"))));
  }

  /** The browser has no server: each of its requests is answered by the application in memory. */
  private void rispondi(Route richiesta) {
    try {
      var risposta =
          pagine
              .perform(get(URI.create(richiesta.request().url())).with(udp()))
              .andReturn()
              .getResponse();
      richiesta.fulfill(
          new Route.FulfillOptions()
              .setStatus(risposta.getStatus())
              .setContentType(risposta.getContentType())
              .setBodyBytes(risposta.getContentAsByteArray()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private MockHttpServletRequestBuilder valore(String valore) {
    return post(anno + "/obiettivi/" + primo())
        .param("revisione", "1")
        .param("valore.1", valore)
        .param("nota.1", "")
        .param("risorse", "50");
  }

  private MockHttpServletRequestBuilder carica(String testo) {
    return (MockHttpServletRequestBuilder)
        multipart(anno + "/valori")
            .file(
                new MockMultipartFile(
                    "file", "valori.csv", "text/csv", testo.getBytes(StandardCharsets.UTF_8)))
            .with(udp())
            .with(csrf());
  }

  private MockHttpServletRequestBuilder modulo(String dove, String entrata, String uscita) {
    var invio =
        post(dove)
            .param("revisione", "0")
            .param("voce.ENTRATA", "Quote dei Comuni", "")
            .param("importo.ENTRATA", entrata, "")
            .param("voce.USCITA", "Gestione associata", "")
            .param("importo.USCITA", uscita, "")
            .param("residui", "")
            .param("quotaFissa", "250")
            .param("popolazioneAl", m.anno() + "-12-31")
            .param("fontePopolazione", "Anagrafi comunali")
            .param("note", "");
    economia
        .proposta(piano.pianoId(), m.annoEconomico())
        .popolazione()
        .forEach(c -> invio.param("abitanti." + c.codiceIstat(), String.valueOf(c.abitanti() + 7)));
    return invio;
  }

  private long primo() {
    return monitoraggi.schede(m).get(0).obiettivo().id();
  }

  private static RequestPostProcessor udp() {
    return chi("udp", AMBITO, "ufficio-di-piano");
  }

  private static RequestPostProcessor chi(String utente, String ambito, String gruppo) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new Funzionario(utente, List.of(gruppo), List.of(ambito)), null, List.of()));
  }
}
