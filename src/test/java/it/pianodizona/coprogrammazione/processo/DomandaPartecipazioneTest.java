package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.DomandaFixture.COOPERATIVA;
import static it.pianodizona.coprogrammazione.IstruttoriaFixture.controlliRegolari;
import static it.pianodizona.coprogrammazione.IstruttoriaFixture.controlliSenzaFirma;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.CHIAVE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.CONFRONTARE_DOPPIE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DEFINIRE_ESITO;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESAMINARE_INTEGRAZIONE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESAMINARE_OSSERVAZIONI;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ISTRUIRE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.VALUTARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.coprogrammazione.DomandaRegistrata;
import it.pianodizona.coprogrammazione.DomandaRitirata;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.EsitoDomandaComunicato;
import it.pianodizona.coprogrammazione.EsitoIstruttoria;
import it.pianodizona.coprogrammazione.FattoDomanda;
import it.pianodizona.coprogrammazione.IntegrazioneRichiesta;
import it.pianodizona.coprogrammazione.PreavvisoDiRigettoInviato;
import it.pianodizona.coprogrammazione.RicevutaDomanda;
import it.pianodizona.coprogrammazione.StatoDomanda;
import it.pianodizona.coprogrammazione.TermineProcedimentoScaduto;
import it.pianodizona.coprogrammazione.VoceStoria;
import it.pianodizona.motore.modulo.ModuloNonValido;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Copre("DomandaPartecipazione")
class DomandaPartecipazioneTest extends ProvaDomanda {

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

    completa(ISTRUIRE, controlliRegolari());
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
    completa(ISTRUIRE, controlliRegolari());

