package it.pianodizona.assemblea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.pianodizona.motore.accesso.Funzionario;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The register of a sitting and the rules, as a browser sees them. */
class SedutaPaginaTest extends ProvaDiSeduta {

  private static final Funzionario PRESIDENTE =
      new Funzionario("presidente", List.of("presidente-assemblea"), List.of(AMBITO));
  private static final Funzionario SINDACO =
      new Funzionario("sindaco.016077", List.of("assemblea"), List.of(AMBITO));
  private static final Funzionario ALTROVE =
      new Funzionario("altrui", List.of("presidente-assemblea"), List.of("50001"));
  private static final Funzionario UFFICIO =
      new Funzionario("udp", List.of("ufficio-di-piano"), List.of(AMBITO));

  @Autowired private WebApplicationContext applicazione;
  private MockMvc pagine;
  private String registro;

  @BeforeEach
  void apri() {
    pagine = MockMvcBuilders.webAppContextSetup(applicazione).apply(springSecurity()).build();
    registro = "/assemblea/" + seduta;
  }

  @Test
  void senzaAccessoSiVaAllaPortaDiTasklist() throws Exception {
    pagine
        .perform(get(registro))
        .andExpect(status().isFound())
        .andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
  }

  @Test
  void aChiLavoraInUnAltroAmbitoLaSedutaNonEsiste() throws Exception {
    pagine.perform(da(ALTROVE, get(registro))).andExpect(status().isNotFound());
    pagine
        .perform(da(ALTROVE, entrata(comuni.get(0))).with(csrf()))
        .andExpect(status().isNotFound());
    pagine.perform(da(PRESIDENTE, get("/assemblea/999999"))).andExpect(status().isNotFound());
    assertThat(sedute.quadro(seduta).movimenti()).isEmpty();
  }

  @Test
  void unSindacoLeggeMaNonScrive() throws Exception {
    pagine
        .perform(da(SINDACO, get(registro)))
        .andExpect(status().isOk())
        .andExpect(
            content().string(allOf(containsString("Clusone"), not(containsString(">Entrano<")))));
    pagine
        .perform(da(SINDACO, entrata(comuni.get(0))).with(csrf()))
        .andExpect(status().isNotFound());
  }

  @Test
  void senzaGettoneNonSiScrive() throws Exception {
    pagine.perform(da(PRESIDENTE, entrata(comuni.get(0)))).andExpect(status().isForbidden());
  }

