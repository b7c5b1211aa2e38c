package it.pianodizona.coprogrammazione;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The rules of the procedure are settings, and one that makes no sense stops the start. */
class CoProgrammazionePropertiesTest {

  private final ApplicationContextRunner applicazione =
      new ApplicationContextRunner()
          .withUserConfiguration(CoProgrammazioneConfiguration.class)
          .withPropertyValues("pianodizona.stampe.attive=false");

  @Test
  void senzaImpostazioniValgonoLeNorme() {
    applicazione.run(
        contesto ->
            assertThat(contesto.getBean(CoProgrammazioneProperties.class))
                .isEqualTo(new CoProgrammazioneProperties(30, 7, 30, 1, true, 10, 10, 0, 3)));
  }

  @Test
  void ilPreavvisoSiSpegneConUnImpostazione() {
    applicazione
        .withPropertyValues("pianodizona.preavviso-attivo=false")
        .run(
            contesto ->
                assertThat(contesto.getBean(CoProgrammazioneProperties.class).preavvisoAttivo())
                    .isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "procedimento-giorni=0",
        "soccorso-giorni=0",
        "soccorso-giorni=31",
        "sospensione-massima-giorni=-1",
        "preavviso-giorni=0",
        "ripresa-dopo-osservazioni-giorni=-1"
      })
  void unNumeroSenzaSensoFermaLAvvio(String impostazione) {
    applicazione
        .withPropertyValues("pianodizona." + impostazione)
        .run(
            contesto ->
                assertThat(contesto.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("pianodizona." + impostazione.split("=")[0])
                    .hasMessageContaining("si accetta"));
  }
}
