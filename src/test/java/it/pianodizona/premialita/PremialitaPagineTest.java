package it.pianodizona.premialita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.RiferimentoPiano;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of the premialità, as offices, ATS and Region see them. */
class PremialitaPagineTest extends ProvaDiPremialita {

  private static final String PAGINA = "/ufficio/premialita";
  private static final Funzionario REGIONE =
      new Funzionario("regione", List.of("regione"), List.of(AMBITO, ALBINO, "50001"));
  private static final Funzionario UFFICIO =
      new Funzionario("udp", List.of("ufficio-di-piano"), List.of(AMBITO));
  private static final Funzionario ALTRO_UFFICIO =
      new Funzionario("udp.albino", List.of("ufficio-di-piano"), List.of(ALBINO));
  private static final Funzionario ATS =
      new Funzionario("ats", List.of("ats"), List.of(AMBITO, ALBINO));
  private static final Funzionario SINDACO =
      new Funzionario("sindaco.016077", List.of("assemblea"), List.of(AMBITO));

  @Autowired private WebApplicationContext applicazione;
  private MockMvc pagine;
  private RiferimentoPiano piano;
  private long progetto;
  private long movimento;
  private String ambito;

  @BeforeEach
  void unAccontoPagato() {
    pagine = MockMvcBuilders.webAppContextSetup(applicazione).apply(springSecurity()).build();
    piano = piano("2021-2023");
    piani.avvia(piano.triennio(), List.of(ALBINO));
    trasmetteAccordo(piano);
    for (var id : progetti(piano, 2)) {
      progetti.compilaScheda(
          id,
          new SchedaProgetto(
              Macroarea.E,
              null,
              "Servizi nelle valli",
              List.of(ALBINO),
              TUTTI,
              Continuita.NUOVO,
              null,
              Denaro.euro(75000)));
      valutazioni.valutaProposta(id, Set.copyOf(TUTTI), valutazione(id, true));
      progetto = progetto == 0 ? id : progetto;
    }
    determinazioni.determina(piano.pianoId());
    pagamenti.liquidaAcconto(
        progetto, new AttoDiLiquidazione("=1+1", LocalDate.of(2024, 9, 12)), "regione");
    movimento = premialita.movimenti(piano.pianoId()).get(0).id();
    ambito = PAGINA + "/" + AMBITO + "/" + piano.triennio();
  }

  @Test
  void senzaAccessoSiVaAllaPortaDiTasklist() throws Exception {
    for (var indirizzo :
        List.of(
            PAGINA,
            ambito,
            PAGINA + "/movimenti.csv?triennio=" + piano.triennio(),
            PAGINA + "/riconciliazione")) {
      pagine
          .perform(get(indirizzo))
          .andExpect(status().isFound())
          .andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
    }
  }

