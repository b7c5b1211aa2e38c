package it.pianodizona.anagrafica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What the Anagrafica of Lombardy answers, on whatever database. */
abstract class AnagraficaContratto {

  private static final LocalDate OGGI = LocalDate.of(2024, 9, 12);
  private static final String CLUSONE = "50084";

  abstract AnagraficaFixture lombardia();

  private Anagrafica anagrafica() {
    return lombardia().anagrafica();
  }

  @Test
  void theRegionHas91Ambiti8AtsAnd1506Comuni() {
    assertThat(anagrafica().ambiti())
        .hasSize(91)
        .extracting(Ambito::codice)
        .doesNotHaveDuplicates();
    assertThat(anagrafica().ats()).hasSize(8);
    assertThat(anagrafica().asst()).hasSize(23);
    assertThat(anagrafica().comuni()).hasSize(1506);
    assertThat(anagrafica().ats("325").denominazione()).isEqualTo("Bergamo");
    assertThat(anagrafica().asst("720")).isEqualTo(new Asst("720", "Bergamo Est", "325", null));
  }

  @Test
  void theAmbitoOfClusoneHas24ComuniInOrderWithTheirPopulation() {
    List<Comune> comuni = anagrafica().comuniDi(CLUSONE, OGGI);

    assertThat(comuni).hasSize(24).allMatch(comune -> comune.popolazione() > 0);
    assertThat(comuni)
        .extracting(Comune::denominazione)
        .startsWith("Ardesio", "Azzone", "Castione della Presolana")
        .contains("Clusone")
        .isSorted();
    assertThat(comuni).extracting(Comune::annoPopolazione).containsOnly(2011);
  }

  @Test
  void theAmbitoOfClusoneIsLedByTheComuneOfClusone() {
    Ambito ambito = anagrafica().ambito(CLUSONE);

    assertThat(ambito.denominazione()).isEqualTo("Valle Seriana Superiore e Valle di Scalve");
    assertThat(ambito.formaEnteCapofila()).isEqualTo(FormaEnteCapofila.COMUNE);
    assertThat(ambito.capofila()).isEqualTo("Comune di Clusone");
    assertThat(ambito.codiceRegistroNazionale()).isEqualTo("lom_8");
    assertThat(ambito.codiceAts()).isEqualTo("325");
    assertThat(ambito.codiceAsst()).contains("720");
    assertThat(anagrafica().ambito("50002").capofila()).isNull();
    assertThat(anagrafica().ambito("50002").formaEnteCapofila()).isNull();
  }

  @Test
  void anAmbitoMayLieOverTwoAsstOrOverNone() {
    assertThat(anagrafica().ambito("50097").codiciAsst()).containsExactly("724", "725");
    assertThat(anagrafica().ambito("50007").codiciAsst()).isEmpty();
    assertThat(anagrafica().ambitiDelDistretto("725"))
        .extracting(Ambito::codice)
        .contains("50097", "50005")
        .hasSize(6);
    assertThat(anagrafica().ambitiDelDistretto("724"))
        .extracting(Ambito::codice)
        .containsExactly("50006", "50097");
    assertThat(anagrafica().ambitiDelDistretto("720"))
        .hasSize(7)
        .extracting(Ambito::codice)
        .contains(CLUSONE);
  }

  @Test
  void menaggioIsReadAsLarianaBecauseNameAndAtsOfTheSourceSaySo() {
    assertThat(anagrafica().ambito("50045").codiciAsst()).containsExactly("712");
    assertThat(anagrafica().asst("713").codiceAts()).isEqualTo("323");
    assertThat(anagrafica().asst("712").codiceAts()).isEqualTo("322");
  }

  @Test
  void everyAtsHasItsAmbiti() {
    Map<String, Integer> attesi =
        Map.of("321", 17, "322", 20, "323", 7, "324", 8, "325", 14, "326", 12, "327", 8, "328", 5);
    attesi.forEach((ats, quanti) -> assertThat(anagrafica().ambitiDellAts(ats)).hasSize(quanti));
  }

  @Test
  void torreDeBusiIsInNoAmbito() {
    assertThat(anagrafica().comune("016215").denominazione()).isEqualTo("Torre de' Busi");
    assertThat(anagrafica().ambitoDi("016215", OGGI)).isEmpty();
    assertThat(anagrafica().comuniSenzaAmbito(OGGI))
        .hasSize(1506 - 242)
        .filteredOn(comune -> comune.siglaProvincia().equals("BG"))
        .extracting(Comune::denominazione)
        .containsExactly("Torre de' Busi");
  }

  @Test
  void membershipsBeginOnTheGivenDay() {
    assertThat(anagrafica().comuniDi(CLUSONE, LocalDate.of(2017, 12, 31))).isEmpty();
    assertThat(anagrafica().comuniDi(CLUSONE, LocalDate.of(2018, 1, 1))).hasSize(24);
    assertThat(anagrafica().comuniSenzaAmbito(LocalDate.of(2017, 12, 31))).hasSize(1506);
  }

