package it.pianodizona.comune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodiciTest {

  @Test
  void acceptsTheTaxCodeOfABody() {
    // Regione Lombardia
    assertThat(CodiceFiscale.ente("80050050154").diEnte()).isTrue();
    assertThat(CodiceFiscale.ente(" 800 500 501 54 ").valore()).isEqualTo("80050050154");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "80050050155",
        "8005005015",
        "800500501544",
        "00000000000",
        "8005005O154",
        "RSSMRA85T10A562S",
        "٨٠٠٥٠٠٥٠١٥٤"
      })
  void refusesWhatIsNotTheTaxCodeOfABody(String testo) {
    assertThatThrownBy(() -> CodiceFiscale.ente(testo))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("11 cifre");
  }

  @Test
  void acceptsTheTaxCodeOfAPerson() {
    // the textbook example, with its omocodia variant
    assertThat(CodiceFiscale.persona("rssmra85t10a562s").valore()).isEqualTo("RSSMRA85T10A562S");
    assertThat(new CodiceFiscale("RSSMRA85T10A562S").diEnte()).isFalse();
    assertThat(CodiceFiscale.persona("RSSMRA85T10A56NH").valore()).isEqualTo("RSSMRA85T10A56NH");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "RSSMRA85T10A562A",
        "RSSMRA85T10A562",
        "RSSMRA85G10A562S",
        "80050050154",
        "RSSMRA85T10A562SS"
      })
  void refusesWhatIsNotTheTaxCodeOfAPerson(String testo) {
    assertThatThrownBy(() -> CodiceFiscale.persona(testo))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("16 caratteri");
  }

  @Test
  void aTaxCodeOfNeitherKindNamesBoth() {
    assertThatThrownBy(() -> new CodiceFiscale("123"))
        .hasMessageContaining("«123»")
        .hasMessageContaining("ente")
        .hasMessageContaining("persona");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ufficio@esempio.it",
        "protocollo@pec.comune.esempio.bg.it",
        "o'neill+avvisi@esempio.it",
        "a@b.co",
        "nome.cognome@associazione-onlus.org"
      })
  void acceptsOrdinaryAddresses(String testo) {
    assertThat(Email.di(testo).indirizzo()).isEqualTo(testo);
  }

  @Test
  void normalisesTheDomainOnly() {
    assertThat(Email.di(" Mario.Rossi@Esempio.IT ")).hasToString("Mario.Rossi@esempio.it");
    assertThat(Email.di("info@città.it")).hasToString("info@xn--citt-3na.it");
    assertThat(Email.facoltativa(" ")).isNull();
    assertThat(Email.facoltativa("a@b.it")).isEqualTo(Email.di("a@b.it"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "a",
        "a@",
        "@b.it",
        "a@b",
        "a b@c.it",
        "a@b..it",
        ".a@b.it",
        "a.@b.it",
        "a..b@c.it",
        "a@-b.it",
        "a@b.it,c@d.it",
        "a@b.it; c@d.it",
        "Nome <a@b.it>",
        "a@b.it\r\nBcc: c@d.it",
        "a@b.1",
        "a@@b.it",
        "a@[127.0.0.1]"
      })
  void refusesWhatIsNotOneAddress(String testo) {
    assertThatThrownBy(() -> Email.di(testo))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("nome@dominio");
  }

  @Test
  void refusesAddressesTooLongForTheProtocol() {
    assertThatThrownBy(() -> Email.di("a".repeat(65) + "@b.it")).isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> Email.di("a@" + "b".repeat(64) + ".it"))
        .isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> Email.di("a@" + "bcd.".repeat(70) + "it"))
        .isInstanceOf(DatoNonValido.class);
  }

  @Test
  void istatCodeKeepsItsProvince() {
    assertThat(new CodiceIstat("016077").provincia()).isEqualTo("016");
    assertThat(new CodiceIstat("016077")).hasToString("016077");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "16077", "0160777", "01607A", "000001", "016000", " 016077"})
  void refusesWrongIstatCodes(String testo) {
    assertThatThrownBy(() -> new CodiceIstat(testo)).isInstanceOf(DatoNonValido.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "C80", "c800", "CC80", "C8000"})
  void refusesWrongLandRegistryCodes(String testo) {
    assertThatThrownBy(() -> new CodiceCatastale(testo)).isInstanceOf(DatoNonValido.class);
    assertThat(new CodiceCatastale("C800")).hasToString("C800");
  }

  @Test
  void theErrorNamesFieldValueAndWhatIsAccepted() {
    DatoNonValido errore = new DatoNonValido("Popolazione", "-3", "un numero intero positivo");

    assertThat(errore)
        .hasMessage(
            "Popolazione: il valore «-3» non è valido; è ammesso: un numero intero positivo.");
    assertThat(errore.campo()).isEqualTo("Popolazione");
    assertThat(errore.valore()).isEqualTo("-3");
    assertThat(errore.accettato()).isEqualTo("un numero intero positivo");
    assertThat(new DatoNonValido("Data", null, "una data")).hasMessageContaining("assente");
    assertThat(new DatoNonValido("Testo", "x".repeat(500), "meno").getMessage())
        .hasSizeLessThan(220);
    assertThat(DatoNonValido.regola("Avviso", "è già pubblicato e non si modifica."))
        .hasMessage("Avviso: è già pubblicato e non si modifica.");
  }
}
