package it.pianodizona.premialita.libro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.fascicolo.VerificaIntegrita;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.AttoDiLiquidazione;
import it.pianodizona.premialita.Continuita;
import it.pianodizona.premialita.PagamentoStornato;
import it.pianodizona.premialita.ProvaDiPremialita;
import it.pianodizona.premialita.QuadroPremialita;
import it.pianodizona.premialita.Rendicontazione;
import it.pianodizona.premialita.SchedaProgetto;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger: what the database itself refuses, what the check of integrity finds, the storni. */
class LibroPremialitaTest extends ProvaDiPremialita {

  private static final LocalDate OGGI = LocalDate.of(2024, 9, 12);

  @Autowired private QuadroPremialita quadro;
  @Autowired private VerificaIntegrita integrita;
  @Autowired private LibroPremialita libro;
  @Autowired private JdbcClient jdbc;

  @Test
  void ogniScritturaDiceCausaAttoBeneficiarioEPresuppostoEIContiTornano() {
    var piano = piano("2021-2023");
    var progetto = accontoPagato(piano);

    assertThat(premialita.scritture(piano.pianoId()))
        .extracting(Movimento::tipo)
        .containsExactly(
            TipoMovimento.ASSEGNAZIONE, TipoMovimento.ASSEGNAZIONE, TipoMovimento.ACCONTO);
    assertThat(premialita.movimenti(piano.pianoId()))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.progettoId()).isEqualTo(progetto);
              assertThat(m.numero()).matches("PZ-\\d{7}");
              assertThat(m.atto()).isEqualTo("100");
              assertThat(m.beneficiario()).isEqualTo("Comune di Clusone");
              assertThat(m.presupposto())
                  .contains("82 punti", "Accordo trasmesso", "nessun debito informativo");
            });
    assertThat(premialita.saldi(piano.pianoId()))
        .isEqualTo(new SaldiPremialita(Denaro.euro(40000), Denaro.euro(4000), Denaro.euro(36000)));
    assertThat(quadro.situazioni(piano.triennio()))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.presentati()).isEqualTo(2);
              assertThat(s.approvati()).isEqualTo(2);
              assertThat(s.senzaPartner()).isZero();
              assertThat(s.inAttesa()).isEqualTo(1);
              assertThat(s.assegnata()).isEqualTo(Denaro.euro(40000));
              assertThat(s.liquidata()).isEqualTo(Denaro.euro(4000));
              assertThat(s.residua()).isEqualTo(Denaro.euro(36000));
            });
    assertThat(quadro.situazioni()).contains(quadro.situazioni(piano.triennio()).get(0));
    assertThat(quadro.perVoce(piano.triennio()))
        .containsExactly(new QuadroPremialita.ProgettiPerVoce(piano.triennio(), "E", 2, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update scrittura_premialita set importo = importo + 1 where id = ?",
        "update scrittura_premialita set beneficiario = 'Altri' where id = ?",
        "update scrittura_premialita set atto = '999' where id = ?",
        "update scrittura_premialita set data_atto = date '2020-01-01' where id = ?",
        "delete from scrittura_premialita where id = ?"
      })
  void lArchivioStessoRifiutaDiCambiareOTogliereUnaScrittura(String manomissione) {
    var piano = piano("2021-2023");
    accontoPagato(piano);
    var movimento = premialita.movimenti(piano.pianoId()).get(0);

    assertThatThrownBy(() -> jdbc.sql(manomissione).param(movimento.id()).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void cioCheIlSigilloNonCopreLoTrovaLaVerifica() {
    var piano = piano("2021-2023");
    accontoPagato(piano);
    var movimento = premialita.movimenti(piano.pianoId()).get(0);
    assertThat(alterazioni()).isEmpty();

    jdbc.sql("update scrittura_premialita set presupposto = 'Nessuno' where id = ?")
        .param(movimento.id())
        .update();
    try {
      assertThat(alterazioni())
          .anySatisfy(a -> assertThat(a).contains(movimento.numero(), "non corrisponde"));
    } finally {
      jdbc.sql("update scrittura_premialita set presupposto = ? where id = ?")
          .params(movimento.presupposto(), movimento.id())
          .update();
    }
    assertThat(alterazioni()).isEmpty();
  }

  @Test
  void unaDeterminazioneCheIlLibroNonHaSiTrova() {
    var piano = piano("2021-2023");
    var progetto = accontoPagato(piano);
    jdbc.sql(
            """
            insert into determinazione_premialita
              (progetto_id, importo, percentuale_acconto, motivo, determinata)
            values (?, 99000, 20, 'Fuori dal libro', current_timestamp)""")
        .param(progetto)
        .update();
    try {
      assertThat(alterazioni())
          .anySatisfy(a -> assertThat(a).contains("progetto " + progetto, "99.000,00 €"));
    } finally {
      jdbc.sql("delete from determinazione_premialita where motivo = 'Fuori dal libro'").update();
    }
  }

  @Test
  void unPagamentoStornatoTornaDaLiquidareESiRipeteConUnNuovoAtto() {
    var piano = piano("2021-2023");
    var progetto = accontoPagato(piano);
    var acconto = premialita.movimenti(piano.pianoId()).get(0);
    assertThatThrownBy(() -> pagamenti.ripeti(acconto.id(), atto("102"), "regione"))
        .hasMessageContaining("non è stato stornato");

    pagamenti.storna(acconto.id(), atto("101"), "Conto di tesoreria errato", false, "regione");

    assertThat(premialita.progetto(progetto).accontoPagato()).isNull();
    assertThat(premialita.saldi(piano.pianoId()).liquidata()).isEqualTo(Denaro.ZERO);
    assertThat(premialita.saldi(piano.pianoId()).residua()).isEqualTo(Denaro.euro(40000));
    assertThatThrownBy(
            () ->
                pagamenti.storna(acconto.id(), atto("101"), "Una seconda volta", false, "regione"))
        .hasMessageContaining("già stornato");
    assertThatThrownBy(
            () ->
                valutazioni.rendiconta(
                    progetto, new Rendicontazione(OGGI, Denaro.euro(1), "Fatto"), "udp"))
        .hasMessageContaining("dopo la liquidazione dell'acconto");

    pagamenti.ripeti(acconto.id(), atto("102"), "regione");

    assertThat(premialita.progetto(progetto).accontoPagato()).isEqualTo(Denaro.euro(4000));
    assertThatThrownBy(() -> pagamenti.ripeti(acconto.id(), atto("103"), "regione"))
        .hasMessageContaining("non si paga due volte");
    assertThat(premialita.movimenti(piano.pianoId()))
        .extracting(Movimento::uscita)
        .containsExactly(Denaro.euro(4000), Denaro.euro(-4000), Denaro.euro(4000));
    assertThat(eventi(PagamentoStornato.class)).hasSize(1);
    assertThat(alterazioni()).isEmpty();
  }

  @Test
  void siStornaUnPagamentoENonUnAssegnazione() {
    var piano = piano("2021-2023");
    accontoPagato(piano);
    var assegnazione = premialita.scritture(piano.pianoId()).get(0);

    assertThatThrownBy(
            () ->
                pagamenti.storna(
                    assegnazione.id(), atto("1"), "Un errore di chi", false, "regione"))
        .hasMessageContaining("il numero di un pagamento");
  }

  @Test
  void leScrittureVenuteDaUnaMigrazioneRicevonoIlLoroSigillo() {
    var piano = piano("2021-2023");
    accontoPagato(piano);
    jdbc.sql("delete from sigillo_scrittura where piano_id = ?").param(piano.pianoId()).update();
    jdbc.sql("delete from catena where nome = ?").param("premialita:" + piano.pianoId()).update();
    assertThat(alterazioni()).hasSize(3).allSatisfy(a -> assertThat(a).contains("sigillo"));

    libro.sigillaMancanti();

    assertThat(alterazioni()).isEmpty();
  }

  private List<String> alterazioni() {
    return integrita.verifica().stream()
        .filter(e -> e.descrizione().equals("scritture della premialità"))
        .flatMap(e -> e.alterazioni().stream())
        .map(a -> a.riga() + " " + a.motivo())
        .toList();
  }

  private long accontoPagato(RiferimentoPiano piano) {
    trasmetteAccordo(piano);
    var candidati = progetti(piano, 2);
    for (var id : candidati) {
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
    }
    determinazioni.determina(piano.pianoId());
    pagamenti.liquidaAcconto(candidati.get(0), atto("100"), "regione");
    return candidati.get(0);
  }

  private static AttoDiLiquidazione atto(String numero) {
    return new AttoDiLiquidazione(numero, OGGI);
  }
}
