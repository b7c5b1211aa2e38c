package it.pianodizona.premialita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import it.pianodizona.premialita.libro.Movimento;
import it.pianodizona.premialita.libro.TipoMovimento;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules that hold whatever process calls them: who may be paid, when, how much and once. */
class PremialitaTest extends ProvaDiPremialita {

  private static final AttoDiLiquidazione DECRETO =
      new AttoDiLiquidazione("100", LocalDate.of(2024, 9, 12));
  private static final Rendicontazione RELAZIONE =
      new Rendicontazione(LocalDate.of(2024, 9, 12), Denaro.euro("71234.56"), "Fatto");

  @Autowired private Scadenze scadenze;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transazioni;

  @Test
  void iProgettiNasconoUnaVoltaSolaDagliObiettiviCandidati() {
    var piano = piano("2021-2023");
    var prima = progetti(piano, 2);

    assertThat(progetti.individua(piano.pianoId())).isEqualTo(prima);
    assertThat(premialita.progetti(piano.pianoId()))
        .extracting(Progetto::titolo)
        .containsExactly("Progetto 1", "Progetto 2");
  }

  @Test
  void unPianoSenzaObiettiviCandidatiNonHaProgetti() {
    var piano = piano("2021-2023");

    assertThat(progetti(piano, 0)).isEmpty();
  }

  @Test
  void nonSiPagaUnProgettoMaiValutatoOValutatoNegativamente() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    var progetti = progetti(piano, 1);
    assertThatThrownBy(() -> acconto(progetti.get(0)))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("manca la valutazione positiva");
    compila(progetti.get(0));
    valuta(progetti.get(0), false);
    determinazioni.determina(piano.pianoId());