  @Test
  void aComuneChangesAmbitoLeavesAndComesBack() {
    inUnaTransazioneAnnullata(
        () -> {
          LocalDate dal = LocalDate.of(2025, 1, 1);
          anagrafica().associa("016077", "50020", dal);
          assertThat(anagrafica().ambitoDi("016077", dal.minusDays(1)))
              .map(Ambito::codice)
              .contains(CLUSONE);
          assertThat(anagrafica().ambitoDi("016077", dal)).map(Ambito::codice).contains("50020");
          assertThat(anagrafica().comuniDi(CLUSONE, dal)).hasSize(23);
          assertThat(anagrafica().comuniDi("50020", dal)).hasSize(19);

          anagrafica().recedi("016077", LocalDate.of(2025, 6, 30));
          assertThat(anagrafica().ambitoDi("016077", LocalDate.of(2025, 6, 30))).isPresent();
          assertThat(anagrafica().ambitoDi("016077", LocalDate.of(2025, 7, 1))).isEmpty();

          anagrafica().associa("016077", CLUSONE, LocalDate.of(2026, 1, 1));
          assertThat(anagrafica().comuniDi(CLUSONE, LocalDate.of(2026, 1, 1))).hasSize(24);

          assertThatThrownBy(
                  () -> anagrafica().associa("016077", "50020", LocalDate.of(2025, 12, 1)))
              .hasMessageContaining("ha già un'appartenenza");
          assertThatThrownBy(() -> anagrafica().recedi("016077", LocalDate.of(2025, 3, 1)))
              .hasMessageContaining("ha già un'appartenenza");
        });
  }

