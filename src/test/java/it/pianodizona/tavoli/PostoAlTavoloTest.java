package it.pianodizona.tavoli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.pianodizona.coprogrammazione.Conclusioni;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.TipoDocumento;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What members do by their personal link, and what the link never opens. */
class PostoAlTavoloTest extends ProvaDiTavolo {

  @Autowired private WebApplicationContext contesto;
  @Autowired private Fascicolo fascicolo;
  @Autowired private DocumentoDiSintesi sintesi;
  @Autowired private Conclusioni conclusioni;
  private MockMvc pagine;

  @BeforeEach
  void prepara() {
    pagine = MockMvcBuilders.webAppContextSetup(contesto).apply(springSecurity()).build();
  }

  @Test
  void unMembroLeggeISuoiIncontriRispondeEMetteInCalendario() throws Exception {
    convocaEntrambi();
    var posto = "/posto/" + gettone(PONTE);
    var incontro = posto + "/incontri/" + incontro(1).id();

    apri(posto)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("mercoledì 9 ottobre 2024, ore 16:00-19:00")))
        .andExpect(content().string(not(containsString("<script"))))
        .andExpect(content().string(not(containsString(gettone(AURORA)))));
    apri(incontro).andExpect(content().string(containsString("Lettura dei bisogni")));
    apri(incontro + "/invito.ics")
        .andExpect(header().string("Content-Type", "text/calendar;charset=UTF-8"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("UID:incontro-" + incontro(1).id() + "@"),
                        containsString("mailto:ponte@example.org"))));
    pagine
        .perform(post(incontro + "/risposta").with(csrf()).param("esito", "PRESENTE"))
        .andExpect(status().isFound());

    assertThat(incontri.risposte(incontro(1).id()).values())
        .singleElement()
        .satisfies(r -> assertThat(r.esito()).isEqualTo(EsitoRisposta.PRESENTE));
    apri(incontro + "?risposto").andExpect(content().string(containsString("è registrata")));
  }

  @Test
  void unaRispostaIncompletaTornaIndietroConCioCheMancaEConCioCheEraScritto() throws Exception {
    convocaEntrambi();
    var risposta = "/posto/" + gettone(PONTE) + "/incontri/" + incontro(1).id() + "/risposta";

    pagine
        .perform(post(risposta).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("scegliere una delle tre risposte")));
    pagine
        .perform(
            post(risposta)
                .with(csrf())
                .param("esito", "SOSTITUTO")
                .param("nome", "Carla Neri")
                .param("email", "carla"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("value=\"Carla Neri\"")))
        .andExpect(content().string(containsString("E-mail")));
    pagine.perform(post(risposta).param("esito", "PRESENTE")).andExpect(status().isForbidden());
    assertThat(incontri.risposte(incontro(1).id())).isEmpty();
  }

  @Test
  void ilSostitutoRiceveLInvitoELOriginaleLoSaEUnCambioLoDisdice() {
    convoca(List.of(primo()));
    var id = incontro(1).id();

    posti.rispondi(gettone(PONTE), id, EsitoRisposta.SOSTITUTO, "Carla Neri", "carla@example.org");

    assertThat(inviti("carla@example.org"))
        .singleElement()
        .satisfies(
            ics -> {
              assertThat(voce(ics, "METHOD")).isEqualTo("REQUEST");
              assertThat(voce(ics, "UID")).startsWith("incontro-" + id + "@");
            });
    assertThat(oggetti("ponte@example.org"))
        .anySatisfy(oggetto -> assertThat(oggetto).startsWith("Sostituto indicato"));
    assertThat(testi("carla@example.org"))
        .allSatisfy(testo -> assertThat(testo).doesNotContain("/posto/"));

    posti.rispondi(gettone(PONTE), id, EsitoRisposta.PRESENTE, "", "");

    assertThat(inviti("carla@example.org")).hasSize(2);
    assertThat(voce(inviti("carla@example.org").get(1), "METHOD")).isEqualTo("CANCEL");
  }

  @Test
  void spostareLIncontroDisdiceISostitutiECambiareIlLuogoLiAggiorna() {
    convocaEntrambi();
    for (int numero : new int[] {1, 2}) {
      posti.rispondi(
          gettone(PONTE),
          incontro(numero).id(),
          EsitoRisposta.SOSTITUTO,
          "Carla Neri",
          "carla@example.org");
    }

    sposta(1, "2024-10-10", "16:00", "19:00");
    aggiorna(
        "azione", "SPOSTA",
        "incontro", String.valueOf(incontro(2).id()),
        "data", "2024-10-23",
        "dalleOre", "16:00",
        "alleOre", "19:00",
        "luogo", "Biblioteca di Clusone",
        "motivo", "Sala più grande.");

    var inviti = inviti("carla@example.org");
    assertThat(inviti)
        .extracting(ics -> voce(ics, "METHOD") + " " + voce(ics, "SEQUENCE"))
        .containsExactly("REQUEST 0", "REQUEST 0", "CANCEL 1", "REQUEST 1");
    assertThat(voce(inviti.get(3), "LOCATION")).isEqualTo("Biblioteca di Clusone");
    aggiorna(
        "azione", "ANNULLA",
        "incontro", String.valueOf(incontro(2).id()),
        "motivo", "Allerta neve.");
    assertThat(voce(inviti("carla@example.org").get(4), "METHOD")).isEqualTo("CANCEL");
  }

  @Test
  void unEnteATreTavoliHaUnSoloCollegamentoEUnImpegnoPerIncontro() {
    convoca(List.of(primo()));
    vaiA("2024-10-01T09:00");
    var tre =
        avvisi.domanda(
            avviso,
            "Fondazione Tre Aree",
            "tre@example.org",
            "11223344554",
            MINORI,
            "anziani",
            "inclusione-sociale");
    avvisi.ammetti(tre);
    avviaTavolo("anziani");
    avviaTavolo("inclusione-sociale");
    for (var compito : compiti("UserTask_ConvocareIncontri")) {
      completa(compito, Map.of());
    }

    var gettone = gettone("Fondazione Tre Aree");
    assertThat(posti.posto(gettone).orElseThrow().seggi())
        .extracting(s -> s.tavolo().area())
        .containsExactly("Minori e famiglia", "Anziani", "Inclusione sociale");
    assertThat(inviti("tre@example.org")).hasSize(3);
    assertThat(inviti("tre@example.org"))
        .extracting(ics -> voce(ics, "UID"))
        .doesNotHaveDuplicates();
    assertThat(testi("tre@example.org"))
        .filteredOn(testo -> testo.contains("/posto/"))
        .hasSize(3)
        .allSatisfy(testo -> assertThat(testo).contains("/posto/" + gettone));
    assertThat(testi("ponte@example.org"))
        .allSatisfy(testo -> assertThat(testo).doesNotContain(gettone));

    posti.rispondi(gettone, incontro(1).id(), EsitoRisposta.PRESENTE, "", "");

    assertThat(
            posti.posto(gettone).orElseThrow().seggi().stream()
                .flatMap(s -> s.appuntamenti().stream())
                .filter(a -> a.risposta() != null))
        .hasSize(1);
    assertThatThrownBy(
            () ->
                posti.contribuisci(
                    gettone(PONTE),
                    posti.posto(gettone).orElseThrow().seggi().get(1).tavolo().id(),
                    TipoContributo.PROPOSTA,
                    "Non è il mio tavolo",
                    List.of()))
        .hasMessageContaining("non risulta un posto");
  }

  @Test
  void unGettoneFalsoRevocatoOScadutoNonApreNulla() throws Exception {
    convoca(List.of(primo()));
    var gettone = gettone(PONTE);
    var falso = gettone.substring(0, gettone.length() - 1) + (gettone.endsWith("A") ? "B" : "A");

    for (var cattivo :
        List.of(falso, "../" + gettone, gettone + "%00", "' or 1=1 --", "a".repeat(43))) {
      apri("/posto/{t}", cattivo).andExpect(status().is4xxClientError());
    }
    pagine
        .perform(
            post("/posto/" + falso + "/incontri/" + incontro(1).id() + "/risposta")
                .with(csrf())
                .param("esito", "ASSENTE"))
        .andExpect(status().isNotFound());
    apri("/posto/" + gettone + "/incontri/999999").andExpect(status().isNotFound());
    apri("/posto/" + gettone + "/tavoli/999999/contributi").andExpect(status().isNotFound());
    apri("/posto/" + gettone + "/documenti/1").andExpect(status().isNotFound());
    assertThatThrownBy(() -> posti.rispondi(falso, incontro(1).id(), EsitoRisposta.ASSENTE, "", ""))
        .hasMessageContaining("non è valido o è scaduto");
    adesso("2990-01-01T09:00");
    apri("/posto/" + gettone).andExpect(status().isNotFound());
  }

  @Test
  void iContributiConFileArrivanoAlVerbaleEAllaSintesiFinoAllaSintesi() throws Exception {
    convoca(List.of(primo()));
    var pagina = "/posto/" + gettone(PONTE) + "/tavoli/" + tavoloId + "/contributi";
    apri(pagina).andExpect(status().isOk()).andExpect(content().string(containsString("PDF")));

    pagine
        .perform(
            multipart(pagina)
                .file(png("../../mappa dei servizi.png"))
                .with(csrf())
                .param("tipo", "PROPOSTA")
                .param("testo", "Un centro aperto la sera"))
        .andExpect(status().isFound());
    pagine
        .perform(
            multipart(pagina)
                .file(
                    new MockMultipartFile(
                        "file", "innocuo.pdf", "application/pdf", "MZ programma".getBytes()))
                .with(csrf())
                .param("tipo", "PROPOSTA")
                .param("testo", "Un altro"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("non è in un formato ammesso")))
        .andExpect(content().string(containsString("Un altro")));
    pagine
        .perform(
            multipart(pagina)
                .with(csrf())
                .param("tipo", "PROPOSTA")
                .param("testo", "<script>alert(1)</script>"))
        .andExpect(status().isUnprocessableEntity());

    var scritto = contributi.delTavolo(tavoloId);
    assertThat(scritto).hasSize(1);
    var file = scritto.get(0).file().get(0);
    assertThat(file.nomeFile()).isEqualTo("mappa dei servizi.png");
    apri("/posto/" + gettone(PONTE) + "/documenti/" + file.id())
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Disposition", containsString("attachment")));
    apri("/posto/" + gettone(AURORA) + "/documenti/" + file.id()).andExpect(status().isNotFound());
    vaiA("2024-10-09T20:00");
    assertThat(modulo(compito("UserTask_RegistrareVerbale")).get("fileScritti").toString())
        .contains("/ufficio/tavoli/documenti/" + file.id());
    posti.contribuisci(
        gettone(AURORA), tavoloId, TipoContributo.BISOGNO, "Trasporti la sera", List.of());
    assertThat(modulo(compito("UserTask_RegistrareVerbale")).get("scritti").toString())
        .contains("Trasporti la sera");
    verbalizzaEApprova(verbale(List.of(PONTE)), "2024-10-15T09:00");
    posti.contribuisci(
        gettone(AURORA), tavoloId, TipoContributo.DISSENSO, "Troppo poco", List.of());
    var sintesi = compito("UserTask_RedigereSintesi");
    assertThat(modulo(sintesi))
        .containsEntry("proposte", "- Cooperativa Il Ponte: Un centro aperto la sera");
    assertThat(modulo(sintesi).get("scritti").toString()).contains("Troppo poco");
    completa(sintesi, Map.of("risorse", "Nessuna risorsa nuova"));

    assertThatThrownBy(
            () ->
                posti.contribuisci(
                    gettone(PONTE), tavoloId, TipoContributo.PROPOSTA, "Tardi", List.of()))
        .hasMessageContaining("già scritta");
    apri(pagina).andExpect(content().string(containsString("non accetta altri contributi")));
  }

  @Test
  void ilVerbaleSiLeggeDalCollegamentoESiOsservaFinoAlTermine() throws Exception {
    convoca(List.of(primo()));
    posti.rispondi(
        gettone(AURORA),
        incontro(1).id(),
        EsitoRisposta.SOSTITUTO,
        "Carla Neri",
        "carla@example.org");
    vaiA("2024-10-09T20:00");
    var incontro = "/posto/" + gettone(PONTE) + "/incontri/" + incontro(1).id();
    apri(incontro).andExpect(content().string(not(containsString("Bozza del verbale"))));
    completa("UserTask_RegistrareVerbale", verbale(List.of(PONTE, AURORA)));

    apri(incontro).andExpect(content().string(containsString("Bozza del verbale (PDF)")));
    assertThat(testo(documento("Bozza del verbale")))
        .contains(
            "Cooperativa Il Ponte",
            "Carla Neri (sostituto)",
            "con riserva",
            "Discussione e proposte");
    pagine
        .perform(
            post(incontro + "/osservazioni").with(csrf()).param("testo", "Manca il doposcuola."))
        .andExpect(status().isFound());
    vaiA("2024-10-15T00:00:01");
    pagine
        .perform(post(incontro + "/osservazioni").with(csrf()).param("testo", "Tardi."))
        .andExpect(status().isUnprocessableEntity());
    var osservazione = verbali.scheda(incontro(1).id()).orElseThrow().osservazioni().get(0);
    completa(
        "UserTask_ApprovareVerbale",
        Map.of(
            "osservazioni",
            List.of(
                Map.of(
                    "osservazione", String.valueOf(osservazione.id()),
                    "accolta", "NO",
                    "motivo", "Non se n'è parlato."))));

    apri(incontro)
        .andExpect(content().string(containsString("Verbale approvato (PDF)")))
        .andExpect(content().string(containsString("Non se n&#39;è parlato.")));
    assertThat(testo(documento("Verbale –")))
        .contains("Manca il doposcuola.", "Osservazione non accolta", "Non se n'è parlato.");
  }

  @Test
  void ilFoglioPresenzeRiportaLeRisposte() throws Exception {
    convoca(List.of(primo()));
    posti.rispondi(
        gettone(PONTE), incontro(1).id(), EsitoRisposta.SOSTITUTO, "Carla Neri", "c@example.org");

    assertThat(testo(verbali.foglioPresenze(incontro(1).id())))
        .contains("Foglio presenze", "Cooperativa Il Ponte", "manda un sostituto", "Carla Neri")
        .contains("Comune di Clusone", "non ha risposto");
  }

  @Test
  void leCarteDeiTavoliNonSiAprononoSenzaAccesso() throws Exception {
    convoca(List.of(primo()));

    apri("/ufficio/tavoli/incontri/" + incontro(1).id() + "/foglio-presenze.pdf")
        .andExpect(result -> assertThat(result.getResponse().getStatus()).isNotEqualTo(200));
    apri("/ufficio/tavoli/documenti/1")
        .andExpect(result -> assertThat(result.getResponse().getStatus()).isNotEqualTo(200));
  }

  @Test
  void laConclusioneRiportaDaSeIDissensiEPubblicaIDocumenti() throws Exception {
    convoca(List.of(primo()));
    vaiA("2024-10-09T20:00");
    verbalizzaEApprova(
        verbale(List.of(PONTE, AURORA), contributo(AURORA, "DISSENSO", "Contrari alla tariffa")),
        "2024-10-15T09:00");
    completa(
        "UserTask_RedigereSintesi",
        Map.of("bisogni", "Spazi", "proposte", "Centro serale", "risorse", "Una sala"));

    var documento = sintesi.componi(avviso.id());
    assertThat(sintesi.componi(avviso.id()).id()).isEqualTo(documento.id());
    assertThat(testo(fascicolo.contenuto(documento.id())))
        .contains("Tavolo «Minori e famiglia»", "Centro serale", "Associazione Aurora: Contrari")
        .contains("2 presenti");
    conclusioni.concludi(avviso.id(), "Il quadro dei bisogni è chiaro.", "rup");

    var pagina = "/avvisi/" + avviso.numero();
    apri(pagina)
        .andExpect(content().string(containsString("Contrari alla tariffa")))
        .andExpect(content().string(containsString("Documento istruttorio di sintesi")));
    apri(pagina + "/conclusione/" + documento.id()).andExpect(status().isOk());
    apri(pagina + "/conclusione/" + documento("Bozza del verbale").id())
        .andExpect(status().isNotFound());
    assertThat(conclusioni.documenti(avviso.id()))
        .extracting(Documento::tipo)
        .containsExactlyInAnyOrder(TipoDocumento.SINTESI, TipoDocumento.RELAZIONE_CONCLUSIVA);
    assertThat(testi("aurora@example.org"))
        .anySatisfy(testo -> assertThat(testo).contains(pagina + "/conclusione/" + documento.id()));
  }

  private ResultActions apri(String indirizzo, Object... parti) throws Exception {
    return pagine.perform(get(indirizzo, parti));
  }

  private static MockMultipartFile png(String nome) {
    var intestazione = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    return new MockMultipartFile("file", nome, "image/png", intestazione);
  }

  private Documento documento(String titolo) {
    return fascicolo.di(piano.pianoId(), Verbali.riferimento(incontro(1).id())).stream()
        .filter(d -> d.titolo().startsWith(titolo))
        .findFirst()
        .orElseThrow();
  }

  private String testo(Documento documento) throws Exception {
    return testo(fascicolo.contenuto(documento.id()));
  }

  private static String testo(byte[] pdf) throws Exception {
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    try (var documento = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(documento).replaceAll("\\s+", " ");
    }
  }

  private List<String> oggetti(String email) {
    return colonna("oggetto", email);
  }

  private List<String> testi(String email) {
    return colonna("testo", email);
  }

  private List<String> colonna(String colonna, String email) {
    return jdbc.sql(
            "select %s from messaggio where destinatario_email = ? and triennio = ? order by id"
                .formatted(colonna))
        .params(email, piano.triennio())
        .query(String.class)
        .list();
  }
}
