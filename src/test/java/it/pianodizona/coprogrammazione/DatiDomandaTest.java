package it.pianodizona.coprogrammazione;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatiDomandaTest {

  private static final LocalDate OGGI = LocalDate.of(2024, 9, 20);

  @Test
  void leAreeSceltePiuVolteContanoUnaVolta() {
    var dati = DomandaFixture.dati(DomandaFixture.COOPERATIVA, List.of("a", "b", "a"));

    assertThat(dati.aree()).containsExactly("a", "b");
  }

  @Test
  void senzaAreeNonCEDomanda() {
    assertThatThrownBy(() -> DomandaFixture.dati(DomandaFixture.COOPERATIVA, List.of()))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("Aree")
        .hasMessageContaining("almeno un'area");
  }

  @Test
  void ilCodiceFiscaleHaLaCifraDiControllo() {
    assertThatThrownBy(() -> DomandaFixture.dati("01234567890", List.of("a")))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("Codice fiscale");
  }

  @Test
  void unEsclusioneVuoleMotiviENorma() {
    assertThatThrownBy(() -> new DecisioneDomanda(EsitoDomanda.ESCLUSA, null, "art. 4"))
        .hasMessageContaining("Motivi");
    assertThatThrownBy(() -> new DecisioneDomanda(EsitoDomanda.ESCLUSA, "fuori categoria", null))
        .hasMessageContaining("Norma");
    assertThat(new DecisioneDomanda(EsitoDomanda.AMMESSA, null, null).motivi()).isNull();
  }

  @Test
  void unEnteDelTerzoSettoreSiVerificaNelRegistroConIlGiorno() {
    assertThatThrownBy(() -> istruttoria(CategoriaPartecipante.ETS, null, null, OGGI))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("va verificato nel registro");
    assertThatThrownBy(
            () -> istruttoria(CategoriaPartecipante.ETS, VerificaRunts.IN_CORSO, null, null))
        .hasMessageContaining("Giorno della verifica");
    assertThatThrownBy(
            () -> istruttoria(CategoriaPartecipante.ETS, VerificaRunts.ISCRITTO, " ", OGGI))
        .hasMessageContaining("Numero RUNTS verificato");
    assertThatThrownBy(
            () ->
                istruttoria(CategoriaPartecipante.ETS, VerificaRunts.ISCRITTO, "12345", OGGI)
                    .verificaAl(OGGI.minusDays(1)))
        .hasMessageContaining("una data non futura");
  }

  @Test
  void unSindacatoNonHaBisognoDelRegistro() {
    var istruttoria =
        istruttoria(CategoriaPartecipante.SINDACATO, VerificaRunts.ISCRITTO, "12345", OGGI);

    assertThat(istruttoria.runts()).isEqualTo(VerificaRunts.NON_DOVUTA);
    assertThat(istruttoria.runtsNumero()).isNull();
  }

  @Test
  void laValutazioneCheSiScostaDallaPropostaVuoleUnMotivo() {
    var valutazione = new Valutazione(EsitoIstruttoria.REGOLARE, " ", null, 0);

    assertThatThrownBy(() -> valutazione.verificaScostamento(EsitoIstruttoria.NEGATIVA))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("Motivo dello scostamento")
        .hasMessageContaining("preavviso di rigetto");
    valutazione.verificaScostamento(EsitoIstruttoria.REGOLARE);
    assertThatThrownBy(() -> new Valutazione(EsitoIstruttoria.DA_INTEGRARE, null, "firma", 31))
        .hasMessageContaining("da 1 a 30");
  }

  private static Istruttoria istruttoria(
      CategoriaPartecipante categoria, VerificaRunts runts, String numero, LocalDate verificato) {
    return new Istruttoria(
        true, FirmaDomanda.PEC, false, categoria, runts, numero, verificato, null, true, false);
  }
}
