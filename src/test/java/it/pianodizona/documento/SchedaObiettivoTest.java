package it.pianodizona.documento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchedaObiettivoTest {

  @Test
  void unNoCancellaIlSuoQuali() {
    var scheda = scheda(Denaro.euro(100), false, "Anziani", false, "ASST");

    assertThat(scheda.areeTrasversali()).isNull();
    assertThat(scheda.coProgettatoCon()).isNull();
  }

  @Test
  void unSiVuoleIlSuoQuali() {
    assertThatThrownBy(() -> scheda(Denaro.euro(100), true, " ", false, null))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("Con quali aree");
    assertThatThrownBy(() -> scheda(Denaro.euro(100), false, null, true, null))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("Con quali attori");
  }

  @Test
  void leRisorseNonSonoMaiNegative() {
    assertThatThrownBy(() -> scheda(Denaro.euro(-1), false, null, false, null))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("Risorse economiche");
  }

  @Test
  void unParereContrarioVuoleIMotivi() {
    assertThatThrownBy(() -> parere(EsitoParere.CONTRARIO, null))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("obbligatorie");
    assertThat(parere(EsitoParere.FAVOREVOLE, null).riassunto())
        .isEqualTo("ATS di Bergamo, 12/11/2024, favorevole");
  }

  private static Parere parere(EsitoParere esito, String testo) {
    return new Parere(
        Provenienza.ATS, esito, "ATS di Bergamo", testo, LocalDate.of(2024, 11, 12), "ats");
  }

  private static SchedaObiettivo scheda(
      Denaro risorse, boolean trasversale, String aree, boolean coProgettato, String con) {
    return new SchedaObiettivo(
        "Titolo",
        Macroarea.E,
        "Descrizione",
        "Anziani",
        risorse,
        "Due educatori",
        trasversale,
        aree,
        false,
        false,
        coProgettato,
        con,
        "Bisogni",
        "Modalità",
        "Risultati",
        "Impatto",
        false);
  }
}
