package it.pianodizona.coprogrammazione;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CoProgrammazioneProperties.class, DomandeOnlineProperties.class})
class CoProgrammazioneConfiguration {

  /** Prints what waits to be printed; off where mail is not delivered either, unless it is set. */
  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  @ConditionalOnExpression("${pianodizona.stampe.attive:${pianodizona.posta.attiva:true}}")
  static class LavoriPeriodici {

    @Bean
    GiroStampe giroStampe(StampeDellAvviso stampe, BozzeDomanda bozze) {
      return new GiroStampe(stampe, bozze);
    }
  }

  record GiroStampe(StampeDellAvviso stampe, BozzeDomanda bozze) {

    @Scheduled(fixedDelayString = "${pianodizona.stampe.intervallo:5s}")
    void stampa() {
      stampe.stampaInAttesa();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void eliminaBozzeScadute() {
      bozze.eliminaScadute();
    }
  }
}