    assertThatThrownBy(() -> acconto(progetti.get(0)))
        .hasMessageContaining("manca la valutazione positiva");
    assertThat(premialita.movimenti(piano.pianoId())).isEmpty();
  }

  @Test
  void nonSiPagaPrimaCheTuttiIProgettiSianoValutati() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    var progetti = progetti(piano, 2);
    progetti.forEach(this::compila);
    valuta(progetti.get(0), true);

    assertThatThrownBy(() -> determinazioni.determina(piano.pianoId()))
        .hasMessageContaining("non tutti i progetti");
    assertThatThrownBy(() -> acconto(progetti.get(0)))
        .hasMessageContaining("non è ancora determinata");
  }

  @Test
  void accontoESaldoSiPaganoUnaVoltaSolaENelLoroOrdine() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    var progetto = determinati(piano, 2).get(0);

    assertThatThrownBy(() -> saldo(progetto)).hasMessageContaining("manca la rendicontazione");
    assertThatThrownBy(() -> valutazioni.rendiconta(progetto, RELAZIONE, "udp"))
        .hasMessageContaining("dopo la liquidazione dell'acconto");
    acconto(progetto);
    assertThatThrownBy(() -> acconto(progetto)).hasMessageContaining("non si paga due volte");
    assertThatThrownBy(
            () -> valutazioni.valutaEsitoFinale(progetto, Valutazione.finale(100, "Sì", "gruppo")))
        .hasMessageContaining("manca la rendicontazione");
    valutazioni.rendiconta(progetto, RELAZIONE, "udp");
    assertThatThrownBy(() -> valutazioni.rendiconta(progetto, RELAZIONE, "udp"))
        .hasMessageContaining("già stata presentata");
    assertThatThrownBy(() -> saldo(progetto)).hasMessageContaining("valutazione finale positiva");
    valutazioni.valutaEsitoFinale(
        progetto, Valutazione.finale(100, "Obiettivo raggiunto", "gruppo"));
    saldo(progetto);
    assertThatThrownBy(() -> saldo(progetto)).hasMessageContaining("non si paga due volte");

    assertThat(premialita.movimenti(piano.pianoId()))
        .extracting(Movimento::tipo, Movimento::importo)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TipoMovimento.ACCONTO, Denaro.euro(4000)),
            org.assertj.core.groups.Tuple.tuple(TipoMovimento.SALDO, Denaro.euro(16000)));
  }

  @Test
  void dopoUnEsitoFinaleNegativoIlSaldoNonSiPaga() {
    var progetto = pagatoPoiRaggiunto(piano("2021-2023"), 0);

    assertThatThrownBy(() -> saldo(progetto)).hasMessageContaining("valutazione finale positiva");
    assertThat(premialita.progetto(progetto).residua()).isEqualTo(Denaro.euro(-4000));
    pagamenti.recupera(progetto, DECRETO, "regione");
    assertThat(premialita.progetto(progetto).residua()).isEqualTo(Denaro.ZERO);
    assertThatThrownBy(() -> pagamenti.recupera(progetto, DECRETO, "regione"))
        .hasMessageContaining("nulla da recuperare");
  }

  @Test
  void loStornoDiUnPagamentoGiaDaRestituireNeAnnullaIlRecuperoSoloSeLoSiDice() {
    var piano = piano("2021-2023");
    var progetto = pagatoPoiRaggiunto(piano, 0);
    var pagamento = premialita.movimenti(piano.pianoId()).get(0);
    assertThat(pagamenti.stornabili(piano.pianoId()))
        .containsExactly(new PagamentoStornabile(pagamento, List.of()));
    pagamenti.recupera(progetto, DECRETO, "regione");
    var recupero = premialita.movimenti(piano.pianoId()).get(1);
    assertThat(pagamenti.stornabili(piano.pianoId()))
        .containsExactly(new PagamentoStornabile(pagamento, List.of(recupero)));

    assertThatThrownBy(() -> storna(pagamento, false))
        .hasMessageContaining("già stato disposto il recupero (4.000,00 €)")
        .hasMessageContaining(pagamento.numero());
    assertThat(premialita.movimenti(piano.pianoId())).hasSize(2);

    storna(pagamento, true);

    assertThat(premialita.movimenti(piano.pianoId()))
        .extracting(Movimento::tipo, Movimento::uscita, Movimento::storna)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TipoMovimento.ACCONTO, Denaro.euro(4000), null),
            org.assertj.core.groups.Tuple.tuple(TipoMovimento.RECUPERO, Denaro.euro(-4000), null),
            org.assertj.core.groups.Tuple.tuple(
                TipoMovimento.STORNO, Denaro.euro(4000), recupero.id()),
            org.assertj.core.groups.Tuple.tuple(
                TipoMovimento.STORNO, Denaro.euro(-4000), pagamento.id()));
    assertThat(premialita.progetto(progetto).liquidata()).isEqualTo(Denaro.ZERO);
    assertThat(premialita.progetto(progetto).residua()).isEqualTo(Denaro.ZERO);
    assertThat(pagamenti.stornabili(piano.pianoId())).isEmpty();
    assertThat(pagamenti.ripetibili(piano.pianoId())).as("non è più dovuto nulla").isEmpty();
    assertThat(eventi(PagamentoStornato.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.recuperoAnnullato()).isEqualTo(Denaro.euro(4000));
              assertThat(e.residua()).isEqualTo(Denaro.ZERO);
            });
  }

  @Test
  void unAccontoStornatoDopoUnEsitoParzialeSiRipeteConQuantoEAncoraDovuto() {
    var piano = piano("2021-2023");
    var progetto = pagatoPoiRaggiunto(piano, 5);
    pagamenti.recupera(progetto, DECRETO, "regione");
    assertThat(premialita.progetto(progetto).liquidata()).isEqualTo(Denaro.euro(1000));
    var pagamento = premialita.movimenti(piano.pianoId()).get(0);

    storna(pagamento, true);

    assertThat(premialita.progetto(progetto).residua()).isEqualTo(Denaro.euro(1000));
    assertThat(pagamenti.ripetibili(piano.pianoId()))
        .containsExactly(new PagamentoRipetibile(pagamento, Denaro.euro(1000)));
    pagamenti.ripeti(pagamento.id(), DECRETO, "regione");
    assertThat(premialita.progetto(progetto).liquidata()).isEqualTo(Denaro.euro(1000));
    assertThat(premialita.progetto(progetto).residua()).isEqualTo(Denaro.ZERO);
    assertThat(pagamenti.ripetibili(piano.pianoId())).isEmpty();
  }

  @Test
  void unAccontoStornatoConIlSaldoDaPagareSiRipetePerIntero() {
    var piano = piano("2021-2023");
    var progetto = pagatoPoiRaggiunto(piano, 60);
    var pagamento = premialita.movimenti(piano.pianoId()).get(0);

    storna(pagamento, false);

    assertThat(pagamenti.ripetibili(piano.pianoId()))
        .containsExactly(new PagamentoRipetibile(pagamento, Denaro.euro(4000)));
    pagamenti.ripeti(pagamento.id(), DECRETO, "regione");
    saldo(progetto);
    assertThat(premialita.movimenti(piano.pianoId()))
        .extracting(Movimento::uscita)
        .containsExactly(
            Denaro.euro(4000), Denaro.euro(-4000), Denaro.euro(4000), Denaro.euro(8000));
  }

  @Test
  void unAccontoStornatoCheIlSaldoHaGiaCompresoNonSiRipete() {
    var piano = piano("2021-2023");
    var progetto = pagatoPoiRaggiunto(piano, 60);
    var pagamento = premialita.movimenti(piano.pianoId()).get(0);
    storna(pagamento, false);

    saldo(progetto);

    assertThat(premialita.progetto(progetto).liquidata()).isEqualTo(Denaro.euro(12000));
    assertThat(pagamenti.ripetibili(piano.pianoId())).isEmpty();
    assertThatThrownBy(() -> pagamenti.ripeti(pagamento.id(), DECRETO, "regione"))
        .hasMessageContaining("non c'è nulla da liquidare");
  }

  private void storna(Movimento pagamento, boolean annullaRecuperi) {
    pagamenti.storna(
        pagamento.id(), DECRETO, "Conto di tesoreria errato", annullaRecuperi, "regione");
  }

  /** A project with its acconto and its final evaluation. */
  private long pagatoPoiRaggiunto(RiferimentoPiano piano, int percentuale) {
    trasmetteAccordo(piano);
    var progetto = determinati(piano, 2).get(0);
    acconto(progetto);
    valutazioni.rendiconta(progetto, RELAZIONE, "udp");
    valutazioni.valutaEsitoFinale(progetto, Valutazione.finale(percentuale, "Esito", "gruppo"));
    return progetto;
  }

  @ParameterizedTest
  @CsvSource({"100, 33", "0.05, 30", "33333.33, 1", "9999999.99, 99", "1, 50"})
  void accontoPiuSaldoFaSempreIlTotaleAlCentesimo(String importo, int percentuale) {
    var piano = piano("2025-2027");
    trasmetteAccordo(piano);
    var progetto = determinati(piano, 1).get(0);
    determinazioni.registraAtto(
        new AttoRegionale(
            piano.triennio(),
            "DGR XII/5000",
            LocalDate.of(2024, 9, 1),
            Denaro.euro(importo),
            percentuale),
        "regione");
    determinazioni.ridetermina(piano.triennio());

    acconto(progetto);
    valutazioni.rendiconta(progetto, RELAZIONE, "udp");
    valutazioni.valutaEsitoFinale(
        progetto, Valutazione.finale(100, "Obiettivo raggiunto", "gruppo"));
    saldo(progetto);

    assertThat(
            Denaro.somma(
                premialita.movimenti(piano.pianoId()).stream().map(Movimento::importo).toList()))
        .isEqualTo(Denaro.euro(importo));
    assertThat(premialita.riepilogo(piano.pianoId()).residua()).isEqualTo(Denaro.ZERO);
  }

  @Test
  void lArchivioStessoRifiutaUnSecondoAcconto() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    var progetto = determinati(piano, 2).get(0);
    acconto(progetto);

    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into scrittura_premialita
                          (piano_id, progetto_id, causale, conto_dare, conto_avere, importo, atto,
                           data_atto, beneficiario, presupposto, chiave, utente, registrata)
                        select piano_id, progetto_id, causale, conto_dare, conto_avere, importo,
                               atto, data_atto, beneficiario, presupposto, chiave, utente,
                               registrata
                          from scrittura_premialita
                         where progetto_id = ? and causale = 'ACCONTO'""")
                    .param(progetto)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void unaValutazioneNonSiRipete() {
    var piano = piano("2021-2023");
    var progetto = progetti(piano, 1).get(0);
    assertThatThrownBy(() -> valuta(progetto, true))
        .hasMessageContaining("non ha ancora la scheda");
    compila(progetto);
    assertThatThrownBy(() -> compila(progetto)).hasMessageContaining("già compilata");
    assertThatThrownBy(() -> valutazioni.registraValutazione(progetto))
        .hasMessageContaining("non è ancora stato valutato");
    valuta(progetto, true);

    assertThatThrownBy(() -> valuta(progetto, false)).hasMessageContaining("già stato valutato");
  }

  @Test
  void diDueValutazioniChiuseNelloStessoIstanteUnaSolaEUltima() throws Exception {
    var piano = piano("2021-2023");
    var progetti = progetti(piano, 2);
    progetti.forEach(this::compila);
    progetti.forEach(id -> valutazioni.valutaProposta(id, TUTTI, valutazione(id, true)));
    var transazione = new TransactionTemplate(transazioni);
    var primaChiusa = new CountDownLatch(1);
    var viaLibera = new CountDownLatch(1);

    var prima =
        CompletableFuture.supplyAsync(
            () ->
                transazione.execute(
                    stato -> {
                      var ultima = valutazioni.registraValutazione(progetti.get(0));
                      primaChiusa.countDown();
                      attendi(viaLibera);
                      return ultima;
                    }));
    attendi(primaChiusa);
    var seconda =
        CompletableFuture.supplyAsync(() -> valutazioni.registraValutazione(progetti.get(1)));
    Thread.sleep(300);
    assertThat(seconda).as("la seconda aspetta la prima").isNotDone();
    viaLibera.countDown();

    assertThat(prima.get(5, TimeUnit.SECONDS)).isFalse();
    assertThat(seconda.get(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void laScadenzaDellaRendicontazioneERegistrataConIlSuoPerche() {
    var piano = piano("2021-2023");
    trasmetteAccordo(piano);
    var progetto = determinati(piano, 2).get(0);
    acconto(progetto);

    assertThat(scadenze.elenco(piano.pianoId()))
        .filteredOn(s -> s.tipo().equals("RENDICONTAZIONE"))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.riferimento()).isEqualTo("progetto:" + progetto);
              assertThat(s.motivazione()).contains("fine del triennio");
            });
  }

  @Test
  void ilCapofilaScriveIlSuoNomeSulMovimento() {
    assertThat(premialita.beneficiario(AMBITO)).isEqualTo("Comune di Clusone");
    assertThat(premialita.beneficiario("50001"))
        .isEqualTo("Ente capofila dell'Ambito di Romano di Lombardia");
  }

  @Test
  void iPartnerPossibiliSonoGliAltriAmbitiDelDistretto() {
    assertThat(progetti.possibiliPartner(AMBITO))
        .extracting(ambito -> ambito.codice())
        .contains(ALBINO, "50017")
        .doesNotContain(AMBITO, "50001");
    var piano = piano("2021-2023");
    var progetto = progetti(piano, 1).get(0);
    assertThatThrownBy(() -> progetti.compilaScheda(progetto, scheda(List.of("50001"))))
        .hasMessageContaining("un altro Ambito dello stesso Distretto");
  }

  @Test
  void lAttoRegionaleDeveStareNeiSuoiLimiti() {
    var triennio = piano("2025-2027").triennio();

    assertThatThrownBy(() -> atto(triennio, "0", 20)).hasMessageContaining("maggiore di zero");
    assertThatThrownBy(() -> atto(triennio, "10", 0)).hasMessageContaining("da 1 a 99");
    assertThatThrownBy(() -> atto(triennio, "10", 100)).hasMessageContaining("da 1 a 99");
  }

  private void atto(String triennio, String importo, int percentuale) {
    determinazioni.registraAtto(
        new AttoRegionale(
            triennio, "DGR 1", LocalDate.of(2024, 9, 1), Denaro.euro(importo), percentuale),
        "regione");
  }

  private List<Long> determinati(RiferimentoPiano piano, int quanti) {
    var progetti = progetti(piano, quanti);
    progetti.forEach(this::compila);
    progetti.forEach(id -> valuta(id, true));
    determinazioni.determina(piano.pianoId());
    return progetti;
  }

  private void compila(long progettoId) {
    progetti.compilaScheda(progettoId, scheda(List.of(ALBINO)));
  }

  private static SchedaProgetto scheda(List<String> partner) {
    return new SchedaProgetto(
        Macroarea.E,
        null,
        "Servizi nelle valli",
        partner,
        TUTTI,
        Continuita.NUOVO,
        null,
        Denaro.euro(75000));
  }

  private void valuta(long progettoId, boolean positiva) {
    valutazioni.valutaProposta(progettoId, TUTTI, valutazione(progettoId, positiva));
    valutazioni.registraValutazione(progettoId);
  }

  private void acconto(long progettoId) {
    pagamenti.liquidaAcconto(progettoId, DECRETO, "regione");
  }

  private void saldo(long progettoId) {
    pagamenti.liquidaSaldo(progettoId, DECRETO, "regione");
  }

  private static void attendi(CountDownLatch segnale) {
    try {
      if (!segnale.await(5, TimeUnit.SECONDS)) {
        throw new AssertionError("attesa troppo lunga");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