    assertThat(motore.getRuntimeService().getVariables(istanza(ricevuta).getId()).keySet())
        .containsExactlyInAnyOrder(
            "pianoId",
            "codiceAmbito",
            "triennio",
            "avvisoId",
            "domandaId",
            "domandaDoppia",
            "termineProcedimento",
            "daValutare",
            "esitoIstruttoria");
  }

  @Test
  void laDomandaIntegrataInTempoEAmmessaConRiservaFinoAlloScioglimento() {
    var ricevuta = presenta();
    chiediLaFirma();
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
    chiediLaFirma();
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
    chiediLaFirma();
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
    contesta("Società a scopo di lucro.");
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
    contesta("Categoria non ammessa.");
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
            FattoDomanda.VALUTATA,
            FattoDomanda.PREAVVISO_INVIATO,
            FattoDomanda.TERMINE_SPOSTATO,
            FattoDomanda.OSSERVAZIONI_RICEVUTE,
            FattoDomanda.TERMINE_SPOSTATO,
            FattoDomanda.OSSERVAZIONI_ESAMINATE,
            FattoDomanda.AMMESSA);
  }

  @Test
  void ancheUnaDomandaAmmessaSiPuoRitirare() {
    var ricevuta = presenta();
    completa(ISTRUIRE, controlliRegolari());
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
  void laDomandaTardivaRestaEVieneProposataComeConsultiva() {
    adesso("2024-10-03T00:00:01");
    var ricevuta = presenta();
    assertThat(ricevuta.tardiva()).isTrue();
    completa(ISTRUIRE, controlliRegolari());

    assertThat(modulo(compito(DEFINIRE_ESITO)).get("proposta").toString())
        .contains("a titolo solo consultivo");
  }

  @Test
  void lUfficioRegistraUnaDomandaArrivataPerPec() {
    adesso("2024-10-03T09:00");
    var istanza =
        motore
            .getFormService()
            .submitStartForm(definizione(CHIAVE), comeDalBrowser(moduloUfficio("23:59:59")));
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
                    .submitStartForm(definizione(CHIAVE), comeDalBrowser(moduloUfficio("10:00"))))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("Arrivo della domanda")
        .hasMessageContaining("nel futuro");
    assertThat(domande.elenco(avvisi.perNumero(avviso).orElseThrow().id())).isEmpty();
  }

  @Test
  void lUfficioConfermaLaPropostaEIlRichiedenteLeggeIlSuoTesto() {
    presenta();
    completa(ISTRUIRE, controlliSenzaFirma());

    var valutare = compito(VALUTARE);
    assertThat(modulo(valutare))
        .containsEntry("propostaEsito", "DA_INTEGRARE")
        .containsEntry("esito", "DA_INTEGRARE")
        .containsEntry("giorni", 7);
    assertThat(modulo(valutare).get("testo").toString())
        .contains("Manca la firma del legale rappresentante")
        .contains("art. 65, comma 1, d.lgs. 82/2005");
    assertThat(modulo(valutare).get("regole").toString())
        .contains("Da integrare: soccorso istruttorio")
        .doesNotContain("Ammissibile");
    completa(valutare, Map.of("testo", "Firmare la domanda.", "giorni", 5));

    assertThat(eventi(IntegrazioneRichiesta.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.motivi()).isEqualTo("Firmare la domanda.");
              assertThat(e.entro()).isEqualTo("2024-09-17T23:59:59+02:00[Europe/Rome]");
            });
  }

  @Test
  void scostarsiDallaPropostaSenzaMotivoERifiutato() {
    var ricevuta = presenta();
    completa(ISTRUIRE, controlliSenzaFirma());

    assertThatThrownBy(() -> completa(VALUTARE, Map.of("esito", "REGOLARE")))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("Motivo dello scostamento");
    assertThat(istruttorie.valutazione(ricevuta.domandaId())).isEmpty();
    completa(
        VALUTARE,
        Map.of("esito", "REGOLARE", "motivoScostamento", "La firma è nella PEC di trasmissione."));

    assertThat(istruttorie.valutazione(ricevuta.domandaId()))
        .hasValueSatisfying(
            v ->
                assertThat(v.motivoScostamento())
                    .isEqualTo("La firma è nella PEC di trasmissione."));
    assertThat(istruttorie.proposta(ricevuta.domandaId()))
        .as("la proposta resta agli atti")
        .hasValueSatisfying(p -> assertThat(p.esito()).isEqualTo(EsitoIstruttoria.DA_INTEGRARE));
    assertThat(modulo(compito(DEFINIRE_ESITO))).containsEntry("esito", "AMMESSA");
  }

  @Test
  void ancheUnaPropostaFavorevoleSiPuoValutareERovesciare() {
    var ricevuta = presenta();
    var controlli = controlliRegolari();
    controlli.put("valutazioneRichiesta", true);
    completa(ISTRUIRE, controlli);
    completa(
        VALUTARE,
        Map.of(
            "esito", "NEGATIVA",
            "motivoScostamento", "L'ente è in liquidazione.",
            "testo", "L'ente è in liquidazione e non può assumere impegni."));

    assertThat(domanda(ricevuta).stato()).isEqualTo(StatoDomanda.PREAVVISO_INVIATO);
    assertThat(eventi(PreavvisoDiRigettoInviato.class))
        .singleElement()
        .satisfies(e -> assertThat(e.motivi()).contains("in liquidazione"));
  }

  @Test
  void lIscrizioneInCorsoAlRuntsPortaAllAmmissioneConRiservaPoiSciolta() {
    var ricevuta = presenta();
    var controlli = controlliRegolari();
    controlli.put("runtsEsito", "IN_CORSO");
    completa(ISTRUIRE, controlli);
    var esito = compito(DEFINIRE_ESITO);
    assertThat(modulo(esito)).containsEntry("esito", "CON_RISERVA");
    assertThat(modulo(esito).get("motivi").toString()).contains("ancora in corso");
    completa(esito, Map.of("esito", "CON_RISERVA"));

    assertThat(domanda(ricevuta).situazione()).startsWith("ammessa con riserva");
    completa(
        DEFINIRE_ESITO, Map.of("esito", "AMMESSA", "motivi", "Iscritta il 20/09/2024, n. 12345."));
    assertThat(domanda(ricevuta).esito()).isEqualTo(EsitoDomanda.AMMESSA);
  }

  @Test
  void decidereDiversamenteDaQuantoPropostoVuoleUnMotivo() {
    presenta();
    contesta("Categoria non ammessa.");
    vaiA("2024-09-24T08:00");

    assertThatThrownBy(() -> completa(DEFINIRE_ESITO, vuoti("esito", "AMMESSA", "motivi", null)))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("l'istruttoria propone «esclusa»");
    completa(
        DEFINIRE_ESITO,
        Map.of("esito", "AMMESSA", "motivi", "È un ente religioso civilmente riconosciuto."));
  }

  @Test
  void nonSiEscludeSenzaPreavvisoESiRinviaAllUfficio() {
    var ricevuta = presenta();
    completa(ISTRUIRE, controlliRegolari());
    assertThatThrownBy(
            () ->
                completa(
                    DEFINIRE_ESITO,
                    Map.of("esito", "ESCLUSA", "motivi", "Non idonea.", "norma", "avviso")))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("prima di escludere serve il preavviso");
    assertThatThrownBy(() -> completa(DEFINIRE_ESITO, vuoti("esito", "RINVIATA", "motivi", null)))
        .hasMessageContaining("Motivi");
    completa(
        DEFINIRE_ESITO, Map.of("esito", "RINVIATA", "motivi", "Verificare meglio lo statuto."));

    var istruire = compito(ISTRUIRE);
    assertThat(modulo(istruire))
        .containsEntry("rinvio", "Verificare meglio lo statuto.")
        .containsEntry("firma", "DIGITALE")
        .containsEntry("runtsVerificato", "2024-09-12");
    contesta("Lo statuto prevede la distribuzione di utili.");
    assertThat(domanda(ricevuta).stato()).isEqualTo(StatoDomanda.PREAVVISO_INVIATO);
    vaiA("2024-09-24T08:00");
    completa(DEFINIRE_ESITO, Map.of("esito", "ESCLUSA", "norma", "art. 4 dell'avviso"));
    assertThat(domanda(ricevuta).esito()).isEqualTo(EsitoDomanda.ESCLUSA);
  }

  @Test
  void senzaPreavvisoAttivoLaDomandaNegativaPassaSubitoAChiDecide() {
    senzaPreavviso();
    var ricevuta = presenta();
    chiediLaFirma();
    vaiA("2024-09-20T00:01");

    assertThat(eventi(PreavvisoDiRigettoInviato.class)).isEmpty();
    assertThat(modulo(compito(DEFINIRE_ESITO)))
        .containsEntry("esito", "ESCLUSA")
        .hasEntrySatisfying(
            "motivi", m -> assertThat(m.toString()).startsWith("Integrazione non pervenuta"));
    completa(DEFINIRE_ESITO, Map.of("esito", "ESCLUSA", "norma", "art. 4 dell'avviso"));
    assertThat(domanda(ricevuta).esito()).isEqualTo(EsitoDomanda.ESCLUSA);
    assertThat(domande.storia(ricevuta.domandaId()))
        .extracting(VoceStoria::fatto)
        .contains(FattoDomanda.PREAVVISO_OMESSO);
  }

  @Test
  void leOsservazioniRespintePropongonoLEsclusione() {
    var ricevuta = presenta();
    contesta("Categoria non ammessa.");
    domande.osserva(ricevuta.token(), "Non siamo d'accordo.");
    esegui();
    completa(
        ESAMINARE_OSSERVAZIONI,
        Map.of("accolte", "NO", "valutazione", "Non superano i motivi comunicati."));

    assertThat(modulo(compito(DEFINIRE_ESITO)))
        .containsEntry("esito", "ESCLUSA")
        .containsEntry("motivi", "Non superano i motivi comunicati.");
  }

  @Test
  void diDueDomandeDelloStessoEnteLUfficioTieneLaPrima() {
    var prima = presenta();
    var seconda = presentaDiNuovo();
    var istanzaSeconda = istanza(seconda);
    assertThat(istanzaSeconda).isWaitingAt(CONFRONTARE_DOPPIE);
    completa(CONFRONTARE_DOPPIE, Map.of("resta", "PRECEDENTE", "motivi", "La seconda è identica."));

    assertThat(istanzaSeconda).isEnded().hasPassed("End_DomandaNonTenuta", "End_DomandaAssorbita");
    assertThat(istanza(prima)).isWaitingAt(ISTRUIRE);
    assertThat(domanda(seconda).esito()).isEqualTo(EsitoDomanda.ASSORBITA);
  }

  @Test
  void diDueDomandeDelloStessoEnteLUfficioTieneLaSeconda() {
    var prima = presenta();
    chiediLaFirma();
    var istanzaPrima = istanza(prima);
    var seconda = presentaDiNuovo();
    completa(CONFRONTARE_DOPPIE, Map.of("resta", "NUOVA", "motivi", "La seconda è firmata."));

    assertThat(istanzaPrima).isEnded().hasPassed("Message_DomandaAssorbita");
    assertThat(istanza(seconda)).isWaitingAt(ISTRUIRE);
    assertThat(domanda(prima).situazione()).contains("assorbita");
    assertThatThrownBy(() -> domande.integra(prima.token(), "Firma."))
        .hasMessageContaining("non sono attese integrazioni");
  }

  /** Every place where a procedure waits for somebody or something. */
  enum Attesa {
    CONFRONTO,
    ISTRUTTORIA,
    VALUTAZIONE,
    INTEGRAZIONE,
    ESAME_INTEGRAZIONE,
    OSSERVAZIONI,
    ESAME_OSSERVAZIONI,
    ESITO,
    RISERVA
  }

  @ParameterizedTest
  @EnumSource
  void ilRitiroChiudeIlProcedimentoInQualunqueMomento(Attesa attesa) {
    var ricevuta = fermaA(attesa);
    var istanza = istanza(ricevuta);
    assertThat(istanza).isNotEnded();
    domande.ritira(ricevuta.token());

    assertThat(istanza).isEnded().hasPassed("End_DomandaRitirata");
    assertThat(domanda(ricevuta).esito()).isEqualTo(EsitoDomanda.RITIRATA);
    assertThat(eventi(EsitoDomandaComunicato.class))
        .last()
        .satisfies(e -> assertThat(e.esito()).isEqualTo(EsitoDomanda.RITIRATA));
    assertThat(eventi(DomandaRitirata.class))
        .singleElement()
        .satisfies(e -> assertThat(e.protocollo()).isEqualTo(ricevuta.protocollo()));
    assertThatThrownBy(() -> domande.ritira(ricevuta.token())).hasMessageContaining("già ritirata");
  }

  @Test
  void chiHaRitiratoPuoRipresentarsi() {
    var ricevuta = presenta();
    domande.ritira(ricevuta.token());

    assertThat(presenta().protocollo()).isNotEqualTo(ricevuta.protocollo());
    assertThat(compiti(CONFRONTARE_DOPPIE)).isEmpty();
  }

  private RicevutaDomanda fermaA(Attesa attesa) {
    var ricevuta = presenta();
    switch (attesa) {
      case CONFRONTO -> {
        return presentaDiNuovo();
      }
      case ISTRUTTORIA -> assertThat(compiti(ISTRUIRE)).hasSize(1);
      case VALUTAZIONE -> completa(ISTRUIRE, controlliSenzaFirma());
      case INTEGRAZIONE -> chiediLaFirma();
      case ESAME_INTEGRAZIONE -> {
        chiediLaFirma();
        domande.integra(ricevuta.token(), "Ecco la firma.");
      }
      case OSSERVAZIONI -> contesta("Categoria non ammessa.");
      case ESAME_OSSERVAZIONI -> {
        contesta("Categoria non ammessa.");
        domande.osserva(ricevuta.token(), "Siamo una cooperativa sociale.");
      }
      case ESITO -> completa(ISTRUIRE, controlliRegolari());
      case RISERVA -> {
        completa(ISTRUIRE, controlliRegolari());
        completa(DEFINIRE_ESITO, Map.of("esito", "CON_RISERVA", "motivi", "Manca la visura."));
      }
    }
    esegui();
    return ricevuta;
  }

  private static Map<String, Object> vuoti(Object... coppie) {
    var dati = new HashMap<String, Object>();
    for (int i = 0; i < coppie.length; i += 2) {
      dati.put((String) coppie[i], coppie[i + 1]);
    }
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
