package it.pianodizona.registro;

import it.pianodizona.comune.UnNodoAllaVolta;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacyProperties.class)
class RegistroConfiguration {

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  @ConditionalOnProperty(
      name = "pianodizona.privacy.attiva",
      havingValue = "true",
      matchIfMissing = true)
  static class OgniNotte {

    @Bean
    Notturno conservazioneNotturna(Conservazione conservazione, UnNodoAllaVolta nodi) {
      return new Notturno(conservazione, nodi);
    }
  }

  /** On one node at a time; the one that comes after finds nothing to do. */
  record Notturno(Conservazione conservazione, UnNodoAllaVolta nodi) {

    @Scheduled(cron = "0 30 3 * * *", zone = "Europe/Rome")
    void fai() {
      nodi.seLibera("conservazione", conservazione::esegui);
    }
  }
}
