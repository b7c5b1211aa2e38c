package it.pianodizona.notifiche;

import it.pianodizona.comune.UnNodoAllaVolta;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  PostaProperties.class,
  RecapitiProperties.class,
  RimbalziProperties.class
})
class NotificheConfiguration {

  /** Sends the postman on his rounds; switched off where somebody else drives him. */
  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  @ConditionalOnProperty(
      name = "pianodizona.posta.attiva",
      havingValue = "true",
      matchIfMissing = true)
  static class GiroPeriodico {

    @Bean
    Giro giro(Postino postino) {
      return new Giro(postino);
    }
  }

  /** One round after the other, never two at once on the same node. */
  record Giro(Postino postino) {

    @Scheduled(fixedDelayString = "${pianodizona.posta.intervallo:3s}")
    void fai() {
      postino.giro();
    }
  }

  /** Reads the returned mail, where a mailbox for it is named. */
  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  @ConditionalOnProperty("pianodizona.posta.rimbalzi.host")
  static class LetturaPeriodica {

    @Bean
    Lettura lettura(RimbalziProperties proprieta, PostaMancata mancata, UnNodoAllaVolta nodi) {
      return new Lettura(new LettoreRimbalzi(proprieta, mancata), nodi);
    }
  }

  /** One node reads at a time: two would each leave a copy in the folder that a person reads. */
  record Lettura(LettoreRimbalzi lettore, UnNodoAllaVolta nodi) {

    @Scheduled(fixedDelayString = "${pianodizona.posta.rimbalzi.intervallo:5m}")
    void fai() {
      nodi.seLibera("rimbalzi", lettore::giro);
    }
  }
}
