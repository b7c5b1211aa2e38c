package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.mock.env.MockEnvironment;

/** The production profile starts only when it is configured as such. */
class GuardiaProduzioneTest {

  private static MockEnvironment inProduzione() {
    return new MockEnvironment()
        .withProperty("spring.datasource.url", "jdbc:postgresql://db:5432/pianodizona")
        .withProperty("spring.datasource.password", "un-altra-frase-lunga")
        .withProperty("spring.mail.host", "posta.ente.example")
        .withProperty("pianodizona.posta.mittente", "piano@ente.example")
        .withProperty("pianodizona.indirizzo-pubblico", "https://piano.ente.example")
        .withProperty("camunda.bpm.admin-user.id", "amministratore")
        .withProperty("camunda.bpm.admin-user.password", "una-frase-lunga");
  }

  @Test
  void unaConfigurazioneCompletaPassa() {
    assertThat(GuardiaProduzione.mancanze(inProduzione())).isEmpty();
  }

  @Test
  void conLAccessoFederatoNonServonoPasswordMaIlServizioDiIdentita() {
    var federato =
        inProduzione()
            .withProperty("camunda.bpm.admin-user.id", "")
            .withProperty("camunda.bpm.admin-user.password", "");
    federato.setActiveProfiles("prod", "oidc");
    assertThat(GuardiaProduzione.mancanze(federato))
        .extracting(mancanza -> mancanza.substring(0, mancanza.indexOf(':')))
        .containsExactly(
            "pianodizona.oidc.emittente",
            "pianodizona.oidc.client-id",
            "pianodizona.oidc.client-secret");

    federato
        .withProperty("pianodizona.oidc.emittente", "https://accesso.ente.example")
        .withProperty("pianodizona.oidc.client-id", "piano-di-zona")
        .withProperty("pianodizona.oidc.client-secret", "x");
    assertThat(GuardiaProduzione.mancanze(federato)).isEmpty();
    // a local administrator beside it still needs a real password
    assertThat(
            GuardiaProduzione.mancanze(
                federato.withProperty("camunda.bpm.admin-user.id", "amministratore")))
        .singleElement()
        .asString()
        .startsWith("camunda.bpm.admin-user.password:");
  }

  @Test
  void ilDatabaseSuFileVieneRifiutato() {
    assertThat(
            GuardiaProduzione.mancanze(
                inProduzione().withProperty("spring.datasource.url", "jdbc:h2:file:./dati/x")))
        .singleElement()
        .asString()
        .startsWith("spring.datasource.url:");
  }

  @Test
  void laPasswordDellaDimostrazioneVieneRifiutata() {
    assertThat(
            GuardiaProduzione.mancanze(
                inProduzione().withProperty("camunda.bpm.admin-user.password", "demo")))
        .singleElement()
        .asString()
        .startsWith("camunda.bpm.admin-user.password:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"corta", "una-frase-lunga"})
  void laPasswordDiChiSorvegliaNonECortaNeQuellaDiChiAmministra(String password) {
    assertThat(
            GuardiaProduzione.mancanze(
                inProduzione().withProperty("pianodizona.sorveglianza.password", password)))
        .singleElement()
        .asString()
        .startsWith("pianodizona.sorveglianza.password:");
  }

  @Test
  void senzaPostaNonSiParte() {
    assertThat(GuardiaProduzione.mancanze(inProduzione().withProperty("spring.mail.host", " ")))
        .singleElement()
        .asString()
        .startsWith("spring.mail.host:");
  }

  @Test
  void senzaMittenteESenzaIndirizzoPubblicoNonSiParte() {
    assertThat(
            GuardiaProduzione.mancanze(
                inProduzione()
                    .withProperty("pianodizona.posta.mittente", "")
                    .withProperty("pianodizona.indirizzo-pubblico", "")))
        .hasSize(2);
  }

  @Test
  void senzaPasswordDelDatabaseNonSiParte() {
    assertThat(
            GuardiaProduzione.mancanze(
                inProduzione().withProperty("spring.datasource.password", "")))
        .singleElement()
        .asString()
        .startsWith("spring.datasource.password:");
  }

  @Test
  void lIndirizzoPubblicoEICookieSonoSuHttps() {
    assertThat(
            GuardiaProduzione.mancanze(
                inProduzione()
                    .withProperty("pianodizona.indirizzo-pubblico", "http://piano.ente.example")
                    .withProperty("server.servlet.session.cookie.secure", "false")
                    .withProperty("camunda.bpm.webapp.csrf.enable-secure-cookie", "false")))
        .hasSize(3);
  }

  @Test
  void unSegretoSullaRigaDiComandoVieneRifiutato() {
    var ambiente = inProduzione();
    ambiente
        .getPropertySources()
        .addFirst(
            new SimpleCommandLinePropertySource(
                "--spring.datasource.password=un-altra-lunga-frase"));

    assertThat(GuardiaProduzione.mancanze(ambiente))
        .singleElement()
        .asString()
        .contains("mai dalla riga di comando");
  }

  @Test
  void ilProfiloProdNonParteConLeImpostazioniDellaDimostrazione() {
    new ApplicationContextRunner()
        .withInitializer(contesto -> contesto.getEnvironment().addActiveProfile("prod"))
        .withUserConfiguration(GuardiaProduzione.class)
        .run(
            contesto ->
                assertThat(contesto)
                    .getFailure()
                    .isInstanceOf(ConfigurazioneNonSicura.class)
                    .hasMessageContaining("spring.datasource.url")
                    .hasMessageContaining("spring.mail.host")
                    .hasMessageContaining("camunda.bpm.admin-user.id"));
  }

  @Test
  void fuoriDaProdLaGuardiaNonCE() {
    new ApplicationContextRunner()
        .withUserConfiguration(GuardiaProduzione.class)
        .run(contesto -> assertThat(contesto).doesNotHaveBean(GuardiaProduzione.class));
  }
}
