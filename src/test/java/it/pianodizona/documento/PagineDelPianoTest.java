package it.pianodizona.documento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.comune.Denaro;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.Impronta;
import it.pianodizona.fascicolo.NumeroProtocollo;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.RiferimentoPiano;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The officials' pages of a plan: the document, the fascicolo, the protocol register. */
class PagineDelPianoTest extends ProvaDiProcesso {

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

  @Autowired private WebApplicationContext contesto;
  @Autowired private Documenti documenti;
  @Autowired private Redazione redazione;
  @Autowired private Fascicolo fascicolo;
  @Autowired private JdbcClient jdbc;

  private MockMvc pagine;
  private RiferimentoPiano piano;
  private long documento;

  @BeforeEach
  void apre() {
    pagine = MockMvcBuilders.webAppContextSetup(contesto).apply(springSecurity()).build();
    piano = piano();
    documento = documenti.apriBozza(piano.pianoId()).id();
  }

  @Test
  void chiNonEEntratoVaAllAccesso() throws Exception {
    for (var pagina : List.of("/documento/", "/fascicolo/")) {
      pagine
          .perform(get(pagina + piano.pianoId()))
          .andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
    }
  }

  @Test
  void unAltroAmbitoNonEsiste() throws Exception {
    long allegato = caricato();
    for (var pagina :
        List.of(
            "/documento/" + piano.pianoId(),
            "/documento/" + piano.pianoId() + "/parti/2",
            "/documento/" + piano.pianoId() + "/versioni/1.pdf",
            "/fascicolo/" + piano.pianoId(),
            "/fascicolo/" + piano.pianoId() + "/fascicolo.zip",
            "/fascicolo/documenti/" + allegato,
            "/protocollo/" + AMBITO)) {
      pagine
          .perform(get(pagina).with(chi("udp.altrui", "50001", "ufficio-di-piano")))
          .andExpect(status().isNotFound());
      pagine.perform(get(pagina).with(udp())).andExpect(status().isOk());
      pagine.perform(get(pagina).with(regione())).andExpect(status().isOk());
    }
  }

