package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.DomandaFixture.COOPERATIVA;
import static it.pianodizona.coprogrammazione.DomandaFixture.domandaDellaCooperativa;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.CHIAVE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DEFINIRE_ESITO;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESAMINARE_INTEGRAZIONE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESAMINARE_OSSERVAZIONI;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ISTRUIRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.DomandaRegistrata;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.EsitoDomandaComunicato;
import it.pianodizona.coprogrammazione.FattoDomanda;
import it.pianodizona.coprogrammazione.IntegrazioneRichiesta;
import it.pianodizona.coprogrammazione.PreavvisoDiRigettoInviato;
import it.pianodizona.coprogrammazione.RicevutaDomanda;
import it.pianodizona.coprogrammazione.StatoDomanda;
import it.pianodizona.coprogrammazione.TermineProcedimentoScaduto;
import it.pianodizona.coprogrammazione.VoceStoria;
import it.pianodizona.motore.modulo.ModuloNonValido;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Copre("DomandaPartecipazione")
class DomandaPartecipazioneTest extends ProvaCoProgrammazione {

  private RiferimentoPiano piano;
  private String avviso;

  @BeforeEach
  void pubblicaLAvviso() {
    piano = piano();
    avviso = avvisoPubblicato(piano);
  }

  @Test
  void laDomandaRegolareEAmmessa() {
    var ricevuta = presenta();
    var istanza = istanza(ricevuta);
    assertThat(istanza.getBusinessKey())
        .isEqualTo(piano.chiave() + "/" + ricevuta.protocollo().replace('/', '-'));
    assertThat(eventi(DomandaRegistrata.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.protocollo()).isEqualTo(ricevuta.protocollo());
              assertThat(e.aree()).containsExactly("Minori e famiglia", "Inclusione sociale");
            });

    completa(ISTRUIRE, istruttoria("REGOLARE", null));
    assertThat(modulo(compito(DEFINIRE_ESITO))).containsEntry("esito", "AMMESSA");
    completa(DEFINIRE_ESITO, Map.of("esito", "AMMESSA"));

