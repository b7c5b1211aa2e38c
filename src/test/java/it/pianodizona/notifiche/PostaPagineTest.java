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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The mailbox of the demonstration, as a browser sees it. */
class PostaPagineTest extends ProvaDiPosta {

  private static final RiferimentoPiano PIANO = new RiferimentoPiano(1, AMBITO, "2025-2027");

  @Autowired private WebApplicationContext applicazione;
  private MockMvc pagine;

  @BeforeEach
  void apri() {
    pagine = MockMvcBuilders.webAppContextSetup(applicazione).apply(springSecurity()).build();
  }

  @Test
  void lElencoMostraIMessaggiELiSfoglia() throws Exception {
    accade(
        incontro(PIANO, 0, IntStream.rangeClosed(1, 30).mapToObj(n -> ente("Ente" + n)).toList()));

    pagine
        .perform(get("/posta"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("30 messaggi, pagina 1 di 2"),
                        containsString("ente30@esempio.it"),
                        containsString("Meno recenti"),
                        not(containsString("ente2@esempio.it")))));
    pagine
        .perform(get("/posta").param("pagina", "2"))
        .andExpect(content().string(containsString("ente2@esempio.it")));
    pagine
        .perform(get("/posta").param("destinatario", "ente17@").param("scopo", "inesistente"))
        .andExpect(content().string(containsString("Un messaggio.")));
    pagine
        .perform(get("/posta").param("stato", "INVIATO").param("pagina", "-3"))
        .andExpect(content().string(containsString("Nessun messaggio.")));
  }

  @Test
  void unMessaggioMostraIntestazioniTestoHtmlEInvito() throws Exception {
    accade(incontro(PIANO, 0, List.of(ente("Ponte"))));
    var id = unico().id();

    pagine
        .perform(get("/posta/" + id))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Security-Policy", containsString("frame-src 'self'")))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("ponte@esempio.it"),
                        containsString("Message-ID"),
                        containsString("convocazione.ics"),
                        containsString("sandbox="),
                        containsString("Sala Legrenzi"),
                        not(containsString("Invia di nuovo")))));
    pagine
        .perform(get("/posta/" + id + "/html"))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
        .andExpect(content().string(containsString("Sala Legrenzi")));
    pagine
        .perform(get("/posta/" + id + "/convocazione.ics"))
        .andExpect(status().isOk())
        .andExpect(content().contentType("text/calendar;charset=UTF-8"))
        .andExpect(content().string(containsString("METHOD:REQUEST")));
  }

  @Test
  void soloUnMessaggioNonRecapitatoSiInviaDiNuovoESoloConIlGettone() throws Exception {
    accade(incontro(PIANO, 0, List.of(ente("Ponte"))));
    var id = unico().id();

    pagine.perform(post("/posta/" + id + "/invia")).andExpect(status().isForbidden());
    pagine
        .perform(post("/posta/" + id + "/invia").with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("solo un messaggio non recapitato")));

    partenze.segnaFallito(id, "550 casella inesistente");
    pagine
        .perform(get("/posta/" + id))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Non recapitato"),
                        containsString("550 casella inesistente"),
                        containsString("Invia di nuovo"))));
    pagine
        .perform(post("/posta/" + id + "/invia").with(csrf()))
        .andExpect(redirectedUrl("/posta/" + id + "?riaccodato"));
    assertThat(unico().stato()).isEqualTo(StatoMessaggio.IN_CODA);
  }

  @Test
  void senzaIndirizzoNonSiPuoInviareDiNuovo() throws Exception {
    accade(incontro(PIANO, 0, List.of(new Destinatario("Gruppo informale", null))));
    var id = unico().id();

    pagine
        .perform(get("/posta/" + id))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Nessun indirizzo e-mail noto"),
                        not(containsString("Invia di nuovo")))));
    pagine.perform(get("/posta/" + id + "/convocazione.ics")).andExpect(status().isNotFound());
    pagine.perform(get("/posta/999999999")).andExpect(status().isNotFound());
  }
}
