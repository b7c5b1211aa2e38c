package it.pianodizona.premialita.libro;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.Denaro;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the comparison with the treasury says of every way in which the two sides can differ. */
class RiscontroTest {

  private static final String CLUSONE = "Comune di Clusone";
  private static final String ALBINO = "Servizi Sociosanitari Val Seriana";

  private final List<Movimento> movimenti = new ArrayList<>();

  @Test
  void stessiAttiBeneficiarieImportiCorrispondonoAncheSePiuVolte() {
    paga("100", CLUSONE, 4000);
    paga("100", CLUSONE, 4000);
    paga("100", CLUSONE, 10000);

    assertThat(
            esiti(
                riga(2, "M1", "", "100", "COMUNE DI CLUSONE", 10000),
                riga(3, "M2", "", "100", "Comune  di Clusone", 4000),
                riga(4, "M3", "", "100", CLUSONE, 4000)))
        .containsExactly(
            EsitoRiscontro.CORRISPONDE, EsitoRiscontro.CORRISPONDE, EsitoRiscontro.CORRISPONDE);
  }

  @Test
  void unImportoDiversoDiceDiQuanto() {
    paga("100", CLUSONE, 4000);

    var voci = voci(riga(2, "M1", "", "100", CLUSONE, 3999));

    assertThat(voci)
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.esito()).isEqualTo(EsitoRiscontro.IMPORTO_DIVERSO);
              assertThat(v.spiegazione())
                  .contains("3.999,00 €", "4.000,00 €", "-1,00 €", "PZ-0000001");
            });
  }

  @Test
  void unBeneficiarioDiversoDiceChiErano() {
    paga("100", CLUSONE, 4000);

    assertThat(voci(riga(2, "M1", "", "100", ALBINO, 4000)))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.esito()).isEqualTo(EsitoRiscontro.BENEFICIARIO_DIVERSO);
              assertThat(v.spiegazione()).contains(CLUSONE, ALBINO);
            });
  }

  @Test
  void unSecondoPagamentoUgualeEUnDuplicatoENonUnImportoDiverso() {
    paga("100", CLUSONE, 4000);
    paga("100", CLUSONE, 10000);

    assertThat(
            esiti(riga(2, "M1", "", "100", CLUSONE, 4000), riga(3, "M2", "", "100", CLUSONE, 4000)))
        .containsExactly(
            EsitoRiscontro.CORRISPONDE, EsitoRiscontro.DUPLICATO, EsitoRiscontro.MANCANTE);
  }

  @Test
  void loStessoMandatoDueVolteEUnDuplicato() {
    paga("100", CLUSONE, 4000);
    paga("100", CLUSONE, 4000);

    assertThat(
            esiti(riga(2, "M1", "", "100", CLUSONE, 4000), riga(3, "m1", "", "100", CLUSONE, 4000)))
        .containsExactly(
            EsitoRiscontro.CORRISPONDE, EsitoRiscontro.DUPLICATO, EsitoRiscontro.MANCANTE);
  }

  @Test
  void ilNumeroDelMovimentoValePiuDellAtto() {
    paga("100", CLUSONE, 4000);
    paga("200", CLUSONE, 4000);

    var voci =
        voci(
            riga(2, "M1", "PZ-0000002", "100", CLUSONE, 4000),
            riga(3, "M2", "pz-0000002", "200", CLUSONE, 4000));

    assertThat(voci)
        .extracting(Riscontro.Voce::esito)
        .containsExactly(
            EsitoRiscontro.CORRISPONDE, EsitoRiscontro.DUPLICATO, EsitoRiscontro.MANCANTE);
    assertThat(voci.get(1).spiegazione()).contains("PZ-0000002", "riga 2");
    assertThat(voci.get(2).movimento().id()).isEqualTo(1);
  }

  @Test
  void cioCheNonEDiNessunoESconosciutoECioCheNonCEManca() {
    paga("100", CLUSONE, 4000);

    var voci = voci(riga(2, "M9", "", "777", ALBINO, 12));

    assertThat(voci)
        .extracting(Riscontro.Voce::esito)
        .containsExactly(EsitoRiscontro.SCONOSCIUTO, EsitoRiscontro.MANCANTE);
    assertThat(voci.get(0).spiegazione()).contains("777", ALBINO, "12,00 €");
    assertThat(voci.get(1).spiegazione()).contains("PZ-0000001", "100");
  }

  @Test
  void unPagamentoStornatoPrimaDelMandatoNonEUnaDifferenzaEUnRecuperoSiIncassa() {
    paga("100", CLUSONE, 4000);
    movimento(TipoMovimento.STORNO, "101", CLUSONE, 4000, 1L);
    movimento(TipoMovimento.RECUPERO, "102", CLUSONE, 500, null);

    assertThat(esiti(riga(2, "R1", "", "102", CLUSONE, -500)))
        .containsExactly(
            EsitoRiscontro.CORRISPONDE, EsitoRiscontro.ANNULLATO, EsitoRiscontro.ANNULLATO);
  }

  @Test
  void unoStornoRimastoSenzaIlSuoIncassoManca() {
    paga("100", CLUSONE, 4000);
    movimento(TipoMovimento.STORNO, "101", CLUSONE, 4000, 1L);

    assertThat(esiti(riga(2, "M1", "", "100", CLUSONE, 4000)))
        .containsExactly(EsitoRiscontro.CORRISPONDE, EsitoRiscontro.MANCANTE);
  }

  private List<EsitoRiscontro> esiti(RigaTesoreria... righe) {
    return voci(righe).stream().map(Riscontro.Voce::esito).toList();
  }

  private List<Riscontro.Voce> voci(RigaTesoreria... righe) {
    return Riscontro.confronta(movimenti, Arrays.asList(righe));
  }

  private void paga(String atto, String beneficiario, long euro) {
    movimento(TipoMovimento.ACCONTO, atto, beneficiario, euro, null);
  }

  private void movimento(
      TipoMovimento tipo, String atto, String beneficiario, long euro, Long storna) {
    boolean paga = tipo == TipoMovimento.ACCONTO;
    movimenti.add(
        new Movimento(
            movimenti.size() + 1,
            1,
            1L,
            tipo,
            paga ? Conto.DA_LIQUIDARE : Conto.TESORERIA,
            paga ? Conto.TESORERIA : Conto.DA_LIQUIDARE,
            Denaro.euro(euro),
            atto,
            LocalDate.of(2024, 9, 12),
            beneficiario,
            "Prova",
            storna,
            "regione",
            OffsetDateTime.parse("2024-09-12T09:00:00+02:00")));
  }

  private static RigaTesoreria riga(
      int numero, String mandato, String movimento, String atto, String beneficiario, long euro) {
    return new RigaTesoreria(
        numero,
        mandato,
        LocalDate.of(2024, 9, 20),
        movimento,
        atto,
        beneficiario,
        Denaro.euro(euro));
  }
}