    assertThat(istanza).isEnded().hasPassed("End_DomandaAmmessa");
    assertThat(domanda(ricevuta).esito()).isEqualTo(EsitoDomanda.AMMESSA);
    assertThat(eventi(EsitoDomandaComunicato.class))
        .extracting(EsitoDomandaComunicato::esito)
        .containsExactly(EsitoDomanda.AMMESSA);
    assertThat(domande.ammessi(domanda(ricevuta).avvisoId(), "minori-e-famiglia")).hasSize(1);
    assertThat(
            domande.ammessi(
                domanda(ricevuta).avvisoId(), "invecchiamento-disabilita-non-autosufficienza"))
        .isEmpty();
  }

  @Test
  void nullaDiQuantoScrittoNeiModuliRestaNelProcesso() {
    var ricevuta = presenta();
    completa(ISTRUIRE, istruttoria("REGOLARE", null));

    assertThat(motore.getRuntimeService().getVariables(istanza(ricevuta).getId()).keySet())
        .containsExactlyInAnyOrder(
            "pianoId",
            "codiceAmbito",
            "triennio",
            "avvisoId",
            "domandaId",
            "termineProcedimento",
            "esitoIstruttoria");
  }

  @Test
  void laDomandaIntegrataInTempoEAmmessaConRiservaFinoAlloScioglimento() {
    var ricevuta = presenta();
    completa(ISTRUIRE, istruttoria("DA_INTEGRARE", "Manca la firma."));
    assertThat(eventi(IntegrazioneRichiesta.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.motivi()).isEqualTo("Manca la firma.");
              assertThat(e.entro()).isEqualTo("2024-09-19T23:59:59+02:00[Europe/Rome]");
            });

    vaiA("2024-09-19T23:59:59");
    domande.integra(ricevuta.token(), "Ecco la domanda firmata.");
    esegui();
    assertThat(modulo(compito(ESAMINARE_INTEGRAZIONE)))
        .containsEntry("chiesto", "Manca la firma.")
        .containsEntry("risposta", "Ecco la domanda firmata.");
    completa(ESAMINARE_INTEGRAZIONE, Map.of("sufficiente", "SI"));
    var istanza = istanza(ricevuta);
    completa(
        DEFINIRE_ESITO, Map.of("esito", "CON_RISERVA", "motivi", "RUNTS in corso di iscrizione."));

    assertThat(istanza).isNotEnded().isWaitingAt(DEFINIRE_ESITO);
    assertThat(domanda(ricevuta).ammessa()).isTrue();
    completa(DEFINIRE_ESITO, Map.of("esito", "AMMESSA"));

    assertThat(istanza).isEnded().hasPassed("End_DomandaAmmessa");
    assertThat(eventi(EsitoDomandaComunicato.class))
        .extracting(EsitoDomandaComunicato::esito)
        .containsExactly(EsitoDomanda.CON_RISERVA, EsitoDomanda.AMMESSA);
  }

  @Test
  void laDomandaSenzaIntegrazioneVienePreavvisataDiRigetto() {
    var ricevuta = presenta();
    completa(ISTRUIRE, istruttoria("DA_INTEGRARE", "Manca la firma."));
    vaiA("2024-09-20T00:01");

    assertThat(eventi(PreavvisoDiRigettoInviato.class))
        .singleElement()
        .satisfies(
            e ->
                assertThat(e.motivi())
                    .startsWith("Integrazione non pervenuta entro il 19/09/2024 alle 23:59:59")
                    .endsWith("Manca la firma."));
    assertThatThrownBy(() -> domande.integra(ricevuta.token(), "tardi"))
        .hasMessageContaining("non sono attese integrazioni");
    assertThat(domanda(ricevuta).stato()).isEqualTo(StatoDomanda.PREAVVISO_INVIATO);
  }

  @Test
  void laDomandaConIntegrazioneInsufficienteVienePreavvisata() {
    var ricevuta = presenta();
    completa(ISTRUIRE, istruttoria("DA_INTEGRARE", "Manca la firma."));
    domande.integra(ricevuta.token(), "Non so firmare.");
    esegui();
    completa(
        ESAMINARE_INTEGRAZIONE, Map.of("sufficiente", "NO", "motivi", "La firma manca ancora."));

    assertThat(eventi(PreavvisoDiRigettoInviato.class))
        .singleElement()
        .satisfies(e -> assertThat(e.motivi()).isEqualTo("La firma manca ancora."));
  }

  @Test
  void laDomandaNegativaSenzaOsservazioniEEsclusa() {
    var ricevuta = presenta();
    completa(ISTRUIRE, istruttoria("NEGATIVA", "Società a scopo di lucro."));
    var preavviso = eventi(PreavvisoDiRigettoInviato.class).get(0);
    assertThat(preavviso.entro())
        .as("il 22 settembre è domenica: il termine passa a lunedì 23")
        .isEqualTo("2024-09-23T23:59:59+02:00[Europe/Rome]");
    vaiA("2024-09-24T08:00");

    var esito = compito(DEFINIRE_ESITO);
    assertThat(modulo(esito))
        .containsEntry("esito", "ESCLUSA")
        .containsEntry("motivi", "Società a scopo di lucro.");
    assertThatThrownBy(
            () -> completa(esito, Map.of("esito", "ESCLUSA", "motivi", "Scopo di lucro.")))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("Norma");
    var istanza = istanza(ricevuta);
    completa(
        esito,
        Map.of("esito", "ESCLUSA", "motivi", "Scopo di lucro.", "norma", "art. 4 dell'avviso"));

    assertThat(istanza).isEnded().hasPassed("End_DomandaEsclusa");
    assertThat(domande.ammessi(domanda(ricevuta).avvisoId(), "minori-e-famiglia")).isEmpty();
  }

  @Test
  void leOsservazioniAccoltePortanoAllAmmissione() {
    var ricevuta = presenta();
    completa(ISTRUIRE, istruttoria("NEGATIVA", "Categoria non ammessa."));
    domande.osserva(ricevuta.token(), "Siamo una cooperativa sociale.");
    esegui();
    completa(
        ESAMINARE_OSSERVAZIONI,
        Map.of("accolte", "SI", "valutazione", "È impresa sociale di diritto."));

    assertThat(modulo(compito(DEFINIRE_ESITO))).containsEntry("esito", "AMMESSA");
    completa(DEFINIRE_ESITO, Map.of("esito", "AMMESSA"));
    assertThat(domande.storia(ricevuta.domandaId()))
        .extracting(VoceStoria::fatto)
        .containsExactly(
            FattoDomanda.REGISTRATA,
            FattoDomanda.ISTRUITA,
            FattoDomanda.PREAVVISO_INVIATO,
            FattoDomanda.OSSERVAZIONI_RICEVUTE,
            FattoDomanda.OSSERVAZIONI_ESAMINATE,
            FattoDomanda.AMMESSA);
  }

  @Test
  void ilRitiroChiudeIlProcedimentoInQualunqueMomento() {
    var ricevuta = presenta();
    var istanza = istanza(ricevuta);
    completa(ISTRUIRE, istruttoria("DA_INTEGRARE", "Manca la firma."));
    domande.ritira(ricevuta.token());

    assertThat(istanza).isEnded().hasPassed("End_DomandaRitirata");
    assertThat(domanda(ricevuta).esito()).isEqualTo(EsitoDomanda.RITIRATA);
    assertThat(eventi(EsitoDomandaComunicato.class))
        .extracting(EsitoDomandaComunicato::esito)
        .containsExactly(EsitoDomanda.RITIRATA);
    assertThatThrownBy(() -> domande.ritira(ricevuta.token())).hasMessageContaining("già ritirata");
    assertThat(domande.presenta(domandaDellaCooperativa(avviso)).protocollo())
        .as("chi ha ritirato può ripresentarsi")
        .isNotEqualTo(ricevuta.protocollo());
  }

  @Test
  void ancheUnaDomandaAmmessaSiPuoRitirare() {
    var ricevuta = presenta();
    completa(ISTRUIRE, istruttoria("REGOLARE", null));
    completa(DEFINIRE_ESITO, Map.of("esito", "AMMESSA"));
    domande.ritira(ricevuta.token());

    assertThat(domande.ammessi(domanda(ricevuta).avvisoId(), "minori-e-famiglia")).isEmpty();
  }

  @Test
  void ilTermineDelProcedimentoScadutoEUnAllarmeENonFermaNulla() {
    presenta();
    vaiA("2024-10-12T23:59:58");
    assertThat(eventi(TermineProcedimentoScaduto.class)).isEmpty();
    vaiA("2024-10-13T00:00:01");

    assertThat(eventi(TermineProcedimentoScaduto.class)).hasSize(1);
    assertThat(compiti(ISTRUIRE)).hasSize(1);
  }

  @Test
  void laDomandaDoppiaERifiutataConIlPrimoProtocollo() {
    var prima = presenta();

    assertThatThrownBy(this::presenta)
        .hasMessageContaining(COOPERATIVA)
        .hasMessageContaining(prima.protocollo());
  }

  @Test
  void laDomandaTardivaRestaEVieneProposataComeConsultiva() {
    adesso("2024-10-03T00:00:01");
    var ricevuta = presenta();
    assertThat(ricevuta.tardiva()).isTrue();
    completa(ISTRUIRE, istruttoria("REGOLARE", null));

    assertThat(modulo(compito(DEFINIRE_ESITO)).get("proposta").toString())
        .contains("a titolo solo consultivo");
  }

  @Test
  void lUfficioRegistraUnaDomandaArrivataPerPec() {
    adesso("2024-10-03T09:00");
    var istanza =
        motore
            .getFormService()
            .submitStartForm(definizione(), comeDalBrowser(moduloUfficio("23:59:59")));
    esegui();

    var domanda = domande.elenco(avvisi.perNumero(avviso).orElseThrow().id()).get(0);
    assertThat(domanda.tardiva()).isFalse();
    assertThat(domanda.dati().aree()).containsExactly("inclusione-sociale", "minori-e-famiglia");
    assertThat(istanza(domanda.id()).getId()).isEqualTo(istanza.getId());
    assertThat(istanza(domanda.id()).getBusinessKey()).startsWith(piano.chiave() + "/");
    assertThat(compiti(ISTRUIRE)).hasSize(1);
  }

  @Test
  void unArrivoNelFuturoERifiutatoENienteRestaRegistrato() {
    adesso("2024-10-02T09:00");

    assertThatThrownBy(
            () ->
                motore
                    .getFormService()
                    .submitStartForm(definizione(), comeDalBrowser(moduloUfficio("10:00"))))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("Arrivo della domanda")
        .hasMessageContaining("nel futuro");
    assertThat(domande.elenco(avvisi.perNumero(avviso).orElseThrow().id())).isEmpty();
  }

  @Test
  void unIstruttoriaNegativaSenzaMotiviERifiutata() {
    presenta();

    assertThatThrownBy(() -> completa(ISTRUIRE, istruttoria("NEGATIVA", null)))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("Che cosa manca");
    assertThat(compiti(ISTRUIRE)).hasSize(1);
  }

  private RicevutaDomanda presenta() {
    var ricevuta = domande.presenta(domandaDellaCooperativa(avviso));
    esegui();
    return ricevuta;
  }

  private Domanda domanda(RicevutaDomanda ricevuta) {
    return domande.perToken(ricevuta.token()).orElseThrow();
  }

  private ProcessInstance istanza(RicevutaDomanda ricevuta) {
    return istanza(ricevuta.domandaId());
  }

  private ProcessInstance istanza(long domandaId) {
    return motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(CHIAVE)
        .variableValueEquals("domandaId", domandaId)
        .singleResult();
  }

  private String definizione() {
    return motore
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(CHIAVE)
        .latestVersion()
        .singleResult()
        .getId();
  }

  private static Map<String, Object> istruttoria(String esito, String motivi) {
    var dati = new HashMap<String, Object>();
    dati.put("canaleAmmesso", true);
    dati.put("firmata", esito.equals("REGOLARE"));
    dati.put("requisitiProvati", true);
    dati.put("categoriaAmmessa", true);
    dati.put("esito", esito);
    dati.put("motivi", motivi);
    return dati;
  }

  private Map<String, Object> moduloUfficio(String ora) {
    var dati = new HashMap<String, Object>();
    dati.put("numeroAvviso", avviso);
    dati.put("canale", "PEC");
    dati.put("giornoArrivo", "2024-10-02");
    dati.put("oraArrivo", ora);
    dati.put("denominazione", "Associazione Alta Valle");
    dati.put("formaGiuridica", "Associazione di promozione sociale");
    dati.put("codiceFiscale", COOPERATIVA);
    dati.put("sede", "Via Milano 2, Rovetta");
    dati.put("email", "alta.valle@example.org");
    dati.put("rappresentanteLegale", "Giulia Pedrini");
    dati.put("categoria", "ETS");
    dati.put("numeriAree", "3, 2");
    dati.put("referente", "Giulia Pedrini");
    dati.put("referenteEmail", "giulia@example.org");
    dati.put("impegniAccettati", true);
    dati.put("liberatoriaProprieta", true);
    dati.put("consensoPubblicazione", true);
    dati.put("informativaLetta", true);
    return dati;
  }
}
