package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.AvvisoFixture;
import it.pianodizona.coprogrammazione.DomandaFixture;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The mails of an Ambito, as its officials see them. */
class PostaUfficioTest extends ProvaDiPosta {

  private static final RiferimentoPiano PIANO = new RiferimentoPiano(1, AMBITO, "2025-2027");
  private static final RiferimentoPiano ALTRUI = new RiferimentoPiano(2, "50001", "2025-2027");

  @Autowired private Avvisi avvisi;
  @Autowired private Domande domande;
  @Autowired private WebApplicationContext applicazione;
  private MockMvc pagine;

  @BeforeEach
  void apri() {
    pagine = MockMvcBuilders.webAppContextSetup(applicazione).apply(springSecurity()).build();
  }

  @Test
  void senzaAccessoSiEntraDaiCompiti() throws Exception {
    pagine
        .perform(get("/ufficio/posta"))
        .andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
  }

  /** With another session id, what Tasklist asks meanwhile would be refused. */
  @Test
  void laPaginaNonCambiaLaSessioneDiTasklist() throws Exception {
    var sessione = accesso("udp");
    var prima = sessione.getId();

    pagine.perform(get("/ufficio/posta").session(sessione)).andExpect(status().isOk());

    assertThat(sessione.getId()).isEqualTo(prima);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sindaco.016012", "ats", "facilitatore"})
  void chiNonSegueLeDomandeNonVedeLaPosta(String utente) throws Exception {
    accade(incontro(PIANO, 0, List.of(ente("Ponte"))));

    pagine
        .perform(get("/ufficio/posta").session(accesso(utente)))
        .andExpect(status().is4xxClientError());
    pagine
        .perform(get("/ufficio/posta/" + unico().id()).session(accesso(utente)))
        .andExpect(status().is4xxClientError());
  }

  @Test
  void chiNonHaPiuUnUtenteDeveAccedereDiNuovo() throws Exception {
    pagine
        .perform(get("/ufficio/posta").session(accesso("inesistente")))
        .andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
  }

  @Test
  void lUfficioVedeSoloLaPostaDelProprioAmbitoEPrimaQuellaDaSistemare() throws Exception {
    accade(incontro(PIANO, 0, List.of(ente("Ponte"), ente("Sole"))));
    accade(incontro(ALTRUI, 1, List.of(ente("Altrui"))));
    var rifiutato = posta().get(0).id();
    var altrui = posta().get(2).id();
    partenze.segnaFallito(rifiutato, "550 casella inesistente");
    partenze.segnaFallito(altrui, "550 casella inesistente");

    pagine
        .perform(get("/ufficio/posta").session(accesso("udp")))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("ponte@esempio.it"),
                        containsString("550 casella inesistente"),
                        not(containsString("sole@esempio.it")),
                        not(containsString("altrui@esempio.it")))));
    pagine
        .perform(get("/ufficio/posta").param("stato", "TUTTI").session(accesso("udp")))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("sole@esempio.it"),
                        not(containsString("altrui@esempio.it")))));
    pagine
        .perform(get("/ufficio/posta/" + altrui).session(accesso("udp")))
        .andExpect(status().isNotFound());
    pagine
        .perform(
            post("/ufficio/posta/" + altrui + "/invia")
                .param("email", "giusto@esempio.it")
                .with(csrf())
                .session(accesso("udp")))
        .andExpect(status().isNotFound());
    assertThat(posta()).hasSize(3);
    pagine
        .perform(get("/ufficio/posta").session(accesso("admin")))
        .andExpect(content().string(containsString("altrui@esempio.it")));
  }

  @Test
  void lUfficioRimandaAUnIndirizzoCorrettoELOriginaleRestaAgliAtti() throws Exception {
    accade(incontro(PIANO, 0, List.of(ente("Ponte"))));
    var originale = unico();
    partenze.segnaFallito(originale.id(), "550 casella inesistente");
    var invio = "/ufficio/posta/" + originale.id() + "/invia";

    pagine
        .perform(post(invio).param("email", "giusto@esempio.it").session(accesso("udp")))
        .andExpect(status().isForbidden());
    pagine
        .perform(post(invio).param("email", "no").with(csrf()).session(accesso("udp")))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("un solo indirizzo")));
    assertThat(posta()).hasSize(1);

    pagine
        .perform(
            post(invio).param("email", "giusto@esempio.it").with(csrf()).session(accesso("udp")))
        .andExpect(redirectedUrl("/ufficio/posta/" + posta().get(1).id() + "?inviato"));
    var copia = posta().get(1);
    assertThat(copia.ics().replace("\r\n ", ""))
        .contains("mailto:giusto@esempio.it")
        .contains("UID:incontro-7@", "METHOD:REQUEST", "RSVP=TRUE")
        .doesNotContain("ponte@");
    pagine
        .perform(get("/ufficio/posta/" + originale.id()).session(accesso("udp")))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Invii ripetuti"),
                        containsString("udp"),
                        containsString("giusto@esempio.it"),
                        containsString("ponte@esempio.it"))));
    pagine
        .perform(get("/ufficio/posta").session(accesso("udp")))
        .andExpect(content().string(containsString("Nessun messaggio da sistemare.")));
  }

  @Test
  void chiNonHaIndirizzoSiRaggiungeIndicandone() throws Exception {
    accade(incontro(PIANO, 0, List.of(new Destinatario("Gruppo informale", null))));

    pagine
        .perform(
            post("/ufficio/posta/" + unico().id() + "/invia")
                .param("email", "gruppo@esempio.it")
                .with(csrf())
                .session(accesso("udp")))
        .andExpect(status().is3xxRedirection());
    assertThat(posta().get(1).destinatarioEmail()).isEqualTo("gruppo@esempio.it");
  }

  @Test
  void ilCompitoMostraLaPostaDellaSuaDomandaEAvvisaDiQuellaNonRecapitata() throws Exception {
    var piano = piano();
    long avviso = avvisi.redigi(piano.pianoId(), AvvisoFixture.avvisoDiClusone());
    avvisi.approva(avviso, null, "rup");
    var ricevuta =
        domande.presenta(DomandaFixture.domandaDellaCooperativa(avvisi.pubblica(avviso).numero()));
    esegui();
    var compito = compito("UserTask_IstruireDomanda").getId();
    var messaggio = posta().get(0);

    pagine
        .perform(get("/ufficio/posta/compito/" + compito).session(accesso("udp")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(1))
        .andExpect(jsonPath("$[0].recapitato").value(true))
        .andExpect(jsonPath("$[0].oggetto").value(containsString(ricevuta.protocollo())))
        .andExpect(jsonPath("$[0].indirizzo").value("/ufficio/posta/" + messaggio.id()));
    pagine
        .perform(get("/ufficio/posta/compiti-da-sistemare").session(accesso("udp")))
        .andExpect(content().json("[]"));

    partenze.segnaFallito(messaggio.id(), "550 casella inesistente");
    pagine
        .perform(get("/ufficio/posta/" + messaggio.id()).session(accesso("udp")))
        .andExpect(content().string(containsString("/partecipazione/…")))
        .andExpect(content().string(not(containsString(ricevuta.token()))));
    // what goes to the referente is about the same body, though not about the domanda
    accade(incontro(piano, 0, List.of(new Destinatario("Ente", "paolo@example.org"))));
    pagine
        .perform(get("/ufficio/posta/compito/" + compito).session(accesso("udp")))
        .andExpect(jsonPath("$.length()").value(2))
        .andExpect(jsonPath("$[1].errore").value("550 casella inesistente"));
    pagine
        .perform(get("/ufficio/posta/compiti-da-sistemare").session(accesso("udp")))
        .andExpect(content().json("[\"" + compito + "\"]"));
    pagine
        .perform(get("/ufficio/posta/compito/" + compito).session(accesso("sindaco.016012")))
        .andExpect(status().isNoContent());
    pagine
        .perform(get("/ufficio/posta/compiti-da-sistemare").session(accesso("sindaco.016012")))
        .andExpect(status().isNoContent());
    pagine
        .perform(get("/ufficio/posta/compito/inesistente").session(accesso("udp")))
        .andExpect(status().isNoContent());

    messaggi.inviaDiNuovo(messaggio.id(), "giusta@example.org", "udp");
    pagine
        .perform(get("/ufficio/posta/compiti-da-sistemare").session(accesso("udp")))
        .andExpect(content().json("[]"));
  }

  /** As after the login to Tasklist. */
  private static MockHttpSession accesso(String utente) {
    var accessi = new Authentications();
    accessi.addOrReplace(new UserAuthentication(utente, ProcessEngines.NAME_DEFAULT));
    var sessione = new MockHttpSession();
    AuthenticationUtil.updateSession(sessione, accessi);
    return sessione;
  }
}