  @Test
  void membershipChangesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> anagrafica().associa("016077", CLUSONE, OGGI))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("è già nell'Ambito 50084");
    assertThatThrownBy(() -> anagrafica().associa("016077", "99999", OGGI))
        .hasMessageContaining("99999");
    assertThatThrownBy(() -> anagrafica().associa("999999", CLUSONE, OGGI))
        .hasMessageContaining("999999");
    assertThatThrownBy(() -> anagrafica().recedi("016215", OGGI))
        .hasMessageContaining("non è in nessun Ambito");
    assertThatThrownBy(() -> anagrafica().associa("016077", "50020", LocalDate.of(2018, 1, 1)))
        .hasMessageContaining("ha già un'appartenenza");
  }

  @Test
  void populationOfAnotherYearIsUsedOnlyWhenKnownForEveryComune() {
    assertThat(anagrafica().comuniDi("50017", OGGI, 2017))
        .hasSize(11)
        .filteredOn(comune -> comune.denominazione().equals("Seriate"))
        .singleElement()
        .satisfies(
            seriate -> {
              assertThat(seriate.popolazione()).isEqualTo(25358);
              assertThat(seriate.annoPopolazione()).isEqualTo(2017);
            });
    assertThat(anagrafica().comuniDi(CLUSONE, OGGI, 2011))
        .isEqualTo(anagrafica().comuniDi(CLUSONE, OGGI));
    assertThatThrownBy(() -> anagrafica().comuniDi(CLUSONE, OGGI, 2017))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("2017")
        .hasMessageContaining("Ardesio");
  }

  @Test
  void unknownCodesAreNamed() {
    assertThatThrownBy(() -> anagrafica().ambito("12345"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessage(
            "Ambito: il valore «12345» non è valido; è ammesso: il codice di cinque cifre di un"
                + " Ambito.");
    assertThatThrownBy(() -> anagrafica().ambito(null)).isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> anagrafica().ats("999")).hasMessageContaining("999");
    assertThatThrownBy(() -> anagrafica().asst("999")).hasMessageContaining("999");
    assertThatThrownBy(() -> anagrafica().comune("999999")).hasMessageContaining("999999");
    assertThatThrownBy(() -> anagrafica().comuniDi("12345", OGGI)).hasMessageContaining("12345");
    assertThatThrownBy(() -> anagrafica().ambitiDelDistretto("999")).hasMessageContaining("999");
    assertThatThrownBy(() -> anagrafica().ambitiDellAts("999")).hasMessageContaining("999");
    assertThatThrownBy(() -> anagrafica().ambitoDi("999999", OGGI)).hasMessageContaining("999999");
  }

  @Test
  void aBodyRegisteredTwiceKeepsItsId() {
    inUnaTransazioneAnnullata(
        () -> {
          Ets prima =
              anagrafica()
                  .registraEts(Ets.nuovo("80050050154", "Associazione Prova", "a@esempio.it"));
          Ets dopo =
              anagrafica()
                  .registraEts(
                      new Ets(
                          null,
                          "80050050154",
                          "Associazione Prova APS",
                          "Associazione",
                          "Clusone",
                          "b@esempio.it",
                          "pec@pec.esempio.it",
                          "12345",
                          "APS",
                          LocalDate.of(2022, 11, 7)));

          assertThat(prima.id()).isNotNull();
          assertThat(dopo.id()).isEqualTo(prima.id());
          assertThat(anagrafica().etsPerCodiceFiscale("800 50050154")).contains(dopo);
          assertThat(lombardia().righe("ets")).isEqualTo(1);
        });
  }

  @Test
  void theSameBodyRegisteredByManyAtOnceIsOneRow() throws Exception {
    ExecutorService insieme = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Ets>> richieste =
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      (Callable<Ets>)
                          () ->
                              anagrafica()
                                  .registraEts(
                                      Ets.nuovo("00743110157", "Ente " + i, i + "@esempio.it")))
              .toList();
      long id = 0;
      for (Future<Ets> risposta : insieme.invokeAll(richieste)) {
        long suo = risposta.get().id();
        assertThat(suo).isEqualTo(id == 0 ? suo : id);
        id = suo;
      }
      assertThat(lombardia().righe("ets")).isEqualTo(1);
    } finally {
      insieme.shutdownNow();
      lombardia().jdbcTemplate().update("delete from ets");
    }
  }

  @Test
  void aBodyThatCannotBeRegisteredIsRefusedWithTheReason() {
    assertThatThrownBy(() -> Ets.nuovo("80050050155", "Ente", "a@b.it"))
        .hasMessageContaining("Codice fiscale");
    assertThatThrownBy(() -> Ets.nuovo("80050050154", " ", "a@b.it"))
        .hasMessageContaining("Denominazione");
    assertThatThrownBy(() -> Ets.nuovo("80050050154", "Ente", "a@b"))
        .hasMessageContaining("E-mail");
    assertThatThrownBy(() -> Ets.nuovo("80050050154", "Ente", null))
        .hasMessageContaining("almeno un indirizzo");
    assertThatThrownBy(() -> Ets.nuovo("80050050154", "x".repeat(301), "a@b.it"))
        .hasMessageContaining("300 caratteri");
    assertThatThrownBy(() -> anagrafica().etsPerCodiceFiscale("x"))
        .isInstanceOf(DatoNonValido.class);
  }

  @Test
  void addressesAreUpdatedAllOrNone() {
    inUnaTransazioneAnnullata(
        () -> {
          anagrafica().aggiornaRecapito(TipoEnte.AMBITO, CLUSONE, "ambito@esempio.it");
          anagrafica().aggiornaRecapito(TipoEnte.ATS, "325", "ats@esempio.it");
          anagrafica().aggiornaRecapito(TipoEnte.ASST, "720", "asst@esempio.it");
          anagrafica().aggiornaRecapito(TipoEnte.COMUNE, "016077", "comune@esempio.it");
          assertThat(anagrafica().ambito(CLUSONE).email()).isEqualTo("ambito@esempio.it");
          assertThat(anagrafica().ats("325").email()).isEqualTo("ats@esempio.it");
          assertThat(anagrafica().asst("720").email()).isEqualTo("asst@esempio.it");
          assertThat(anagrafica().comune("016077").email()).isEqualTo("comune@esempio.it");
        });
    assertThatThrownBy(
            () ->
                anagrafica()
                    .aggiornaRecapiti(
                        TipoEnte.COMUNE,
                        Map.of("016077", "comune@esempio.it", "999999", "x@esempio.it")))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("999999");
    assertThat(anagrafica().comune("016077").email()).isNull();
    assertThatThrownBy(() -> anagrafica().aggiornaRecapito(TipoEnte.ATS, "325", "sbagliata"))
        .hasMessageContaining("sbagliata");
    assertThatThrownBy(() -> anagrafica().aggiornaRecapito(TipoEnte.ATS, "325", null))
        .isInstanceOf(DatoNonValido.class);
  }

  @Test
  void theCapofilaCanBeReplaced() {
    inUnaTransazioneAnnullata(
        () -> {
          anagrafica()
              .cambiaCapofila(
                  CLUSONE, FormaEnteCapofila.UNIONE_DI_COMUNI, "Unione di Comuni di esempio");
          assertThat(anagrafica().ambito(CLUSONE).capofila())
              .isEqualTo("Unione di Comuni di esempio");
          assertThat(anagrafica().ambito(CLUSONE).formaEnteCapofila())
              .isEqualTo(FormaEnteCapofila.UNIONE_DI_COMUNI);
        });
    assertThatThrownBy(
            () -> anagrafica().cambiaCapofila("12345", FormaEnteCapofila.COMUNE, "Comune"))
        .isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> anagrafica().cambiaCapofila(CLUSONE, FormaEnteCapofila.COMUNE, " "))
        .isInstanceOf(DatoNonValido.class);
  }

  @Test
  void aSecondStartImportsNothing() {
    assertThat(
            lombardia()
                .importazione()
                .importaSeVuota(AnagraficaFixture.LOMBARDIA, AnagraficaFixture.VALIDE_DAL))
        .isEmpty();
    assertThat(lombardia().righe("comune")).isEqualTo(1506);
    assertThat(lombardia().righe("appartenenza")).isEqualTo(242);
    assertThat(lombardia().righe("popolazione_annuale")).isEqualTo(11);
  }

  private void inUnaTransazioneAnnullata(Runnable passi) {
    new TransactionTemplate(lombardia().transactionManager())
        .executeWithoutResult(
            stato -> {
              stato.setRollbackOnly();
              passi.run();
            });
  }
}
