package it.pianodizona.portale;

import static org.assertj.core.api.Assertions.assertThat;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.Conclusioni;
import it.pianodizona.coprogrammazione.DecisioneDomanda;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.FattoDomanda;
import it.pianodizona.coprogrammazione.IstruttoriaFixture;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.coprogrammazione.StatoDomanda;
import it.pianodizona.fascicolo.Impronta;
import it.pianodizona.fascicolo.Pdf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;

/** The public pages as a Third Sector body uses them. */
class PortaleTest extends ProvaDiProcesso {

  private static final String CODICE_FISCALE = "02345678904";

  @Autowired private WebApplicationContext contesto;
  @Autowired private Avvisi avvisi;
  @Autowired private Domande domande;
  @Autowired private Istruttorie istruttorie;
  @Autowired private Conclusioni conclusioni;
  private MockMvc pagine;
  private Avviso avviso;

  @BeforeEach
  void pubblica() {
    pagine = MockMvcBuilders.webAppContextSetup(contesto).apply(springSecurity()).build();
    avviso = AvvisoFixture.pubblicato(avvisi, piano().pianoId());
  }

  @Test
  void laPrimaPaginaSpiegaEMostraLaDataDiLavoroEGliUtentiDiProva() throws Exception {
    apri("/")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("giovedì 12 settembre 2024, ore 09:00")))
        .andExpect(content().string(containsString("sindaco.016077")))
        .andExpect(
            header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
        .andExpect(content().string(not(containsString("<script"))))
        .andExpect(content().string(not(containsString(" style="))));
  }

  @Test
  void lAvvisoApertoDiceLeAreeGliIncontriEIlTermineAlSecondo() throws Exception {
    apri("/avvisi")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(avviso.numero())));
    apri("/avvisi/" + avviso.numero())
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("mercoledì 2 ottobre 2024, ore 23:59:59")))
        .andExpect(content().string(containsString("lunedì 7 ottobre 2024")))
        .andExpect(content().string(containsString("Minori e famiglia")))
        .andExpect(content().string(containsString("Presenta la domanda")))
        .andExpect(content().string(not(containsString("Elenco degli ammessi"))));
  }

  @Test
  void unAvvisoApprovatoMaNonAncoraPubblicatoEInArrivo() throws Exception {
    AvvisoFixture.approvato(avvisi, piano().pianoId(), true);

    apri("/avvisi?stato=in-arrivo")
        .andExpect(content().string(containsString("Pubblicazione prevista")));
  }

  @Test
  void gliAvvisiSiCercanoPerParoleAmbitoEArea() throws Exception {
    var titolo = containsString("/avvisi/" + avviso.numero() + "\"");
    pagine
        .perform(
            get("/avvisi")
                .param("cerca", "manifestazione seriana")
                .param("ambito", "50084")
                .param("area", "minori-e-famiglia"))
        .andExpect(content().string(containsString("Avvisi aperti")))
        .andExpect(content().string(not(containsString("Nessun avviso corrisponde"))));
    for (var filtro :
        List.of(
            "cerca=100%25", "cerca=inesistente", "ambito=50001", "area=altro", "stato=chiusi")) {
      apri("/avvisi?" + filtro).andExpect(content().string(not(titolo)));
    }
    apri("/avvisi?cerca=inesistente")
        .andExpect(content().string(containsString("Nessun avviso corrisponde alla ricerca")));
    apri("/avvisi?pagina=999999").andExpect(status().isOk());
    apri("/avvisi?pagina=x&stato=boh&ambito=x&area=%3C").andExpect(status().isOk());
  }

  @Test
  void dieciAvvisiPerPaginaEGliAltriNellaSuccessiva() throws Exception {
    for (int i = 0; i < 11; i++) {
      AvvisoFixture.pubblicato(avvisi, piano().pianoId());
    }
    var prima =
        apri("/avvisi")
            .andExpect(content().string(containsString("Pagina successiva")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(prima.split("pdz-etichetta").length - 1).isEqualTo(10);
    apri("/avvisi?pagina=2")
        .andExpect(content().string(containsString("Pagina precedente")))
        .andExpect(content().string(containsString("/avvisi?stato=aperti&amp;pagina=1")));
  }

  @Test
  void leDateDellAvvisoVannoNelCalendario() throws Exception {
    apri("/avvisi/" + avviso.numero() + "/calendario.ics")
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", containsString("text/calendar")))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("METHOD:PUBLISH"),
                        containsString("DTSTART;TZID=Europe/Rome:20241002T235959"),
                        containsString("DTSTART;TZID=Europe/Rome:20241007T160000"),
                        containsString("DTEND;TZID=Europe/Rome:20241007T190000"),
                        containsString(
                            "UID:avviso-" + avviso.numero() + "-minori-e-famiglia-1@pianodizona"),
                        containsString("BEGIN:VTIMEZONE"))));
  }

  @Test
  void lAvvisoSiScaricaInPdfEDopoLaRiaperturaConIlNuovoTermine() throws Exception {
    var primo = scarica("/avvisi/" + avviso.numero() + "/avviso.pdf");
    assertThat(Pdf.testo(primo))
        .contains("mercoledì 2 ottobre 2024, ore 23:59:59", "Minori e famiglia");
    assertThat(Pdf.difetti(primo)).isEmpty();
    assertThat(scarica("/avvisi/" + avviso.numero() + "/avviso.pdf")).isEqualTo(primo);

    adesso("2024-10-03T09:00");
    avvisi.riapri(
        avviso.id(),
        "DD 500",
        LocalDate.of(2024, 10, 3),
        "Nessuna domanda nei termini",
        LocalDate.of(2024, 10, 5),
        avviso.contenuto().incontri(),
        "rup");
    avvisi.pubblica(avviso.id());
    assertThat(Pdf.testo(scarica("/avvisi/" + avviso.numero() + "/avviso.pdf")))
        .contains("sabato 5 ottobre 2024, ore 23:59:59", "DD 500");
  }

  @Test
  void laRicevutaDiceNumeroOraEImprontaDiOgniFile() throws Exception {
    var domanda = presentata();
    var ricevuta = scarica(pagina(domanda, "/ricevuta.pdf"));

    assertThat(Pdf.testo(ricevuta).replaceAll("\\s+", " "))
        .contains(
            domanda.protocollo(),
            "12/09/2024 alle 09:00:00 (ora di Roma)",
            "carta.pdf",
            Impronta.sha256(FileFixture.pdf()).substring(0, 32),
            "Cooperativa sociale di Prova",
            "Minori e famiglia",
            "sottoscritta da Gino Rota");
    assertThat(Pdf.difetti(ricevuta)).isEmpty();
  }

  @Test
  void unDelegatoFirmaSoloConLaSuaDelega() throws Exception {
    var dati = completa();
    dati.set("firmatario", "DELEGATO");
    invia(dati)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("href=\"#delegato\"")))
        .andExpect(content().string(containsString("href=\"#delega\"")));
    dati.set("delegato", "Ada Neri");
    pagine
        .perform(
            multipart("/avvisi/" + avviso.numero() + "/domanda")
                .file(FileFixture.inviato("documentoIdentita", "carta.pdf", FileFixture.pdf()))
                .file(FileFixture.inviato("delega", "delega.pdf", FileFixture.pdf(300)))
                .params(dati)
                .with(csrf()))
        .andExpect(status().isFound());

    assertThat(domande.elenco(avviso.id()).get(0).firmatario()).isEqualTo("Ada Neri");
  }

  @Test
  void gliAvvisiSonoDatiAperti() throws Exception {
    apri("/avvisi.json")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.versione").value("1"))
        .andExpect(jsonPath("$.licenza").value("https://creativecommons.org/licenses/by/4.0/"))
        .andExpect(
            jsonPath("$.avvisi[?(@.numero == '" + avviso.numero() + "')].situazione")
                .value("APERTO"))
        .andExpect(
            jsonPath("$.avvisi[?(@.numero == '" + avviso.numero() + "')].scadenzaDomande")
                .value("2024-10-02T23:59:59+02:00"));
  }

  @Test
  void unNumeroOUnIndirizzoSconosciutoNonEsistono() throws Exception {
    apri("/avvisi/50084-1999-01").andExpect(status().isNotFound());
    apri("/avvisi/50084-1999-01/domanda").andExpect(status().isNotFound());
    apri("/partecipazione/inventato").andExpect(status().isNotFound());
    pagine
        .perform(post("/partecipazione/inventato/ritiro").with(csrf()))
        .andExpect(status().isNotFound());
  }

  @Test
  void laDomandaCompletaRiceveIlProtocollo() throws Exception {
    var domanda = presentata();

    assertThat(domanda.tardiva()).isFalse();
    assertThat(domanda.dati().aree()).hasSize(2);
    apri("/partecipazione/" + domanda.token() + "/adesione")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Adesione all'Accordo di Programma")))
        .andExpect(content().string(containsString(domanda.dati().denominazione())));
    apri("/partecipazione/" + domanda.token() + "?registrata")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Domanda inviata, protocollo")))
        .andExpect(content().string(containsString(domanda.protocollo())));
  }

  @Test
  void laDomandaSbagliataTornaIndietroConGliErroriEIValoriScritti() throws Exception {
    var dati = completa();
    dati.set("denominazione", "<script>alert(1)</script>");
    dati.set("codiceFiscale", "123");
    dati.set("email", "non un indirizzo");
    dati.set("runtsData", "31/02/2022");
    dati.set("aree", "area-inventata");
    dati.remove("informativaLetta");
    dati.set("referente", "Lia Però");
    dati.set("amministratore", "true");

    invia(dati)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("ci sono 6 dati da correggere")))
        .andExpect(content().string(containsString("si accetta solo testo semplice")))
        .andExpect(content().string(containsString("href=\"#codiceFiscale\"")))
        .andExpect(content().string(containsString("value=\"Lia Però\"")))
        .andExpect(content().string(not(containsString("<script>alert"))));
    assertThat(domande.elenco(avviso.id())).isEmpty();
  }

  @Test
  void unModuloVuotoNominaOgniCampoObbligatorio() throws Exception {
    var risposta =
        invia(new LinkedMultiValueMap<>())
            .andExpect(status().isUnprocessableEntity())
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(risposta)
        .contains(
            "href=\"#denominazione\"",
            "href=\"#categoria\"",
            "href=\"#aree\"",
            "href=\"#impegniAccettati\"");
  }

  @Test
  void unTestoTroppoLungoVieneRifiutatoConLaSuaLunghezza() throws Exception {
    var dati = completa();
    dati.set("datiOfferti", "a".repeat(2001));

    invia(dati)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Ha 2001 caratteri")));
  }

  @Test
  void unaSecondaDomandaDelloStessoEnteVieneRifiutataAccantoAlCodiceFiscale() throws Exception {
    presentata();

    invia(completa())
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("id=\"codiceFiscale-errore\"")))
        .andExpect(content().string(containsString("è già una domanda su questo avviso")))
        .andExpect(content().string(not(containsString(">Codice fiscale: per "))));
  }

  @Test
  void unSecondoDopoIlTermineLaDomandaETardiva() throws Exception {
    adesso("2024-10-03T00:00:00");

    apri("/avvisi/" + avviso.numero())
        .andExpect(content().string(containsString("Il termine è scaduto")));
    assertThat(presentata().tardiva()).isTrue();
  }

  @Test
  void senzaIlCanaleWebIlModuloNonSiApre() throws Exception {
    avviso = AvvisoFixture.pubblicato(avvisi, piano().pianoId(), false);

    apri("/avvisi/" + avviso.numero() + "/domanda")
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("<form"))));
    invia(completa()).andExpect(status().isUnprocessableEntity());
    assertThat(domande.elenco(avviso.id())).isEmpty();
  }

  @Test
  void senzaGettoneNullaVieneRegistrato() throws Exception {
    pagine
        .perform(post("/avvisi/" + avviso.numero() + "/domanda").params(completa()))
        .andExpect(status().isForbidden());
    assertThat(domande.elenco(avviso.id())).isEmpty();
  }

  @Test
  void alSoccorsoIstruttorioSiRispondeDallaPaginaDellaDomanda() throws Exception {
    var domanda = presentata();
    istruisci("DA_INTEGRARE", "Manca lo statuto.");

    apri(pagina(domanda, ""))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Completa la domanda"),
                        containsString("Manca lo statuto."))));
    pagine
        .perform(post(pagina(domanda, "/integrazione")).param("testo", " ").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("scrivere la risposta")));
    pagine
        .perform(post(pagina(domanda, "/integrazione")).param("testo", "Ecco.").with(csrf()))
        .andExpect(status().isFound());

    assertThat(domande.domanda(domanda.id()).stato()).isEqualTo(StatoDomanda.INTEGRAZIONE_RICEVUTA);
    assertThat(domande.ultimoTesto(domanda.id(), FattoDomanda.INTEGRAZIONE_RICEVUTA))
        .contains("Ecco.");
  }

  @Test
  void alPreavvisoSiRispondeConOsservazioni() throws Exception {
    var domanda = presentata();
    istruisci("NEGATIVA", "Categoria non ammessa.");

    apri(pagina(domanda, ""))
        .andExpect(content().string(containsString("Osservazioni sul preavviso di rigetto")));
    pagine
        .perform(post(pagina(domanda, "/osservazioni")).param("testo", "Siamo ETS.").with(csrf()))
        .andExpect(status().isFound());

    assertThat(domande.domanda(domanda.id()).stato()).isEqualTo(StatoDomanda.OSSERVAZIONI_RICEVUTE);
  }

  @Test
  void laDomandaSiRitiraSoloDopoUnaConferma() throws Exception {
    var domanda = presentata();

    apri(pagina(domanda, "/ritiro")).andExpect(content().string(containsString("Sì, ritira")));
    assertThat(domande.domanda(domanda.id()).esito()).isNull();
    pagine.perform(post(pagina(domanda, "/ritiro")).with(csrf())).andExpect(status().isFound());

    assertThat(domande.domanda(domanda.id()).esito()).isEqualTo(EsitoDomanda.RITIRATA);
    pagine
        .perform(post(pagina(domanda, "/ritiro")).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("già ritirata")));
  }

  @Test
  void lElencoDegliAmmessiSiLeggeNellAvvisoDopoLaPubblicazione() throws Exception {
    var domanda = presentata();
    IstruttoriaFixture.favorevole(istruttorie, domanda.id(), "udp");
    domande.decidi(domanda.id(), new DecisioneDomanda(EsitoDomanda.AMMESSA, null, null), "rup");
    domande.comunicaEsito(domanda.id());
    domande.approvaElenco(avviso.id(), "DD 77", LocalDate.of(2024, 9, 12), "rup");

    apri("/avvisi/" + avviso.numero())
        .andExpect(content().string(not(containsString("Elenco degli ammessi"))));
    domande.pubblicaElenco(avviso.id());
    apri("/avvisi/" + avviso.numero())
        .andExpect(content().string(containsString("Elenco degli ammessi")))
        .andExpect(content().string(containsString("Cooperativa sociale di Prova")))
        .andExpect(content().string(containsString("DD 77")))
        .andExpect(content().string(not(containsString("Lia Però"))));
  }

  @Test
  void lAvvisoRiapertoDiceConQualeAttoEPerche() throws Exception {
    var primoProtocollo = avviso.protocollo();
    adesso("2024-10-03T09:00");
    avvisi.riapri(
        avviso.id(),
        "DD 500",
        LocalDate.of(2024, 10, 3),
        "Nessuna domanda nei termini",
        LocalDate.of(2024, 10, 5),
        avviso.contenuto().incontri(),
        "rup");
    avviso = avvisi.pubblica(avviso.id());

    apri("/avvisi/" + avviso.numero())
        .andExpect(content().string(containsString("DD 500")))
        .andExpect(content().string(containsString("Nessuna domanda nei termini")))
        .andExpect(content().string(containsString("sabato 5 ottobre 2024, ore 23:59:59")))
        .andExpect(content().string(containsString(avviso.protocollo())))
        .andExpect(content().string(not(containsString(primoProtocollo))));
  }

  @Test
  void laRelazioneConclusivaSiLeggeNellAvvisoESiScarica() throws Exception {
    apri("/avvisi/" + avviso.numero())
        .andExpect(content().string(not(containsString("Esiti della co-programmazione"))));

    conclusioni.concludi(avviso.id(), "Emersi tre bisogni.", "rup");
    var relazione = conclusioni.documenti(avviso.id()).get(0);

    apri("/avvisi/" + avviso.numero())
        .andExpect(content().string(containsString("Esiti della co-programmazione")))
        .andExpect(content().string(containsString("Emersi tre bisogni.")))
        .andExpect(content().string(containsString("Relazione conclusiva – avviso")));
    var indirizzo = "/avvisi/" + avviso.numero() + "/conclusione/";
    apri(indirizzo + relazione.id())
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/pdf"));
    apri(indirizzo + (relazione.id() + 1000)).andExpect(status().isNotFound());
  }

  /** The office examines the domanda that was sent. */
  private void istruisci(String esito, String motivi) {
    esegui();
    completa("UserTask_IstruireDomanda", IstruttoriaFixture.controlliSenzaFirma());
    completa(
        "UserTask_ValutareAmmissibilita",
        Map.of(
            "esito",
            esito,
            "motivoScostamento",
            "Valutazione dell'ufficio.",
            "testo",
            motivi,
            "giorni",
            7));
  }

  private Domanda presentata() throws Exception {
    var indirizzo =
        invia(completa())
            .andExpect(status().isFound())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    var token = indirizzo.replaceFirst("^/partecipazione/", "").replaceFirst("\\?.*$", "");
    return domande.perToken(token).orElseThrow();
  }

  private static String pagina(Domanda domanda, String passo) {
    return "/partecipazione/" + domanda.token() + passo;
  }

  private byte[] scarica(String indirizzo) throws Exception {
    return apri(indirizzo)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private ResultActions apri(String indirizzo) throws Exception {
    return pagine.perform(get(indirizzo));
  }

  private ResultActions invia(MultiValueMap<String, String> dati) throws Exception {
    return pagine.perform(
        multipart("/avvisi/" + avviso.numero() + "/domanda")
            .file(FileFixture.inviato("documentoIdentita", "carta.pdf", FileFixture.pdf()))
            .params(dati)
            .with(csrf()));
  }

  private MultiValueMap<String, String> completa() {
    var dati = new LinkedMultiValueMap<String, String>();
    dati.add("denominazione", "Cooperativa sociale di Prova");
    dati.add("formaGiuridica", "Cooperativa sociale");
    dati.add("codiceFiscale", CODICE_FISCALE);
    dati.add("sede", "Via Roma 1, 24023 Clusone");
    dati.add("rappresentanteLegale", "Gino Rota");
    dati.add("pec", "ente@pec.example.it");
    dati.add("email", "info@ente.example.it");
    dati.add("categoria", "ETS");
    dati.add("runtsNumero", "12345");
    dati.add("runtsData", "2022-11-07");
    dati.add("aree", "minori-e-famiglia");
    dati.add("aree", "inclusione-sociale");
    dati.add("referente", "Lia Però");
    dati.add("referenteEmail", "lia@ente.example.it");
    dati.add("impegniAccettati", "true");
    dati.add("liberatoriaProprieta", "true");
    dati.add("consensoPubblicazione", "true");
    dati.add("informativaLetta", "true");
    return dati;
  }
}