  @Test
  void diUnDocumentoDaCominciareLaPaginaDiceQuandoComincia() throws Exception {
    var senza = "/documento/" + piano().pianoId();
    pagine
        .perform(get(senza).with(udp()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Il documento non è ancora cominciato")));
    pagine
        .perform(get(senza).with(chi("udp.altrui", "50001", "ufficio-di-piano")))
        .andExpect(status().isNotFound());
    pagine.perform(get(senza + "/parti/2").with(udp())).andExpect(status().isNotFound());
  }

  @Test
  void laRegioneLeggeENonCambiaNulla() throws Exception {
    var base = "/documento/" + piano.pianoId();
    pagine
        .perform(post(base + "/parti/2").param("revisione", "1").with(regione()).with(csrf()))
        .andExpect(status().isForbidden());
    pagine
        .perform(get(base + "/obiettivi/nuovo").with(regione()))
        .andExpect(status().isForbidden());
    pagine
        .perform(
            multipart("/fascicolo/" + piano.pianoId())
                .file(new MockMultipartFile("file", "atto.pdf", "application/pdf", PDF))
                .param("tipo", "ATTO")
                .param("titolo", "Atto")
                .with(regione())
                .with(csrf()))
        .andExpect(status().isForbidden());
    assertThat(fascicolo.delPiano(piano.pianoId())).isEmpty();
  }

  @Test
  void senzaGettoneNonSiScrive() throws Exception {
    pagine
        .perform(
            post("/documento/" + piano.pianoId() + "/parti/2").param("revisione", "1").with(udp()))
        .andExpect(status().isForbidden());
  }

  @Test
  void unaParteSiScriveSullaPagina() throws Exception {
    var parte = "/documento/" + piano.pianoId() + "/parti/2";
    pagine
        .perform(
            post(parte)
                .param("revisione", "1")
                .param("testo", DocumentoFixture.CONTESTO)
                .param("stato", "PRONTA")
                .param("responsabile", "Marta Zanetti")
                .with(udp())
                .with(csrf()))
        .andExpect(redirectedUrl(parte + "?salvato"));

    var sezione = redazione.sezione(documento, Parte.CONTESTO);
    assertThat(sezione.stato()).isEqualTo(StatoSezione.PRONTA);
    assertThat(sezione.aggiornataDa()).isEqualTo("udp");
    pagine
        .perform(get(parte).with(udp()))
        .andExpect(content().string(containsString("Marta Zanetti")));
    var storia = redazione.storia(documento, Parte.CONTESTO);
    pagine
        .perform(
            get("/documento/%d/stesure/%d".formatted(piano.pianoId(), storia.get(0).id()))
                .with(udp()))
        .andExpect(status().isOk());
  }

  @Test
  void inUnConflittoIlTestoDiNessunoSiPerde() throws Exception {
    redazione.scrivi(
        documento,
        Parte.CONTESTO,
        1,
        new TestoSezione("Il testo di Paolo", StatoSezione.IN_LAVORAZIONE, null),
        "rup");

    pagine
        .perform(
            post("/documento/" + piano.pianoId() + "/parti/2")
                .param("revisione", "1")
                .param("testo", "Il testo di Marta")
                .param("stato", "IN_LAVORAZIONE")
                .with(udp())
                .with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("modificato da un&#39;altra persona")))
        .andExpect(content().string(containsString("<del>Paolo</del>")))
        .andExpect(content().string(containsString("<ins>Marta</ins>")))
        .andExpect(content().string(containsString("name=\"revisione\" value=\"2\"")));
    assertThat(redazione.sezione(documento, Parte.CONTESTO).testo()).isEqualTo("Il testo di Paolo");
  }

  @Test
  void unObiettivoSiScriveConIndicatoriEFondiEGliErroriRestanoAccantoAiCampi() throws Exception {
    long fondo = redazione.aggiungiFondo(documento, "FNPS", Denaro.euro(10), "udp");
    var nuovo = "/documento/" + piano.pianoId() + "/obiettivi/nuovo";
    pagine.perform(get(nuovo).with(udp())).andExpect(status().isOk());
    pagine
        .perform(
            post(nuovo)
                .param("titolo", "A casa in valle")
                .param("risorse", "20.000")
                .param("indicatore.0.tipo", "OUTPUT")
                .param("indicatore.0.descrizione", "Persone")
                .param("indicatore.0.operatore", "ALMENO")
                .param("indicatore.0.valore", "molte")
                .param("indicatore.0.unita", "persone")
                .param("indicatore.0.entro", "2027-12-31")
                .with(udp())
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("una lettera da A a J")))
        .andExpect(content().string(containsString("Valore atteso: serve un numero")));
    assertThat(documenti.obiettiviDelDocumento(documento)).isEmpty();

    pagine
        .perform(
            post(nuovo)
                .param("titolo", "A casa in valle")
                .param("macroarea", "D")
                .param("risorse", "20000,50")
                .param("fondi", String.valueOf(fondo))
                .param("indicatore.0.tipo", "OUTPUT")
                .param("indicatore.0.descrizione", "Persone")
                .param("indicatore.0.operatore", "ALMENO")
                .param("indicatore.0.valore", "120")
                .param("indicatore.0.unita", "persone")
                .param("indicatore.0.entro", "2027-12-31")
                .param("indicatore.1.tipo", "OUTPUT")
                .param("indicatore.1.descrizione", "")
                .with(udp())
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    var obiettivo = documenti.obiettiviDelDocumento(documento).get(0);
    assertThat(obiettivo.indicatori()).hasSize(1);
    assertThat(obiettivo.fondi()).hasSize(1);

    var pagina = "/documento/%d/obiettivi/%d".formatted(piano.pianoId(), obiettivo.id());
    pagine.perform(get(pagina).with(udp())).andExpect(status().isOk());
    pagine
        .perform(
            post(pagina)
                .param("revisione", "9")
                .param("titolo", "Altro")
                .param("macroarea", "D")
                .with(udp())
                .with(csrf()))
        .andExpect(status().isConflict());
    pagine
        .perform(post(pagina + "/elimina").param("revisione", "1").with(udp()).with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(documenti.obiettiviDelDocumento(documento)).isEmpty();
  }

  @Test
  void unEsitoSiScriveSullaPagina() throws Exception {
    var nuovo = "/documento/" + piano.pianoId() + "/esiti/nuovo";
    pagine.perform(get(nuovo).with(udp())).andExpect(status().isOk());
    pagine
        .perform(
            post(nuovo)
                .param("obiettivo", "Sportello")
                .param("grado", "101")
                .param("risorse", "95")
                .with(udp())
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("un numero intero da 0 a 100")));
    pagine
        .perform(
            post(nuovo)
                .param("obiettivo", "Sportello")
                .param("grado", "80")
                .param("risorse", "95")
                .with(udp())
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(redazione.esiti(documento)).hasSize(1);
    pagine
        .perform(get("/documento/%d/esiti/1".formatted(piano.pianoId())).with(udp()))
        .andExpect(status().isOk());
  }

  @Test
  void lImportazioneMostraLAnteprimaEPoiImporta() throws Exception {
    var importa = "/documento/" + piano.pianoId() + "/importa";
    var sbagliato = "Titolo;Macroarea\nUno;K\n".getBytes(StandardCharsets.UTF_8);
    pagine
        .perform(
            multipart(importa)
                .file(new MockMultipartFile("file", "o.csv", "text/csv", sbagliato))
                .with(udp())
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Obiettivi!B2")));
    var giusto = "Titolo;Macroarea\nUno;A\nDue;B\n".getBytes(StandardCharsets.UTF_8);
    pagine
        .perform(
            multipart(importa)
                .file(new MockMultipartFile("file", "o.csv", "text/csv", giusto))
                .with(udp())
                .with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("2 obiettivi")));
    assertThat(documenti.obiettiviDelDocumento(documento)).isEmpty();
    pagine
        .perform(
            post(importa + "/conferma")
                .param("contenuto", Base64.getEncoder().encodeToString(giusto))
                .param("nomeFile", "o.csv")
                .param("modo", "AGGIUNGI")
                .with(udp())
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(documenti.obiettiviDelDocumento(documento)).hasSize(2);
    for (var modello : List.of("/modello.csv", "/modello.xlsx")) {
      pagine.perform(get(importa + modello).with(udp())).andExpect(status().isOk());
    }
  }

  @Test
  void ilConfrontoMostraCheCosaECambiato() throws Exception {
    DocumentoFixture.scriviTutto(redazione, documento);
    documenti.registraRigetto(piano.pianoId(), LocalDate.of(2024, 9, 12), "Non approvato");
    long seconda = documenti.apriBozza(piano.pianoId()).id();
    var contesto = redazione.sezione(seconda, Parte.CONTESTO);
    redazione.scrivi(
        seconda,
        Parte.CONTESTO,
        contesto.revisione(),
        new TestoSezione(
            "Ventiquattro Comuni alpini, popolazione che invecchia.", StatoSezione.PRONTA, null),
        "udp");
    var obiettivo = documenti.obiettiviDelDocumento(seconda).get(0);
    redazione.modificaObiettivo(
        obiettivo.id(), 1, DocumentoFixture.obiettivo("A casa in quota"), "udp");

    pagine
        .perform(get("/documento/" + piano.pianoId() + "/confronto").with(udp()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("<del>montani</del>")))
        .andExpect(content().string(containsString("<ins>alpini</ins>")))
        .andExpect(content().string(containsString("Obiettivo 1. A casa in quota")))
        .andExpect(content().string(containsString("(modificato)")));
  }

  @Test
  void unDocumentoCaricatoSiScaricaConLaSuaImprontaESePocoCambiaNonEsce() throws Exception {
    long id = caricato();

    pagine
        .perform(get("/fascicolo/documenti/" + id).with(udp()))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("ETag", "\"" + Impronta.sha256(PDF) + "\""))
        .andExpect(
            header().string("Content-Disposition", containsString("filename*=UTF-8''atto.pdf")))
        .andExpect(content().bytes(PDF));
    pagine
        .perform(get("/fascicolo/" + piano.pianoId()).with(udp()))
        .andExpect(content().string(containsString(Impronta.sha256(PDF))))
        .andExpect(content().string(containsString("/2024")));

    jdbc.sql("update contenuto_fascicolo set contenuto = ? where documento_id = ?")
        .params(new byte[] {1}, id)
        .update();
    pagine.perform(get("/fascicolo/documenti/" + id).with(udp())).andExpect(status().isConflict());
  }

  @Test
  void unFileTravestitoSiRifiutaEIlTitoloRestaScritto() throws Exception {
    pagine
        .perform(
            multipart("/fascicolo/" + piano.pianoId())
                .file(
                    new MockMultipartFile(
                        "file", "atto.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1, 2}))
                .param("tipo", "ATTO")
                .param("titolo", "Determina 12")
                .with(udp())
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("non è in un formato ammesso")))
        .andExpect(content().string(containsString("value=\"Determina 12\"")));
    assertThat(fascicolo.delPiano(piano.pianoId())).isEmpty();
  }

  @Test
  void loZipContieneLIndiceEOgniDocumento() throws Exception {
    caricato();
    var zip =
        pagine
            .perform(get("/fascicolo/%d/fascicolo.zip".formatted(piano.pianoId())).with(udp()))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    var nomi = new ArrayList<String>();
    try (var lettore = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var voce = lettore.getNextEntry(); voce != null; voce = lettore.getNextEntry()) {
        nomi.add(voce.getName());
        var testo = new String(lettore.readAllBytes(), StandardCharsets.UTF_8);
        if (voce.getName().startsWith("indice")) {
          assertThat(testo).contains(Impronta.sha256(PDF), "Determina");
        }
      }
    }
    assertThat(nomi).hasSize(3).startsWith("indice.html", "indice.csv");
    assertThat(nomi.get(2)).endsWith("-atto.pdf");
  }

  @Test
  void ilRegistroMostraLAnnoScelto_ancheSeNonHaRegistrazioni() throws Exception {
    caricato();
    var pieno = ultimoNumero().anno();
    pagine
        .perform(get("/protocollo/" + AMBITO).param("anno", "1999").with(udp()))
        .andExpect(content().string(containsString("Nessuna registrazione")))
        .andExpect(
            content()
                .string(containsString("<option value=\"%1$d\">%1$d</option>".formatted(pieno))))
        .andExpect(
            content()
                .string(
                    containsString("<option value=\"1999\" selected=\"selected\">1999</option>")));
  }

  @Test
  void unaRegistrazioneAnnullataRestaVisibileConIlMotivo() throws Exception {
    caricato();
    var numero = ultimoNumero();
    var voce = "/protocollo/%s/%d/%d".formatted(AMBITO, numero.anno(), numero.numero());

    pagine
        .perform(post(voce + "/annulla").param("motivo", " ").with(udp()).with(csrf()))
        .andExpect(status().isUnprocessableEntity());
    pagine
        .perform(
            post(voce + "/annulla")
                .param("motivo", "Registrata due volte")
                .param("provvedimento", "Determina 5/2024")
                .with(udp())
                .with(csrf()))
        .andExpect(redirectedUrl(voce));
    pagine
        .perform(get(voce).with(udp()))
        .andExpect(content().string(containsString("Registrazione annullata")))
        .andExpect(content().string(containsString("Registrata due volte")))
        .andExpect(content().string(containsString("Determina 5/2024")));
    pagine
        .perform(
            get("/protocollo/" + AMBITO)
                .param("anno", String.valueOf(numero.anno()))
                .param("cerca", String.valueOf(numero.numero()))
                .with(udp()))
        .andExpect(content().string(containsString("ANNULLATA")));
    pagine
        .perform(
            post(voce + "/annulla")
                .param("motivo", "Di nuovo")
                .param("provvedimento", "x")
                .with(udp())
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("è già annullato")));
    pagine
        .perform(
            post(voce + "/annulla")
                .with(chi("comitato", AMBITO, "comitato-dei-sindaci"))
                .with(csrf()))
        .andExpect(status().isForbidden());
  }

  @Test
  void laSegnaturaEValidaEPortaLImpronta() throws Exception {
    caricato();
    var numero = ultimoNumero();
    var xml =
        pagine
            .perform(
                get("/protocollo/%s/%d/%d/segnatura.xml"
                        .formatted(AMBITO, numero.anno(), numero.numero()))
                    .with(udp()))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();

    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(getClass().getResource("/protocollo/segnatura-essenziale.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(xml)));
    assertThat(new String(xml, StandardCharsets.UTF_8))
        .contains("%07d".formatted(numero.numero()), "Cooperativa Abete")
        .contains(
            Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Impronta.sha256(PDF))));
  }

  @Test
  void laSchedaDelCompitoMostraIlFascicoloDelSuoPiano() throws Exception {
    caricato();
    avvia("RedazioneDocumento", piano, Map.of());
    esegui();
    var compito = compito("UserTask_RedigereAnalisi").getId();

    pagine
        .perform(get("/fascicolo/compiti/" + compito).with(udp()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Determina a contrarre")));
    pagine
        .perform(
            get("/fascicolo/compiti/" + compito)
                .with(chi("udp.altrui", "50001", "ufficio-di-piano")))
        .andExpect(status().isNotFound());
    pagine
        .perform(get("/fascicolo/compiti/inesistente").with(udp()))
        .andExpect(status().isNotFound());
  }

  private long caricato() throws Exception {
    pagine
        .perform(
            multipart("/fascicolo/" + piano.pianoId())
                .file(new MockMultipartFile("file", "atto.pdf", "application/pdf", PDF))
                .param("tipo", "ATTO")
                .param("titolo", "Determina a contrarre")
                .param("verso", "ENTRATA")
                .param("corrispondente", "Cooperativa Abete")
                .with(udp())
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    return fascicolo.delPiano(piano.pianoId()).get(0).id();
  }

  private NumeroProtocollo ultimoNumero() {
    var protocollo = fascicolo.delPiano(piano.pianoId()).get(0).protocollo().split("/");
    return new NumeroProtocollo(Integer.parseInt(protocollo[1]), Integer.parseInt(protocollo[0]));
  }

  private static RequestPostProcessor udp() {
    return chi("udp", AMBITO, "ufficio-di-piano");
  }

  private static RequestPostProcessor regione() {
    return chi("regione", AMBITO, "regione");
  }

  private static RequestPostProcessor chi(String utente, String ambito, String gruppo) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new Funzionario(utente, List.of(gruppo), List.of(ambito)), null, List.of()));
  }
}
