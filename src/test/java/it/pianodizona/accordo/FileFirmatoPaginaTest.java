package it.pianodizona.accordo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.accordo.firmadigitale.FirmaDiProva;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.motore.accesso.Funzionario;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Who may put the signed file of a body there, and what the page then says. */
class FileFirmatoPaginaTest extends ProvaDiProcesso {

  private static final RequestPostProcessor SINDACO = chi("sindaco", AMBITO, "comune.016077");

  @Autowired private WebApplicationContext contesto;
  @Autowired private Accordi accordi;
  @Autowired private TestiAccordo testi;
  @Autowired private Fascicolo fascicolo;
  @Autowired private TransactionTemplate transazione;

  private MockMvc pagine;
  private long pianoId;
  private long accordoId;
  private String pagina;
  private Documento testo;

  @BeforeEach
  void clusoneDeveFirmare() {
    pagine = MockMvcBuilders.webAppContextSetup(contesto).apply(springSecurity()).build();
    pianoId = piano().pianoId();
    transazione.executeWithoutResult(
        stato -> {
          long testoId = testi.componi(pianoId, testi.proposta(pianoId), "prova");
          testi.deposita(testoId);
          testo = testi.documento(testoId).orElseThrow();
          var accordo = accordi.apri(pianoId, testoId, piani.scadenzaAccordo(pianoId));
          accordoId = accordo.id();
          pagina = "/accordo/" + pianoId + "/firma/" + firmaDi("Comune di Clusone");
        });
  }

  @Test
  void lEnteCaricaIlSuoFileEConfermaIlRisultatoDubbioConUnMotivo() throws Exception {
    carica(firmato(), SINDACO).andExpect(redirectedUrl(pagina + "?caricato"));
    pagine
        .perform(get(pagina + "?caricato").with(SINDACO))
        .andExpect(content().string(containsString("Ugo Neri")))
        .andExpect(content().string(containsString("attendibilità non verificata")));

    var verifica = String.valueOf(ultimaVerifica());
    pagine
        .perform(
            post(pagina + "/conferma")
                .with(SINDACO)
                .with(csrf())
                .param("verifica", verifica)
                .param("motivo", "sì"))
        .andExpect(status().is4xxClientError())
        .andExpect(content().string(containsString("da 10 a 500 caratteri")));
    pagine
        .perform(
            post(pagina + "/conferma")
                .with(SINDACO)
                .with(csrf())
                .param("verifica", verifica)
                .param("motivo", "Certificato visto in Comune."))
        .andExpect(redirectedUrl(pagina + "?confermato"));
  }

  @Test
  void unFileCheNonEFirmatoERifiutatoENonResta() throws Exception {
    carica(fascicolo.contenuto(testo.id()), SINDACO).andExpect(redirectedUrl(pagina + "?caricato"));
    pagine
        .perform(get(pagina + "?caricato").with(SINDACO))
        .andExpect(content().string(containsString("il file non è accettato")));
    assertThat(fascicolo.di(pianoId, "firma:" + firmaDi("Comune di Clusone"))).isEmpty();
  }

  @Test
  void nessunAltroCaricaAlPostoDellEnte() throws Exception {
    byte[] file = firmato();
    for (var altro :
        List.of(
            chi("udp", AMBITO, "ufficio-di-piano"),
            chi("ardesio", AMBITO, "comune.016012"),
            chi("altrove", "50001", "comune.016077"),
            chi("ats", AMBITO, "ats"))) {
      carica(file, altro).andExpect(status().isNotFound());
      pagine
          .perform(
              post(pagina + "/conferma")
                  .with(altro)
                  .with(csrf())
                  .param("verifica", "1")
                  .param("motivo", "Certificato visto in Comune."))
          .andExpect(status().isNotFound());
    }
    pagine
        .perform(multipart(pagina).file(new MockMultipartFile("file", file)).with(SINDACO))
        .andExpect(status().isForbidden());
    pagine
        .perform(
            post("/accordo/" + pianoId + "/sottoscrittori")
                .with(SINDACO)
                .with(csrf())
                .param("atto", "delibera 3")
                .param("dataAtto", "2024-09-10"))
        .andExpect(status().isNotFound());
    assertThat(fascicolo.di(pianoId, "firma:" + firmaDi("Comune di Clusone"))).isEmpty();
  }

  private ResultActions carica(byte[] contenuto, RequestPostProcessor chi) throws Exception {
    return pagine.perform(
        multipart(pagina)
            .file(new MockMultipartFile("file", "accordo.pdf", "application/pdf", contenuto))
            .with(chi)
            .with(csrf()));
  }

  private byte[] firmato() {
    return new FirmaDiProva("Ugo Neri")
        .pades(fascicolo.contenuto(testo.id()), adesso().toInstant());
  }

  private long firmaDi(String ente) {
    return accordi.firmatari(accordoId).stream()
        .filter(firmatario -> firmatario.nome().equals(ente))
        .findFirst()
        .orElseThrow()
        .firmaId();
  }

  private long ultimaVerifica() throws Exception {
    var html =
        pagine.perform(get(pagina).with(SINDACO)).andReturn().getResponse().getContentAsString();
    var campo = Pattern.compile("name=\"verifica\"[^>]*value=\"(\\d+)\"").matcher(html);
    assertThat(campo.find()).as(html).isTrue();
    return Long.parseLong(campo.group(1));
  }

  private static RequestPostProcessor chi(String utente, String ambito, String gruppo) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new Funzionario(utente, List.of(gruppo), List.of(ambito)), null, List.of()));
  }
}
