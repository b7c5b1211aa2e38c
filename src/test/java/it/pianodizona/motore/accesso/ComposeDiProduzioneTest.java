package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.esercizio.Compose;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The example for production starts: the guard of the profile prod has nothing to ask for. */
class ComposeDiProduzioneTest {

  @ParameterizedTest
  @ValueSource(strings = {"nodo1", "nodo2"})
  void allaGuardiaNonMancaNulla(String nodo) {
    assertThat(GuardiaProduzione.mancanze(ambiente(nodo, Map.of()))).isEmpty();
  }

  @Test
  void laGuardiaSiAccorgeDiCioCheManca() {
    assertThat(
            GuardiaProduzione.mancanze(
                ambiente(
                    "nodo1",
                    Map.of("SPRING_MAIL_HOST", "", "PIANODIZONA_INDIRIZZO_PUBBLICO", "http://x"))))
        .hasSize(2);
  }

  private static StandardEnvironment ambiente(String nodo, Map<String, Object> invece) {
    var variabili = new HashMap<>(Compose.ambiente(Compose.PRODUZIONE, nodo));
    variabili.putAll(invece);
    var segreti = new HashMap<String, Object>();
    for (var segreto : Compose.elenco(Compose.servizio(Compose.PRODUZIONE, nodo).get("secrets"))) {
      segreti.put(
          Compose.mappa(segreto).get("target").toString(),
          "contenuto di " + Compose.mappa(segreto).get("source"));
    }
    var ambiente = new StandardEnvironment();
    var fonti = ambiente.getPropertySources();
    fonti.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    fonti.addLast(
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variabili));
    fonti.addLast(new MapPropertySource("segreti", segreti));
    ambiente.setActiveProfiles(variabili.get("SPRING_PROFILES_ACTIVE").toString().split(","));
    return ambiente;
  }
}
