package it.pianodizona.motore.accesso;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/**
 * In production nothing starts on the demonstration's settings: the database on a local file, no
 * mail server, no public address, cookies over plain HTTP, secrets anybody on the machine can read,
 * no administrator or one with a password that everybody knows. Runs before the first connection to
 * the database; what only the database can tell is checked by {@link PasswordDimostrative}.
 */
@Component
@Profile("prod")
class GuardiaProduzione implements BeanFactoryPostProcessor, EnvironmentAware, PriorityOrdered {

  /** Characters of a password, at least. */
  static final int LUNGHEZZA_PASSWORD = 12;

  private static final String OIDC = "pianodizona.oidc.";

  private static final List<String> SEGRETI =
      List.of(
          "spring.datasource.password",
          "spring.mail.password",
          "camunda.bpm.admin-user.password",
          AccessoDiSorveglianza.PASSWORD,
          OIDC + "client-secret");

  private static final List<String> COOKIE =
      List.of(
          "server.servlet.session.cookie.secure",
          "camunda.bpm.webapp.session-cookie.enable-secure-cookie",
          "camunda.bpm.webapp.csrf.enable-secure-cookie");

  private Environment ambiente;

  @Override
  public void setEnvironment(Environment ambiente) {
    this.ambiente = ambiente;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  /**
   * @throws ConfigurazioneNonSicura naming every property that must be set
   */
  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory fabbrica) {
    var mancanze = mancanze(ambiente);
    if (!mancanze.isEmpty()) {
      throw new ConfigurazioneNonSicura(mancanze);
    }
  }

  static List<String> mancanze(Environment ambiente) {
    var mancanze = new ArrayList<String>();
    if (!valore(ambiente, "spring.datasource.url").startsWith("jdbc:postgresql:")) {
      mancanze.add(
          "spring.datasource.url: in produzione serve un database PostgreSQL,"
              + " per esempio jdbc:postgresql://server:5432/pianodizona.");
    }
    if (valore(ambiente, "spring.mail.host").isEmpty()) {
      mancanze.add("spring.mail.host: in produzione serve il server di posta in uscita.");
    }
    if (valore(ambiente, "pianodizona.posta.mittente").isEmpty()) {
      mancanze.add(
          "pianodizona.posta.mittente: in produzione serve l'indirizzo da cui partono i messaggi.");
    }
    if (!valore(ambiente, "pianodizona.indirizzo-pubblico").startsWith("https://")) {
      mancanze.add(
          "pianodizona.indirizzo-pubblico: serve l'indirizzo scritto nei messaggi, con https,"
              + " per esempio https://pianodizona.ente.it.");
    }
    COOKIE.stream()
        .filter(cookie -> ambiente.getProperty(cookie, "true").strip().equalsIgnoreCase("false"))
        .map(cookie -> cookie + ": i cookie di accesso viaggiano solo su HTTPS, va lasciato true.")
        .forEach(mancanze::add);
    boolean federato = ambiente.acceptsProfiles(Profiles.of(AccessoFederato.PROFILO));
    if (federato) {
      mancanze.addAll(mancanzeDellAccessoFederato(ambiente));
    }
    boolean senzaUtenti = valore(ambiente, "camunda.bpm.admin-user.id").isEmpty();
    if (senzaUtenti && !federato) {
      mancanze.add(
          "camunda.bpm.admin-user.id: in produzione serve un amministratore;"
              + " senza, il primo visitatore potrebbe nominarsi tale.");
    }
    SEGRETI.stream()
        .filter(segreto -> !valore(ambiente, segreto).isEmpty())
        .filter(segreto -> visibile(ambiente, segreto))
        .map(
            segreto ->
                segreto
                    + ": un segreto si dà da una variabile d'ambiente o da un file, mai dalla riga"
                    + " di comando, che ogni utente della macchina può leggere.")
        .forEach(mancanze::add);
    if (valore(ambiente, "spring.datasource.password").length() < LUNGHEZZA_PASSWORD) {
      mancanze.add(
          "spring.datasource.password: serve la password del database, di almeno "
              + LUNGHEZZA_PASSWORD
              + " caratteri.");
    }
    var password = valore(ambiente, "camunda.bpm.admin-user.password");
    var sorveglianza = valore(ambiente, AccessoDiSorveglianza.PASSWORD);
    if (!sorveglianza.isEmpty()
        && (sorveglianza.length() < LUNGHEZZA_PASSWORD || sorveglianza.equals(password))) {
      mancanze.add(
          AccessoDiSorveglianza.PASSWORD
              + ": servono almeno "
              + LUNGHEZZA_PASSWORD
              + " caratteri, diversi dalla password dell'amministratore.");
    }
    if (federato && senzaUtenti) {
      return mancanze;
    }
    if (password.length() < LUNGHEZZA_PASSWORD
        || password.equals(valore(ambiente, "spring.datasource.password"))) {
      mancanze.add(
          "camunda.bpm.admin-user.password: servono almeno "
              + LUNGHEZZA_PASSWORD
              + " caratteri, diversi dalla password del database; la password della dimostrazione"
              + " non è ammessa.");
    }
    return mancanze;
  }

  private static List<String> mancanzeDellAccessoFederato(Environment ambiente) {
    var mancanze = new ArrayList<String>();
    if (!valore(ambiente, OIDC + "emittente").startsWith("https://")) {
      mancanze.add(
          OIDC
              + "emittente: serve l'indirizzo del servizio di identità, con https, per esempio"
              + " https://accesso.ente.it/realms/ente.");
    }
    for (var obbligatorio : List.of("client-id", "client-secret")) {
      if (valore(ambiente, OIDC + obbligatorio).isEmpty()) {
        mancanze.add(OIDC + obbligatorio + ": lo assegna il servizio di identità.");
      }
    }
    return mancanze;
  }

  /** Whether whoever may list the processes of the machine, or unpack the jar, can read it. */
  private static boolean visibile(Environment ambiente, String proprieta) {
    return ambiente instanceof ConfigurableEnvironment configurabile
        && configurabile.getPropertySources().stream()
            .filter(
                fonte -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(fonte))
            .filter(fonte -> fonte.containsProperty(proprieta))
            .findFirst()
            .filter(
                fonte ->
                    fonte instanceof CommandLinePropertySource<?>
                        || fonte
                            .getName()
                            .equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME))
            .isPresent();
  }

  private static String valore(Environment ambiente, String proprieta) {
    return ambiente.getProperty(proprieta, "").strip();
  }
}