  @Test
  void unUfficioVedeIlSuoAmbitoLaAtsISuoiLaRegioneTutti() throws Exception {
    pagine
        .perform(da(UFFICIO, get(PAGINA).param("triennio", piano.triennio())))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Valle Seriana Superiore e Valle di Scalve (50084)"),
                        containsString("36.000,00 €"),
                        not(containsString("Albino Valle Seriana")),
                        not(containsString("Riconciliazione")))));
    pagine
        .perform(da(ATS, get(PAGINA).param("triennio", piano.triennio())))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("(50084)"),
                        containsString("Albino Valle Seriana (50020)"))));
    pagine
        .perform(da(REGIONE, get(PAGINA).param("triennio", piano.triennio())))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("(50084)"),
                        containsString("(50020)"),
                        containsString("Riconciliazione"),
                        containsString("solo quelli dell&#39;Ambito che riceve il pagamento"))));
    pagine
        .perform(da(SINDACO, get(PAGINA).param("triennio", piano.triennio())))
        .andExpect(content().string(not(containsString("(50084)"))));
  }

  @Test
  void aChiLavoraAltroveLAmbitoNonEsiste() throws Exception {
    pagine.perform(da(ALTRO_UFFICIO, get(ambito))).andExpect(status().isNotFound());
    pagine.perform(da(SINDACO, get(ambito))).andExpect(status().isNotFound());
    pagine
        .perform(da(UFFICIO, get(PAGINA + "/" + AMBITO + "/1990-1992")))
        .andExpect(status().isNotFound());
    for (var chi : List.of(UFFICIO, ATS, SINDACO)) {
      pagine.perform(da(chi, get(PAGINA + "/riconciliazione"))).andExpect(status().isNotFound());
      pagine
          .perform(da(chi, storno(movimento, "Conto di tesoreria errato")).with(csrf()))
          .andExpect(status().isNotFound());
    }
    assertThat(premialita.movimenti(piano.pianoId())).hasSize(1);
  }

  @Test
  void laPaginaDellAmbitoDiceProgettiPuntiEScritture() throws Exception {
    pagine
        .perform(da(ATS, get(ambito)))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("82 punti"),
                        containsString("Innovazione: 17"),
                        containsString("Albino Valle Seriana"),
                        containsString("20.000,00 € assegnati, 4.000,00 € liquidati"),
                        containsString("Comune di Clusone"),
                        containsString("PZ-%07d".formatted(movimento)),
                        not(containsString("Storna il pagamento")),
                        not(containsString("Registra il recesso")))));
  }

  @Test
  void ilCsvHaLeScrittureDeiPropriAmbitiESiApreSenzaFormule() throws Exception {
    var risposta =
        pagine
            .perform(
                da(UFFICIO, get(PAGINA + "/movimenti.csv").param("triennio", piano.triennio())))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse();

    var righe = risposta.getContentAsString(StandardCharsets.UTF_8).split("\r\n");
    assertThat(righe).hasSize(4);
    assertThat(righe[0]).endsWith("presupposto;storna");
    assertThat(righe[3]).contains(";acconto;", ";4000,00;", ";'=1+1;", ";Comune di Clusone;");
    pagine
        .perform(
            da(ALTRO_UFFICIO, get(PAGINA + "/movimenti.csv").param("triennio", piano.triennio())))
        .andExpect(content().string(not(containsString("acconto"))));
    pagine
        .perform(da(UFFICIO, get(PAGINA + "/movimenti.csv").param("triennio", "1990-1992")))
        .andExpect(status().isNotFound());
  }

  @Test
  void laRegioneStornaERipete() throws Exception {
    pagine
        .perform(da(REGIONE, storno(movimento, "Conto di tesoreria errato")))
        .andExpect(status().isForbidden());
    pagine
        .perform(da(REGIONE, storno(movimento, "breve")).with(csrf()))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("servono da 10 a 1.000 caratteri")));
    pagine
        .perform(da(REGIONE, storno(movimento, "Conto di tesoreria errato")).with(csrf()))
        .andExpect(redirectedUrl(ambito + "?fatto=storno"));
    pagine
        .perform(da(REGIONE, get(ambito)))
        .andExpect(content().string(containsString("Ripeti il pagamento")));
    pagine
        .perform(
            da(REGIONE, post(ambito + "/ripeti"))
                .with(csrf())
                .param("movimentoId", String.valueOf(movimento))
                .param("atto", "102/2024")
                .param("data", "2024-09-12"))
        .andExpect(redirectedUrl(ambito + "?fatto=pagamento"));
    assertThat(premialita.saldi(piano.pianoId()).liquidata()).isEqualTo(Denaro.euro(4000));
    pagine
        .perform(da(REGIONE, storno(999999999L, "Conto di tesoreria errato")).with(csrf()))
        .andExpect(status().isNotFound());
  }

  @Test
  void dopoIlRecuperoLoStornoChiedeConfermaCheNullaFuRestituito() throws Exception {
    pagine
        .perform(da(REGIONE, get(ambito)))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Storna il pagamento"),
                        not(containsString("annullaRecuperi")))));
    valutazioni.rendiconta(
        progetto,
        new Rendicontazione(LocalDate.of(2024, 9, 12), Denaro.euro(100), "Fatto in parte"),
        "udp");
    valutazioni.valutaEsitoFinale(
        progetto, Valutazione.finale(0, "Non raggiunto", "gruppo.tecnico"));
    pagamenti.recupera(
        progetto, new AttoDiLiquidazione("77/2024", LocalDate.of(2024, 9, 12)), "regione");

    pagine
        .perform(da(REGIONE, get(ambito)))
        .andExpect(
            content()
                .string(
                    containsString(
                        "Nulla è ancora stato restituito: lo stesso atto annulla il recupero di"
                            + " 4.000,00 €")));
    pagine
        .perform(da(REGIONE, storno(movimento, "Conto di tesoreria errato")).with(csrf()))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("già stato disposto il recupero")));
    pagine
        .perform(
            da(REGIONE, storno(movimento, "Conto di tesoreria errato"))
                .with(csrf())
                .param("annullaRecuperi", "true"))
        .andExpect(redirectedUrl(ambito + "?fatto=storno"));
    pagine
        .perform(da(REGIONE, get(ambito)))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("nessun pagamento da stornare o da ripetere"),
                        not(containsString("Storna il pagamento")),
                        not(containsString("Ripeti il pagamento")))));
    assertThat(premialita.saldi(piano.pianoId()).liquidata()).isEqualTo(Denaro.ZERO);
  }

  @Test
  void ilPartnerRegistraIlProprioRecessoENonQuelloDegliAltri() throws Exception {
    var sua = PAGINA + "/" + ALBINO + "/" + piano.triennio();
    pagine
        .perform(da(ALTRO_UFFICIO, get(sua)))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Progetti di altri Ambiti"),
                        containsString("Registra il recesso"))));
    pagine
        .perform(da(ALTRO_UFFICIO, recesso(sua, AMBITO)).with(csrf()))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Ambito che recede")));
    pagine.perform(da(ATS, recesso(sua, ALBINO)).with(csrf())).andExpect(status().isBadRequest());
    pagine
        .perform(da(ALTRO_UFFICIO, recesso(sua, ALBINO)).with(csrf()))
        .andExpect(redirectedUrl(sua + "?fatto=recesso"));

    assertThat(premialita.progetto(progetto).receduti()).containsExactly(ALBINO);
    assertThat(premialita.progetto(progetto).residua()).isEqualTo(Denaro.euro(-4000));
    pagine
        .perform(da(UFFICIO, get(ambito)))
        .andExpect(content().string(containsString("receduti: Albino Valle Seriana")));
  }

  @Test
  void laRiconciliazioneSpiegaRigaPerRiga() throws Exception {
    var indirizzo =
        pagine
            .perform(
                da(
                    REGIONE,
                    multipart(PAGINA + "/riconciliazione")
                        .file(
                            file(
                                """
                                mandato;data;atto;beneficiario;importo
                                M1;20/09/2024;=1+1;COMUNE DI CLUSONE;3999,50
                                M2;2024-09-21;555;Comune di Albino;12
                                """))
                        .with(csrf())
                        .param("triennio", piano.triennio())
                        .param("dal", "2024-09-01")
                        .param("al", "2024-09-30")))
            .andExpect(redirectedUrlPattern(PAGINA + "/riconciliazione/*"))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    pagine
        .perform(da(REGIONE, get(indirizzo)))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("2 differenze da esaminare"),
                        containsString("importo diverso"),
                        containsString("sconosciuto"),
                        containsString("-0,50 €"),
                        containsString("4.011,50 €"),
                        containsString("4.000,00 €"))));
    pagine.perform(da(UFFICIO, get(indirizzo))).andExpect(status().isNotFound());
    pagine
        .perform(da(REGIONE, get(PAGINA + "/riconciliazione").param("triennio", piano.triennio())))
        .andExpect(content().string(containsString("tesoreria.csv")));
    pagine
        .perform(da(REGIONE, get(PAGINA + "/riconciliazione/999999")))
        .andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mandato;data;atto;beneficiario;importo\nM1;30/02/2024;100;Comune;10\n",
        "mandato;data;atto;beneficiario;importo\nM1;2024-09-20;100;Comune;dieci\n",
        "mandato;data;atto;beneficiario;importo\n;2024-09-20;100;Comune;10\n",
        "mandato;data;atto;importo\nM1;2024-09-20;100;10\n",
        ""
      })
  void unFileSbagliatoDiceDoveENonSiConfronta(String testo) throws Exception {
    pagine
        .perform(
            da(
                REGIONE,
                multipart(PAGINA + "/riconciliazione")
                    .file(file(testo))
                    .with(csrf())
                    .param("triennio", piano.triennio())
                    .param("dal", "2024-09-01")
                    .param("al", "2024-09-30")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("role=\"alert\"")));
    pagine
        .perform(da(REGIONE, get(PAGINA + "/riconciliazione").param("triennio", piano.triennio())))
        .andExpect(content().string(containsString("Nessun confronto.")));
  }

  @Test
  void ilPeriodoDelConfrontoVaPerIlSuoVersoEIlTracciatoSiScarica() throws Exception {
    pagine
        .perform(
            da(
                REGIONE,
                multipart(PAGINA + "/riconciliazione")
                    .file(file("mandato;data;atto;beneficiario;importo\n"))
                    .with(csrf())
                    .param("triennio", piano.triennio())
                    .param("dal", "2024-09-30")
                    .param("al", "2024-09-01")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("30/09/2024")));
    pagine
        .perform(da(REGIONE, get(PAGINA + "/riconciliazione/tracciato.csv")))
        .andExpect(content().string("mandato;data;atto;beneficiario;importo;movimento\r\n"));
  }

  private static MockMultipartFile file(String testo) {
    return new MockMultipartFile(
        "file", "tesoreria.csv", "text/csv", testo.getBytes(StandardCharsets.UTF_8));
  }

  private MockHttpServletRequestBuilder storno(long movimentoId, String motivo) {
    return post(ambito + "/storno")
        .param("movimentoId", String.valueOf(movimentoId))
        .param("atto", "101/2024")
        .param("data", "2024-09-12")
        .param("motivo", motivo);
  }

  private MockHttpServletRequestBuilder recesso(String pagina, String chi) {
    return post(pagina + "/recesso")
        .param("progettoId", String.valueOf(progetto))
        .param("ambito", chi)
        .param("atto", "delibera 3")
        .param("data", "2024-09-12")
        .param("motivo", "Mancano le risorse");
  }

  private static <
          T extends
              org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<T>>
      T da(Funzionario chi, T richiesta) {
    return richiesta.with(
        authentication(new UsernamePasswordAuthenticationToken(chi, null, List.of())));
  }
}
