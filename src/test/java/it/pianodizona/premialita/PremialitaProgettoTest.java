package it.pianodizona.premialita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.libro.Movimento;
import it.pianodizona.premialita.libro.TipoMovimento;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Copre({"PremialitaProgetto", "CompletamentoSchemaPremialita", "RecuperoPremialita"})
class PremialitaProgettoTest extends ProvaDiPremialita {

  private static final String COMPILARE = "UserTask_CompilareSchedaProgetto";
  private static final String VALUTARE = "UserTask_ValutareProgetto";
  private static final String ACCONTO = "UserTask_LiquidareAcconto";
  private static final String RENDICONTARE = "UserTask_RendicontareProgetto";
  private static final String ESITO_FINALE = "UserTask_ValutareEsitoFinale";
  private static final String SALDO = "UserTask_LiquidareSaldo";
  private static final String RECUPERO = "UserTask_DisporreRecupero";
  private static final String SANARE_ACCONTO = "UserTask_SanareDebitiAcconto";

  private static final LocalDate OGGI = LocalDate.of(2024, 9, 12);

  @Autowired private DebitiInformativi debiti;

  private final List<ProcessInstance> istanze = new ArrayList<>();

  @Test
  void treObiettiviValidiPortanoNovantamilaEuroDallaSchedaAlSaldo() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 3);
    compilaTutti();

    valuta("Progetto 3", "POSITIVO");
    valuta("Progetto 1", "POSITIVO");
    assertThat(compiti(ACCONTO)).as("si aspetta l'ultima valutazione").isEmpty();
    valuta("Progetto 2", "POSITIVO");

    assertThat(compiti(ACCONTO)).hasSize(3);
    assertThat(modulo(compito(ACCONTO, "Progetto 3")))
        .containsEntry("importoAcconto", "4.000,00 €")
        .containsEntry("importoSaldo", "16.000,00 €")
        .containsEntry("beneficiario", "Comune di Clusone");
    assertThat(modulo(compito(ACCONTO, "Progetto 2")))
        .containsEntry("importoTotale", "50.000,00 €")
        .containsEntry("importoAcconto", "10.000,00 €");

    for (var titolo : List.of("Progetto 1", "Progetto 2", "Progetto 3")) {
      completa(compito(ACCONTO, titolo), decreto("100"));
      completa(compito(RENDICONTARE, titolo), relazione());
      completa(compito(ESITO_FINALE, titolo), esito("POSITIVO"));
      completa(compito(SALDO, titolo), decreto("200"));
    }

    istanze.forEach(istanza -> assertThat(istanza).isEnded().hasPassed("End_PremialitaSaldata"));
    assertThat(premialita.movimenti(piano.pianoId()))
        .hasSize(6)
        .extracting(Movimento::beneficiario)
        .containsOnly("Comune di Clusone");
    var riepilogo = premialita.riepilogo(piano.pianoId());
    assertThat(riepilogo.assegnata()).isEqualTo(Denaro.euro(90000));
    assertThat(riepilogo.liquidata()).isEqualTo(Denaro.euro(90000));
    assertThat(riepilogo.residua()).isEqualTo(Denaro.ZERO);
    assertThat(eventi(PremialitaLiquidata.class))
        .filteredOn(e -> e.titolo().equals("Progetto 2"))
        .extracting(PremialitaLiquidata::tipo, PremialitaLiquidata::importo)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TipoMovimento.ACCONTO, Denaro.euro(10000)),
            org.assertj.core.groups.Tuple.tuple(TipoMovimento.SALDO, Denaro.euro(40000)));
    assertThat(eventi(PremialitaNonRiconosciuta.class)).isEmpty();
  }

  @Test
  void conUnSoloObiettivoValidoNessunProgettoHaPremialitaESaPerche() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 2);
    compilaTutti();

    valuta("Progetto 1", "POSITIVO");
    valuta("Progetto 2", "NEGATIVO");

    istanze.forEach(
        istanza -> assertThat(istanza).isEnded().hasPassed("End_ProgettoSenzaPremialita"));
    assertThat(eventi(PremialitaNonRiconosciuta.class))
        .extracting(PremialitaNonRiconosciuta::titolo, PremialitaNonRiconosciuta::motivi)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Progetto 1",
                "Nel Piano è valido un solo obiettivo sovrazonale: ne servono almeno due"),
            org.assertj.core.groups.Tuple.tuple(
                "Progetto 2",
                "Valutazione negativa del gruppo tecnico regionale: Motivazione del gruppo"));
    assertThat(premialita.riepilogo(piano.pianoId()).assegnata()).isEqualTo(Denaro.ZERO);
  }

  @Test
  void conEsitoFinaleNegativoIlSaldoNonSpettaELAccontoSiRecupera() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 2);
    compilaTutti();
    valuta("Progetto 1", "POSITIVO");
    valuta("Progetto 2", "POSITIVO");

    completa(compito(ACCONTO, "Progetto 1"), decreto("100"));
    completa(compito(RENDICONTARE, "Progetto 1"), relazione());
    completa(compito(ESITO_FINALE, "Progetto 1"), esito("NEGATIVO"));

    assertThat(eventi(PremialitaNonRiconosciuta.class))
        .singleElement()
        .satisfies(e -> assertThat(e.motivi()).startsWith("Saldo non dovuto"));
    var riepilogo = premialita.riepilogo(piano.pianoId());
    assertThat(riepilogo.assegnata()).isEqualTo(Denaro.euro(20000));
    assertThat(riepilogo.liquidata()).isEqualTo(Denaro.euro(4000));
    assertThat(riepilogo.residua()).as("quattromila da recuperare").isEqualTo(Denaro.euro(16000));
    assertThat(modulo(compito(RECUPERO)))
        .containsEntry("daRecuperare", "4.000,00 €")
        .containsEntry("beneficiario", "Comune di Clusone");

    completa(compito(RECUPERO, "Progetto 1"), decreto("REC 7"));

    assertThat(istanze.get(0)).isEnded().hasPassed("End_SommeRecuperate");
    assertThat(eventi(RecuperoDisposto.class))
        .singleElement()
        .satisfies(e -> assertThat(e.importo()).isEqualTo(Denaro.euro(4000)));
    assertThat(premialita.movimenti(piano.pianoId()))
        .extracting(Movimento::tipo, Movimento::uscita)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TipoMovimento.ACCONTO, Denaro.euro(4000)),
            org.assertj.core.groups.Tuple.tuple(TipoMovimento.RECUPERO, Denaro.euro(-4000)));
    assertThat(premialita.riepilogo(piano.pianoId()).liquidata()).isEqualTo(Denaro.ZERO);
    assertThat(premialita.riepilogo(piano.pianoId()).residua()).isEqualTo(Denaro.euro(20000));
  }

  @Test
  void unFlussoInRitardoBloccaAccontoESaldoFincheNonEAcquisito() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    unFlussoInRitardo(piano, "bando 1", "2024-09-13");
    seguiProgetti(piano, 2);
    compilaTutti();
    valuta("Progetto 1", "POSITIVO");
    valuta("Progetto 2", "POSITIVO");

    assertThat(compiti(ACCONTO)).isEmpty();
    var sanare = compito(SANARE_ACCONTO, "Progetto 1");
    assertThat(modulo(sanare))
        .containsEntry("pagamento", "l'acconto")
        .extractingByKey("motivi")
        .asString()
        .contains("bando 1", "13/09/2024");
    completa(sanare, Map.of());
    assertThat(compiti(SANARE_ACCONTO)).as("finché manca, il compito ritorna").hasSize(2);
    assertThat(compiti(ACCONTO)).isEmpty();
    assertThat(eventi(PagamentoBloccato.class))
        .hasSize(3)
        .allSatisfy(
            evento ->
                assertThat(evento.motivi())
                    .singleElement()
                    .asString()
                    .contains("Fondo nazionale famiglia", "bando 1", "13/09/2024"));

    acquisisceIlFlusso();
    assertThat(compiti(SANARE_ACCONTO)).isEmpty();
    assertThat(compiti(ACCONTO)).hasSize(2);
    unFlussoInRitardo(piano, "bando 2", "2024-09-20");
    assertThatThrownBy(() -> completa(compito(ACCONTO, "Progetto 1"), decreto("100")))
        .hasMessageContaining("non si può pagare nulla")
        .hasMessageContaining("bando 2");
    assertThat(premialita.movimenti(piano.pianoId())).isEmpty();

    acquisisceIlFlusso();
    completa(compito(ACCONTO, "Progetto 1"), decreto("100"));
    completa(compito(RENDICONTARE, "Progetto 1"), relazione());
    unFlussoInRitardo(piano, "bando 3", "2024-09-30");
    completa(compito(ESITO_FINALE, "Progetto 1"), esito("POSITIVO"));
    assertThat(compiti(SALDO)).isEmpty();
    acquisisceIlFlusso();
    completa(compito(SALDO, "Progetto 1"), decreto("200"));
    assertThat(istanze.get(0)).isEnded().hasPassed("End_PremialitaSaldata");
  }

  @Test
  void unObiettivoRaggiuntoInParteRiduceIlSaldo() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    fondiFinoAllaRelazione(piano);
    completa(compito(ESITO_FINALE, "Progetto 1"), parziale(60));

    assertThat(modulo(compito(SALDO, "Progetto 1")))
        .containsEntry("importoTotale", "12.000,00 €")
        .containsEntry("importoSaldo", "8.000,00 €");
    completa(compito(SALDO, "Progetto 1"), decreto("200"));
    assertThat(istanze.get(0)).isEnded().hasPassed("End_PremialitaSaldata");
    assertThat(premialita.progetti(piano.pianoId()).get(0).liquidata())
        .isEqualTo(Denaro.euro(12000));
    assertThat(eventi(PremialitaRideterminata.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.prima()).isEqualTo(Denaro.euro(20000));
              assertThat(e.dopo()).isEqualTo(Denaro.euro(12000));
              assertThat(e.residua()).isEqualTo(Denaro.euro(8000));
            });
  }

  @Test
  void unObiettivoRaggiuntoPerQuantoValeLAccontoChiudeSenzaSaldo() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    fondiFinoAllaRelazione(piano);

    completa(compito(ESITO_FINALE, "Progetto 1"), parziale(20));

    assertThat(istanze.get(0)).isEnded().hasPassed("End_SaldoNonDovuto");
    assertThat(premialita.progetti(piano.pianoId()).get(0).residua()).isEqualTo(Denaro.ZERO);
  }

  @Test
  void unObiettivoRaggiuntoPerMenoDellAccontoFaRecuperareLaDifferenza() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    fondiFinoAllaRelazione(piano);
    assertThatThrownBy(
            () ->
                completa(
                    compito(ESITO_FINALE, "Progetto 1"),
                    Map.of("esito", "PARZIALE", "giudizio", "Motivazione del gruppo")))
        .hasMessageContaining("Parte dell'obiettivo raggiunta");

    completa(compito(ESITO_FINALE, "Progetto 1"), parziale(5));

    assertThat(modulo(compito(RECUPERO)))
        .containsEntry("daRecuperare", "3.000,00 €")
        .containsEntry("dovuta", "1.000,00 €");
    completa(RECUPERO, decreto("REC 8"));
    assertThat(istanze.get(0)).isEnded();
    assertThat(premialita.progetti(piano.pianoId()).get(0).liquidata())
        .isEqualTo(Denaro.euro(1000));
  }

  @Test
  void seIlPagamentoSiStornaNessunoChiedePiuDiRecuperarlo() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    fondiFinoAllaRelazione(piano);
    completa(compito(ESITO_FINALE, "Progetto 1"), parziale(5));
    assertThat(compiti(RECUPERO)).hasSize(1);
    var recupero =
        motore
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey("RecuperoPremialita")
            .singleResult();

    storna(piano);
    esegui();

    assertThat(compiti(RECUPERO)).isEmpty();
    assertThat(recupero).isEnded().hasPassed("End_NullaDaRecuperare");
    assertThat(istanze.get(0)).isEnded();
    assertThat(premialita.progetti(piano.pianoId()).get(0).residua()).isEqualTo(Denaro.euro(1000));
  }

  @Test
  void loStornoDellAccontoSiVedeNelModuloDelSaldoCheLoPaga() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    fondiFinoAllaRelazione(piano);
    completa(compito(ESITO_FINALE, "Progetto 1"), parziale(60));
    assertThat(modulo(compito(SALDO))).containsEntry("importoSaldo", "8.000,00 €");

    var acconto = storna(piano);
    assertThat(modulo(compito(SALDO))).containsEntry("importoSaldo", "12.000,00 €");
    pagamenti.ripeti(acconto.id(), new AttoDiLiquidazione("103", OGGI), "regione");
    assertThat(modulo(compito(SALDO))).containsEntry("importoSaldo", "8.000,00 €");

    completa(compito(SALDO), decreto("200"));
    assertThat(premialita.progetti(piano.pianoId()).get(0).liquidata())
        .isEqualTo(Denaro.euro(12000));
  }

  /** Reverses the first payment, which nobody received. */
  private Movimento storna(RiferimentoPiano piano) {
    var pagamento = premialita.movimenti(piano.pianoId()).get(0);
    pagamenti.storna(
        pagamento.id(),
        new AttoDiLiquidazione("102", OGGI),
        "Mai eseguito dalla tesoreria",
        false,
        "regione");
    return pagamento;
  }

  private void fondiFinoAllaRelazione(RiferimentoPiano piano) {
    seguiProgetti(piano, 2);
    compilaTutti();
    valuta("Progetto 1", "POSITIVO");
    valuta("Progetto 2", "POSITIVO");
    completa(compito(ACCONTO, "Progetto 1"), decreto("100"));
    completa(compito(RENDICONTARE, "Progetto 1"), relazione());
  }

  private static Map<String, Object> parziale(int percentuale) {
    return Map.of(
        "esito", "PARZIALE", "percentuale", percentuale, "giudizio", "Motivazione del gruppo");
  }

  @Test
  void ilPartnerSceglieDalModuloLoStessoProgettoGiaPresentato() {
    var piano = piano("2021-2023");
    seguiProgetti(piano, 1);
    compilaTutti();
    var albino = piani.avvia(piano.triennio(), List.of(ALBINO)).get(0);
    seguiProgetti(albino, 1);
    var compito = compito(COMPILARE);
    assertThat(modulo(compito).get("progettiComuni").toString())
        .contains("Progetto 1 (Valle Seriana Superiore");
    var dati =
        con(
            scheda(),
            "progettoComune",
            String.valueOf(premialita.progetti(piano.pianoId()).get(0).id()));
    assertThatThrownBy(() -> completa(compito, con(dati, "progettoComune", "999999")))
        .hasMessageContaining("non ammette «999999»");
    dati.remove("partner");

    completa(compito, dati);

    assertThat(premialita.progetti(albino.pianoId()).get(0).partnerAttuali())
        .containsExactly(AMBITO);
    assertThat(compiti(VALUTARE))
        .filteredOn(c -> modulo(c).get("nomiPartner").toString().contains("stesso progetto"))
        .hasSize(1);
  }

  @Test
  void chiRecedePrimaDellaValutazioneMancaAlGruppoTecnicoCheLoVede() {
    var piano = piano("2021-2023");
    seguiProgetti(piano, 1);
    compilaTutti();
    assertThat(modulo(compito(VALUTARE))).containsEntry("motiviSegnalati", "");

    recede(piano, "Progetto 1", ALBINO);

    assertThat(modulo(compito(VALUTARE)))
        .containsEntry("nomiPartner", "Albino Valle Seriana (receduto)")
        .containsEntry(
            "motiviSegnalati",
            "partecipa un solo Ambito e ne servono almeno due dello stesso Distretto");
    assertThatThrownBy(() -> valuta("Progetto 1", "POSITIVO"))
        .hasMessageContaining("partecipa un solo Ambito");
    assertThat(eventi(AmbitoReceduto.class))
        .singleElement()
        .satisfies(e -> assertThat(e.conseguenza()).contains("sarà valutato con loro"));
  }

  @Test
  void chiRecedePrimaDellAccontoFermaIlProgettoELaSuaQuotaPassaAlProssimo() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 4);
    compilaTutti();
    List.of("Progetto 1", "Progetto 2", "Progetto 3", "Progetto 4")
        .forEach(titolo -> valuta(titolo, "POSITIVO"));
    assertThat(istanze.get(3)).isEnded().hasPassed("End_ProgettoSenzaPremialita");

    recede(piano, "Progetto 1", ALBINO);

    assertThat(istanze.get(0)).isEnded().hasPassed("End_RevocaSenzaRecupero");
    assertThat(modulo(compito(ACCONTO, "Progetto 4")))
        .containsEntry("importoTotale", "20.000,00 €");
    assertThat(modulo(compito(ACCONTO, "Progetto 3")))
        .as("chi porta la premialità unica la conserva")
        .containsEntry("importoTotale", "50.000,00 €");
    assertThat(premialita.riepilogo(piano.pianoId()).assegnata()).isEqualTo(Denaro.euro(90000));
    assertThat(eventi(PremialitaNonRiconosciuta.class))
        .extracting(PremialitaNonRiconosciuta::titolo)
        .containsExactly("Progetto 4", "Progetto 1");
    completa(compito(ACCONTO, "Progetto 4"), decreto("100"));
    assertThat(compiti(RENDICONTARE)).hasSize(1);
  }

  @Test
  void chiRecedeDopoLAccontoFaRecuperareQuantoPagato() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 3);
    compilaTutti();
    List.of("Progetto 1", "Progetto 2", "Progetto 3").forEach(titolo -> valuta(titolo, "POSITIVO"));
    completa(compito(ACCONTO, "Progetto 3"), decreto("100"));

    recede(piano, "Progetto 3", ALBINO);

    assertThat(modulo(compito(RECUPERO))).containsEntry("daRecuperare", "10.000,00 €");
    var riepilogo = premialita.riepilogo(piano.pianoId());
    assertThat(riepilogo.assegnata()).as("restano due obiettivi").isEqualTo(Denaro.euro(40000));
    assertThat(riepilogo.residua()).isEqualTo(Denaro.euro(30000));
    completa(RECUPERO, decreto("REC 9"));
    assertThat(istanze.get(2)).isEnded().hasPassed("End_RevocaConRecupero");
    assertThat(premialita.riepilogo(piano.pianoId()).liquidata()).isEqualTo(Denaro.ZERO);
    assertThat(premialita.riepilogo(piano.pianoId()).residua()).isEqualTo(Denaro.euro(40000));
  }

  private void recede(RiferimentoPiano piano, String titolo, String codiceAmbito) {
    var progetto =
        premialita.progetti(piano.pianoId()).stream()
            .filter(p -> p.titolo().equals(titolo))
            .findFirst()
            .orElseThrow();
    recessi.recede(
        progetto.id(),
        new Recesso(codiceAmbito, "delibera 3", adesso().toLocalDate(), "Mancano le risorse"),
        "udp");
    esegui();
  }

  private void unFlussoInRitardo(RiferimentoPiano piano, String bando, String termine) {
    avviaDalModulo(
        "RiaperturaFlusso",
        Map.of(
            "codiceTriennio",
            piano.triennio(),
            "flusso",
            "FN_FAMIGLIA",
            "periodo",
            piano.pianoId() + " " + bando,
            "nuovoTermine",
            termine,
            "numeroAtto",
            "DGR 77",
            "dataAtto",
            "2024-09-10"));
    vaiA(termine + "T23:59");
    vaiA(LocalDate.parse(termine).plusDays(1) + "T09:00");
  }

  private void acquisisceIlFlusso() {
    var inviare = compito("UserTask_InviareFlusso");
    long debitoId = (Long) motore.getTaskService().getVariable(inviare.getId(), "debitoId");
    assertThat(
            debiti.carica(
                debitoId,
                "famiglia.csv",
                "intervento;famiglie;importo\nCentro;12;100\n".getBytes(StandardCharsets.UTF_8),
                "udp"))
        .isEmpty();
    completa(inviare, Map.of("protocollo", "0000001/2024"));
    completa("UserTask_ValidareFlusso", Map.of("esito", "VALIDO"));
  }

  @Test
  void laRendicontazioneInRitardoVieneSegnalataERestaPossibile() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 2);
    compilaTutti();
    valuta("Progetto 1", "POSITIVO");
    valuta("Progetto 2", "POSITIVO");
    completa(compito(ACCONTO, "Progetto 1"), decreto("100"));
    var fine = piani.triennio(piano.triennio()).fine();
    assertThat(compito(RENDICONTARE).getDueDate()).isEqualTo(fine + "T23:59:59");

    vaiA(fine + "T23:59");
    assertThat(eventi(RendicontazioneInRitardo.class)).isEmpty();
    vaiA(fine.plusDays(1) + "T00:01");

    assertThat(eventi(RendicontazioneInRitardo.class))
        .singleElement()
        .satisfies(e -> assertThat(e.titolo()).isEqualTo("Progetto 1"));
    assertThat(istanze.get(0)).hasPassed("End_RitardoSegnalato");
    completa(RENDICONTARE, relazione());
    assertThat(compiti(ESITO_FINALE)).hasSize(1);
  }

  @Test
  void nel2018LaPremialitaSegueLObiettivoStrategicoELaDataDellAccordo() {
    adesso("2018-06-30T10:00");
    var piano = piano("2018-2020");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 2);
    completa(compito(COMPILARE, "Progetto 1"), scheda2018("OS1"));
    completa(compito(COMPILARE, "Progetto 2"), scheda2018("OS3"));

    valuta2018("Progetto 1");
    valuta2018("Progetto 2");

    assertThat(modulo(compito(ACCONTO, "Progetto 1")))
        .containsEntry("importoTotale", "15.000,00 €")
        .containsEntry("importoAcconto", "7.500,00 €");
    assertThat(modulo(compito(ACCONTO, "Progetto 2")))
        .containsEntry("importoAcconto", "2.500,00 €");
    assertThat(premialita.riepilogo(piano.pianoId()).primoLivello()).isEqualTo(Denaro.euro(30000));
  }

  @Test
  void nel2018LAccordoFirmatoTroppoTardiAzzeraTutto() {
    adesso("2020-01-01T10:00");
    var piano = piano("2018-2020");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 1);
    completa(compito(COMPILARE, "Progetto 1"), scheda2018("OS1"));

    valuta2018("Progetto 1");

    assertThat(istanze.get(0)).isEnded().hasPassed("End_ProgettoSenzaPremialita");
    assertThat(eventi(PremialitaNonRiconosciuta.class))
        .singleElement()
        .satisfies(e -> assertThat(e.motivi()).contains("primo livello"));
  }

  @Test
  void nel2025NonSiPagaFinoAllAttoRegionaleEPoiSi() {
    var piano = piano("2025-2027");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 1);
    compilaTutti();
    valuta("Progetto 1", "POSITIVO");

    assertThat(modulo(compito(ACCONTO)))
        .containsEntry("importoAcconto", "da completare")
        .containsEntry("importiDaCompletare", true);
    assertThatThrownBy(() -> completa(ACCONTO, decreto("100")))
        .hasMessageContaining("sono da completare")
        .hasMessageContaining("Completamento dello schema di premialità");
    assertThat(compiti(ACCONTO)).hasSize(1);
    assertThat(premialita.movimenti(piano.pianoId())).isEmpty();

    completaSchema(piano.triennio(), 33333.33, 33);

    assertThat(modulo(compito(ACCONTO)))
        .containsEntry("importoTotale", "33.333,33 €")
        .containsEntry("importoAcconto", "11.000,00 €")
        .containsEntry("importoSaldo", "22.333,33 €")
        .containsEntry("importiDaCompletare", false);
    completa(ACCONTO, decreto("100"));
    completa(RENDICONTARE, relazione());
    completa(ESITO_FINALE, esito("POSITIVO"));
    completa(SALDO, decreto("200"));
    assertThat(premialita.riepilogo(piano.pianoId()).liquidata())
        .isEqualTo(Denaro.euro("33333.33"));
  }

  @Test
  void laRegioneCompletaLoSchemaConISuoiSoliPermessi() {
    var piano = piano("2025-2027");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 1);
    compilaTutti();
    valuta("Progetto 1", "POSITIVO");

    motore.getIdentityService().setAuthentication("regione", List.of("regione"), List.of());
    try {
      avviaCompletamento(piano.triennio(), 10000, 50);
    } finally {
      motore.getIdentityService().clearAuthentication();
    }
    esegui();

    assertThat(modulo(compito(ACCONTO))).containsEntry("importoAcconto", "5.000,00 €");
  }

  @Test
  void unAttoSuccessivoNonToccaIlProgettoGiaPagato() {
    var piano = piano("2025-2027");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 2);
    compilaTutti();
    valuta("Progetto 1", "POSITIVO");
    valuta("Progetto 2", "POSITIVO");
    completaSchema(piano.triennio(), 10000, 50);
    completa(compito(ACCONTO, "Progetto 1"), decreto("100"));

    completaSchema(piano.triennio(), 8000, 25);

    var progetti = premialita.progetti(piano.pianoId());
    assertThat(progetti.get(0).assegnata()).isEqualTo(Denaro.euro(10000));
    assertThat(progetti.get(1).assegnata()).isEqualTo(Denaro.euro(8000));
    assertThat(modulo(compito(ACCONTO, "Progetto 2")))
        .containsEntry("importoAcconto", "2.000,00 €");
  }

  @Test
  void soloUnTriennioDaCompletareSiCompleta() {
    var conImporti = piano("2021-2023");

    assertThatThrownBy(() -> completaSchema(conImporti.triennio(), 10000, 50))
        .hasMessageContaining("Triennio")
        .hasMessageContaining("importi da completare");
    assertThatThrownBy(() -> completaSchema("2001-2003", 10000, 50))
        .hasMessageContaining("un triennio avviato");
    assertThatThrownBy(() -> completaSchema(conImporti.triennio(), -1, 50))
        .hasMessageContaining("«Importo per progetto (euro)» deve essere almeno 1");
  }

  @Test
  void senzaAccordoTrasmessoLAccontoAspetta() {
    var piano = piano("2021-2023");
    seguiProgetti(piano, 2);
    compilaTutti();
    valuta("Progetto 1", "POSITIVO");
    valuta("Progetto 2", "POSITIVO");

    assertThatThrownBy(() -> completa(compito(ACCONTO, "Progetto 1"), decreto("100")))
        .hasMessageContaining("non è ancora stato trasmesso dalla ATS");

    trasmetteAccordo(piano);
    completa(compito(ACCONTO, "Progetto 1"), decreto("100"));
    assertThat(premialita.movimenti(piano.pianoId())).hasSize(1);
  }

  @Test
  void unProgettoSenzaRequisitiNonSiValutaPositivamente() {
    var piano = piano("2021-2023");
    seguiProgetti(piano, 1);
    completa(COMPILARE, con(scheda(), "partner", List.of()));
    assertThat(modulo(compito(VALUTARE)).get("motiviSegnalati").toString())
        .contains("partecipa un solo Ambito");

    assertThatThrownBy(
            () ->
                completa(
                    VALUTARE,
                    con(
                        conPunti(esito("POSITIVO"), OTTIMI),
                        "requisiti",
                        List.of("INNOVATIVO", "TRASVERSALE"))))
        .hasMessageContaining("almeno due dello stesso Distretto")
        .hasMessageContaining("ASST")
        .hasMessageContaining("dare esito negativo");
    assertThat(compiti(VALUTARE)).hasSize(1);
  }

  @Test
  void laSchedaSiApreConQuelloCheDiceIlDocumentoERifiutaCioCheNonSta() {
    var piano = piano("2021-2023");
    seguiProgetti(piano, 1);

    var compito = compito(COMPILARE);
    assertThat(compito.getName()).isEqualTo("Compilare scheda progetto – Progetto 1");
    assertThat(modulo(compito))
        .containsEntry("macroarea", "E")
        .containsEntry("budget", 60000.5)
        .containsEntry("continuita", "NUOVO");
    assertThat(modulo(compito).get("ambitiDelDistretto").toString())
        .contains(ALBINO)
        .doesNotContain("\"" + AMBITO + "\"");
    assertThatThrownBy(() -> completa(COMPILARE, con(scheda(), "partner", List.of("50001"))))
        .hasMessageContaining("non ammette «50001»");
    assertThatThrownBy(() -> completa(COMPILARE, con(scheda(), "budget", -1)))
        .hasMessageContaining("deve essere almeno 0");
    assertThatThrownBy(
            () -> completa(COMPILARE, con(scheda(), "descrizione", "<script>alert(1)</script>")))
        .hasMessageContaining("«Descrizione del progetto»");
    assertThatThrownBy(() -> completa(COMPILARE, con(scheda(), "importoTotale", 90000)))
        .hasMessageContaining("campo sconosciuto");
    assertThatThrownBy(() -> completa(COMPILARE, con(scheda(), "continuita", "EVOLUZIONE")))
        .hasMessageContaining("«Perché l'evoluzione è rilevante» è obbligatorio");
    assertThat(premialita.progetti(piano.pianoId()).get(0).scheda()).isNull();
  }

  @Test
  void ilDecretoConUnaDataFuturaVieneRifiutato() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 2);
    compilaTutti();
    valuta("Progetto 1", "POSITIVO");
    valuta("Progetto 2", "POSITIVO");

    assertThatThrownBy(
            () ->
                completa(
                    compito(ACCONTO, "Progetto 1"),
                    con(decreto("100"), "dataDecreto", "2024-09-13")))
        .hasMessageContaining("Data del decreto")
        .hasMessageContaining("13/09/2024");
  }

  @Test
  void nelProcessoRestanoSoloChiaviEdEsiti() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    seguiProgetti(piano, 2);
    compilaTutti();
    valuta("Progetto 1", "POSITIVO");
    valuta("Progetto 2", "POSITIVO");
    completa(compito(ACCONTO, "Progetto 1"), decreto("100"));

    assertThat(
            motore
                .getRuntimeService()
                .createVariableInstanceQuery()
                .activityInstanceIdIn(istanze.get(0).getId())
                .list())
        .extracting(VariableInstance::getName)
        .containsExactlyInAnyOrder(
            "pianoId",
            "codiceAmbito",
            "triennio",
            "progettoId",
            "ultimaValutazione",
            "premialitaRiconosciuta",
            "pagamentoBloccato",
            "scadenzaRendicontazione");
  }

  @Test
  void ilCicloDelPianoSegueUnProgettoPerOgniObiettivoCandidato() {
    var piano = piano("2021-2023");
    progetti(piano, 2);
    motore
        .getRuntimeService()
        .createProcessInstanceByKey("PianoDiZona")
        .businessKey(piano.chiave())
        .setVariables(
            Map.of(
                "pianoId",
                piano.pianoId(),
                "codiceAmbito",
                piano.codiceAmbito(),
                "triennio",
                piano.triennio(),
                "ritardoDal",
                "2024-12-10T23:59:59+01:00",
                "accordoRaggiunto",
                true))
        .startBeforeActivity("ServiceTask_IndividuareProgetti")
        .execute();
    esegui();

    assertThat(compiti(COMPILARE))
        .extracting(Task::getName)
        .containsExactlyInAnyOrder(
            "Compilare scheda progetto – Progetto 1", "Compilare scheda progetto – Progetto 2");
  }

  private void seguiProgetti(RiferimentoPiano piano, int quanti) {
    for (var progettoId : progetti(piano, quanti)) {
      var id = avvia("PremialitaProgetto", piano, Map.of("progettoId", progettoId));
      istanze.add(
          motore
              .getRuntimeService()
              .createProcessInstanceQuery()
              .processInstanceId(id)
              .singleResult());
    }
    esegui();
  }

  private void compilaTutti() {
    compiti(COMPILARE).forEach(compito -> completa(compito, scheda()));
  }

  private void valuta(String titolo, String esito) {
    completa(
        compito(VALUTARE, titolo),
        premialita.schema(pianoDi(titolo)).equals("2021-2023")
            ? conPunti(esito(esito), esito.equals("POSITIVO") ? OTTIMI : SCARSI)
            : esito(esito));
  }

  private long pianoDi(String titolo) {
    return (Long) motore.getTaskService().getVariable(compito(VALUTARE, titolo).getId(), "pianoId");
  }

  private static Map<String, Object> conPunti(
      Map<String, Object> dati, Map<Criterio, Integer> punti) {
    var copia = new HashMap<>(dati);
    copia.put("requisiti", TUTTI.stream().map(Requisito::name).toList());
    punti.forEach(
        (criterio, quanti) ->
            copia.put(
                "punti"
                    + criterio.campo().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + criterio.campo().substring(1),
                quanti));
    return copia;
  }

  private void valuta2018(String titolo) {
    completa(
        compito(VALUTARE, titolo),
        Map.of(
            "puntiCoProgettazione", 18,
            "puntiBisogno", 12,
            "puntiObiettivi", 12,
            "puntiInnovazione", 15,
            "esito", "POSITIVO",
            "giudizio", "Motivazione del gruppo"));
  }

  private void completaSchema(String triennio, Number importo, int percentuale) {
    avviaCompletamento(triennio, importo, percentuale);
    esegui();
  }

  private void avviaCompletamento(String triennio, Number importo, int percentuale) {
    var definizione =
        motore
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey("CompletamentoSchemaPremialita")
            .latestVersion()
            .singleResult();
    motore
        .getFormService()
        .submitStartForm(
            definizione.getId(),
            comeDalBrowser(
                Map.of(
                    "triennio", triennio,
                    "numeroAtto", "DGR XII/5000",
                    "dataAtto", "2024-09-10",
                    "importoPerProgetto", importo,
                    "percentualeAcconto", percentuale)));
  }

  private Task compito(String id, String titolo) {
    var trovati = compiti(id).stream().filter(c -> c.getName().endsWith(" – " + titolo)).toList();
    assertThat(trovati).as(id + " di " + titolo).hasSize(1);
    return trovati.get(0);
  }

  private static Map<String, Object> scheda() {
    var scheda = new HashMap<String, Object>();
    scheda.put("descrizione", "Un progetto che porta i servizi nelle valli più lontane");
    scheda.put("macroarea", "E");
    scheda.put("partner", List.of(ALBINO));
    scheda.put("eccezioni", List.of());
    scheda.put("requisiti", TUTTI.stream().map(Requisito::name).toList());
    scheda.put("continuita", "NUOVO");
    scheda.put("budget", 75000.25);
    return scheda;
  }

  private static Map<String, Object> scheda2018(String obiettivo) {
    return Map.of(
        "descrizione",
        "Un progetto per l'obiettivo strategico indicato",
        "obiettivoStrategico",
        obiettivo,
        "continuita",
        "NUOVO",
        "budget",
        20000);
  }

  private static Map<String, Object> esito(String esito) {
    return Map.of("esito", esito, "giudizio", "Motivazione del gruppo");
  }

  private Map<String, Object> decreto(String numero) {
    return Map.of("numeroDecreto", numero, "dataDecreto", adesso().toLocalDate().toString());
  }

  private Map<String, Object> relazione() {
    return Map.of(
        "dataRelazione",
        adesso().toLocalDate().toString(),
        "spesaSostenuta",
        71234.56,
        "risultati",
        "Centodue anziani seguiti a domicilio in tre valli");
  }

  private static Map<String, Object> con(Map<String, Object> dati, String campo, Object valore) {
    var copia = new HashMap<>(dati);
    copia.put(campo, valore);
    return copia;
  }
}