  @Test
  void presenzeEVotiSiRegistranoEIlTotaleSiVede() throws Exception {
    pagine
        .perform(
            da(PRESIDENTE, post(registro + "/presenze"))
                .with(csrf())
                .param("azione", "ENTRATA")
                .param("ora", "18:05")
                .param("compito", "abc-1")
                .param("comuni", comuni.subList(0, 14).toArray(String[]::new)))
        .andExpect(redirectedUrl(registro + "?fatto=presenze&compito=abc-1"));
    pagine
        .perform(da(PRESIDENTE, get(registro).param("fatto", "presenze")))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self'")))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Il numero legale c’è"),
                        containsString("Presenze registrate."),
                        containsString("18:05–"),
                        containsString("Registra il voto su: Piano di Zona"),
                        containsString("voto." + comuni.get(13)),
                        not(containsString("voto." + comuni.get(14))))));

    var voto = da(PRESIDENTE, post(registro + "/voti")).with(csrf()).param("punto", "PIANO");
    comuni
        .subList(0, 14)
        .forEach(
            c -> voto.param("voto." + c, c.equals(comuni.get(0)) ? "CONTRARIO" : "FAVOREVOLE"));
    pagine.perform(voto).andExpect(redirectedUrl(registro + "?fatto=voto"));
    pagine
        .perform(da(PRESIDENTE, get(registro)))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Voti di questa seduta"),
                        containsString("contrario"),
                        containsString("Registra il voto su: Schema dell&#39;Accordo"))));
  }

  @Test
  void unErroreSiSpiegaESiRitrovaCioCheSiEraScritto() throws Exception {
    pagine
        .perform(
            da(PRESIDENTE, post(registro + "/rappresentanti"))
                .with(csrf())
                .param("comune", comuni.get(3))
                .param("qualita", "DELEGATO")
                .param("nome", "Anna Riva")
                .param("carica", "assessora")
                .param("atto", ""))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content().string(allOf(containsString("Delega scritta"), containsString("Anna Riva"))));
    pagine
        .perform(
            da(PRESIDENTE, post(registro + "/presenze"))
                .with(csrf())
                .param("azione", "ENTRATA")
                .param("ora", "boh")
                .param("comuni", comuni.get(3)))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("18:05")));
  }

  @Test
  void unVotoSiCorreggeDallaPaginaConUnMotivo() throws Exception {
    entrano(comuni.subList(0, 13));
    var voto = vota(Punto.PIANO);
    pagine
        .perform(da(PRESIDENTE, get(registro).param("correggi", String.valueOf(voto.id()))))
        .andExpect(content().string(containsString("Correzione del voto: Piano di Zona")));

    var correzione =
        da(PRESIDENTE, post(registro + "/voti/" + voto.id() + "/correggi"))
            .with(csrf())
            .param("motivo", "Letto male");
    comuni.subList(0, 13).forEach(c -> correzione.param("voto." + c, "ASTENUTO"));
    pagine.perform(correzione).andExpect(redirectedUrl(registro + "?fatto=corretto"));

    assertThat(sedute.quadro(seduta).correnti())
        .singleElement()
        .satisfies(v -> assertThat(v.scrutinio().astenuti()).isEqualTo(13));
    pagine
        .perform(da(PRESIDENTE, get(registro)))
        .andExpect(content().string(containsString("Correzione: Letto male")));
  }

  @Test
  void unaRigaSbagliataSiAnnullaEUnaRicevutaSiRegistra() throws Exception {
    assemblea.inviaConvocazione(seduta);
    entrano(comuni.subList(0, 1));
    long riga = sedute.quadro(seduta).movimenti().get(0).id();

    pagine
        .perform(
            da(PRESIDENTE, post(registro + "/presenze/" + riga + "/annulla"))
                .with(csrf())
                .param("motivo", "Comune sbagliato"))
        .andExpect(redirectedUrl(registro + "?fatto=annullata"));
    pagine
        .perform(
            da(PRESIDENTE, post(registro + "/ricevute"))
                .with(csrf())
                .param("comune", comuni.get(0))
                .param("mezzo", "PEC")
                .param("ricevuto", "2024-10-21T09:12")
                .param("estremi", "ricevuta 7781"))
        .andExpect(redirectedUrl(registro + "?fatto=ricevuta"));
    pagine
        .perform(da(PRESIDENTE, get(registro)))
        .andExpect(
            content()
                .string(
                    allOf(containsString("Comune sbagliato"), containsString("ricevuta 7781"))));
  }

  @Test
  void chiusoIlRegistroIlVerbaleSiScarica() throws Exception {
    entrano(comuni.subList(0, 3));
    sedute.chiudi(seduta, "Carla Fornoni", "Ugo Neri", null, "presidente");

    var pagina =
        pagine
            .perform(da(SINDACO, get(registro)))
            .andExpect(content().string(containsString("Registro chiuso")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    var collegamento = pagina.replaceAll("(?s).*href=\"(/assemblea/\\d+/documenti/\\d+)\".*", "$1");
    pagine
        .perform(da(SINDACO, get(collegamento)))
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/pdf"));
    pagine.perform(da(ALTROVE, get(collegamento))).andExpect(status().isNotFound());
  }

  @Test
  void lUfficioAdottaUnaNuovaVersioneDelRegolamentoPerIlSuoAmbito() throws Exception {
    var indirizzo = "/assemblea/regolamento/" + AMBITO;
    pagine
        .perform(da(UFFICIO, get(indirizzo)))
        .andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("Segnaposto"), containsString("Adotta"))));
    pagine
        .perform(da(SINDACO, get(indirizzo)))
        .andExpect(content().string(not(containsString("Adotta la nuova versione"))));
    pagine.perform(da(ALTROVE, get(indirizzo))).andExpect(status().isNotFound());

    pagine
        .perform(adozione(UFFICIO, indirizzo).param("atto", ""))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Atto")));
    pagine
        .perform(adozione(UFFICIO, indirizzo).param("atto", "Delibera 3/2024"))
        .andExpect(redirectedUrl(indirizzo + "?adottato"));
    pagine
        .perform(adozione(SINDACO, indirizzo).param("atto", "Delibera 4/2024"))
        .andExpect(status().isNotFound());

    var inVigore = regolamenti.inVigore(piano.pianoId());
    assertThat(inVigore.atto()).isEqualTo("Delibera 3/2024");
    assertThat(inVigore.codiceAmbito()).isEqualTo(AMBITO);
    assertThat(inVigore.giorniLiberi()).isTrue();
    assertThat(inVigore.quorumSecondaConvocazione()).isEqualTo(new Soglia(2, 5, false));
    assertThat(inVigore.deleghe().massime()).isEqualTo(6);
    assertThat(inVigore.adottatoDa()).isEqualTo("udp");
  }

  private MockHttpServletRequestBuilder adozione(Funzionario chi, String indirizzo) {
    return da(chi, post(indirizzo))
        .with(csrf())
        .param("applicazione", "AMBITO")
        .param("triennio", piano.triennio())
        .param("dataAtto", "2024-10-29")
        .param("validoDal", "2024-10-30")
        .param("giorniPreavviso", "6")
        .param("giorniLiberi", "on")
        .param("oreUrgenza", "24")
        .param("modoQuorum", "TESTE")
        .param("prima", "1/2+")
        .param("seconda", "2/5")
        .param("modoVoto", "CAPITARIO")
        .param("maggioranzaPiano", "VOTANTI")
        .param("maggioranzaSchema", "VOTANTI")
        .param("maggioranzaAttuazione", "VOTANTI")
        .param("astensioni", "ESCLUSE_DAI_VOTANTI")
        .param("deleghe", "on")
        .param("comuniPerDelegato", "1")
        .param("delegheMassime", "6")
        .param("fontePopolazione", "ISTAT")
        .param("annoPopolazione", "2011");
  }

  private MockHttpServletRequestBuilder entrata(String comune) {
    return post(registro + "/presenze").param("azione", "ENTRATA").param("comuni", comune);
  }

  private static MockHttpServletRequestBuilder da(
      Funzionario chi, MockHttpServletRequestBuilder richiesta) {
    return richiesta.with(
        authentication(UsernamePasswordAuthenticationToken.authenticated(chi, null, List.of())));
  }
}
