package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.tavoli.IncontroRicordato;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Opting out of optional mails, from the link of the mail and by the mail program itself. */
class ComunicazioniTest extends ProvaDiPosta {

  private static final RiferimentoPiano PIANO = new RiferimentoPiano(1, AMBITO, "2025-2027");
  private static final String UN_CLIC = "/rinuncia-immediata";

  @Autowired private WebApplicationContext applicazione;
  private MockMvc pagine;

  @BeforeEach
  void apri() {
    pagine = MockMvcBuilders.webAppContextSetup(applicazione).apply(springSecurity()).build();
  }

  @Test
  void laMailFacoltativaPortaLeIntestazioniPerLaRinunciaELAltraNo() throws Exception {
    accade(promemoria(1));
    accade(incontro(PIANO, 0, List.of(ente("Ponte"))));
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      postino(server.getSmtp().getPort()).giro();
      var facoltativa = server.getReceivedMessages()[0];
      var dovuta = server.getReceivedMessages()[1];

      assertThat(facoltativa.getHeader("List-Unsubscribe")[0].replaceAll("\\s", ""))
          .isEqualTo("<" + posta().get(0).disiscrizione() + ">")
          .contains("/comunicazioni/");
      assertThat(facoltativa.getHeader("List-Unsubscribe-Post"))
          .containsExactly("List-Unsubscribe=One-Click");
      assertThat(dovuta.getHeader("List-Unsubscribe")).isNull();
      assertThat(dovuta.getHeader("List-Unsubscribe-Post")).isNull();
      assertThat(posta().get(0).testo()).contains(pagina());
      assertThat(posta().get(0).html()).contains("href=\"http://localhost:8080" + pagina());
      assertThat(posta().get(1).testo()).doesNotContain("facoltativo", "/comunicazioni/");
    } finally {
      server.stop();
    }
  }

  @Test
  void aprireIlCollegamentoNonCambiaNullaEIlBottoneSi() throws Exception {
    accade(promemoria(1));

    for (var percorso : List.of(pagina(), pagina() + UN_CLIC)) {
      pagine
          .perform(get(percorso))
          .andExpect(status().isOk())
          .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
          .andExpect(content().string(containsString("mandiamo anche i messaggi facoltativi")))
          .andExpect(content().string(containsString("Promemoria del tavolo")));
    }
    assertThat(unico().stato()).isEqualTo(StatoMessaggio.IN_CODA);

    pagine.perform(post(pagina() + "/rinuncia")).andExpect(status().isForbidden());
    assertThat(unico().stato()).isEqualTo(StatoMessaggio.IN_CODA);
    pagine.perform(post(pagina() + "/rinuncia").with(csrf())).andExpect(redirectedUrl(pagina()));
    assertThat(unico().stato()).isEqualTo(StatoMessaggio.RINUNCIATO);
    pagine.perform(get(pagina())).andExpect(content().string(containsString("non mandiamo più")));

    pagine.perform(post(pagina() + "/ripresa").with(csrf())).andExpect(redirectedUrl(pagina()));
    accade(promemoria(7));
    assertThat(posta())
        .extracting(Messaggio::stato)
        .containsExactly(StatoMessaggio.RINUNCIATO, StatoMessaggio.IN_CODA);
  }

  @Test
  void ilProgrammaDiPostaRinunciaConUnaRichiestaSenzaGettoneDelModulo() throws Exception {
    accade(promemoria(1));

    for (int volta = 0; volta < 2; volta++) {
      pagine
          .perform(
              post(pagina() + UN_CLIC)
                  .contentType("application/x-www-form-urlencoded")
                  .content("List-Unsubscribe=One-Click"))
          .andExpect(status().isOk());
    }
    assertThat(unico().stato()).isEqualTo(StatoMessaggio.RINUNCIATO);
    assertThat(jdbc.sql("select modo from scelta_posta").query(String.class).list())
        .containsExactly("UN_CLIC");
  }

  @Test
  void unGettoneInventatoNonEsiste() throws Exception {
    var inventato = "/comunicazioni/" + "A".repeat(43);

    pagine.perform(get(inventato)).andExpect(status().isNotFound());
    pagine.perform(post(inventato + UN_CLIC)).andExpect(status().isNotFound());
    pagine.perform(post(inventato + "/rinuncia").with(csrf())).andExpect(status().isNotFound());
    pagine.perform(get("/comunicazioni/corto")).andExpect(status().isNotFound());
  }

  @Test
  void cioCheHaEffettiSiMandaAncheAChiHaRinunciato() throws Exception {
    accade(promemoria(1));
    pagine.perform(post(pagina() + UN_CLIC)).andExpect(status().isOk());
    accade(incontro(PIANO, 0, List.of(ente("Ponte"))));
    accade(incontro(PIANO, 1, List.of(ente("Ponte"))));

    assertThat(posta())
        .extracting(Messaggio::stato)
        .containsExactly(StatoMessaggio.RINUNCIATO, StatoMessaggio.IN_CODA, StatoMessaggio.IN_CODA);
  }

  private String pagina() {
    return URI.create(posta().get(0).disiscrizione()).getPath().replace(UN_CLIC, "");
  }

  private static IncontroRicordato promemoria(int giorniPrima) {
    return new IncontroRicordato(
        PIANO,
        AREA,
        incontro(7, 1, "2024-10-09T16:00", 0),
        giorniPrima,
        invitati(List.of(ente("Ponte"))));
  }
}
