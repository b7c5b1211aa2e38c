package it.pianodizona.motore.accesso;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * In production nothing starts on the demonstration's settings: the database on a local file, no
 * mail server, no administrator or one with a password that everybody knows. Runs before the first
 * connection to the database.
 */
@Component
@Profile("prod")
class GuardiaProduzione implements BeanFactoryPostProcessor, EnvironmentAware, PriorityOrdered {

  private static final int LUNGHEZZA_PASSWORD = 12;

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
    if (valore(ambiente, "pianodizona.indirizzo-pubblico").isEmpty()) {
      mancanze.add(
          "pianodizona.indirizzo-pubblico: serve l'indirizzo scritto nei messaggi,"
              + " per esempio https://pianodizona.ente.it.");
    }
    if (valore(ambiente, "camunda.bpm.admin-user.id").isEmpty()) {
      mancanze.add(
          "camunda.bpm.admin-user.id: in produzione serve un amministratore;"
              + " senza, il primo visitatore potrebbe nominarsi tale.");
    }
    var password = valore(ambiente, "camunda.bpm.admin-user.password");
    if (password.length() < LUNGHEZZA_PASSWORD) {
      mancanze.add(
          "camunda.bpm.admin-user.password: servono almeno "
              + LUNGHEZZA_PASSWORD
              + " caratteri; la password della dimostrazione non è ammessa.");
    }
    return mancanze;
  }

  private static String valore(Environment ambiente, String proprieta) {
    return ambiente.getProperty(proprieta, "").strip();
  }
}
