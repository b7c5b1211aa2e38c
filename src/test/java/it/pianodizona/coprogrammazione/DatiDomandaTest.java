package it.pianodizona.coprogrammazione;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatiDomandaTest {

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
  void unIstruttoriaRegolareHaTuttiIControlli() {
    assertThatThrownBy(
            () -> new Istruttoria(true, false, true, false, EsitoIstruttoria.REGOLARE, null))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("mancano i controlli su firma, categoria");
    assertThatThrownBy(
            () -> new Istruttoria(true, false, true, true, EsitoIstruttoria.DA_INTEGRARE, " "))
        .hasMessageContaining("Motivi");
  }
}
