package it.pianodizona.fascicolo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(
    name = "pianodizona.integrita.attiva",
    havingValue = "true",
    matchIfMissing = true)
class VerificaConfiguration {

  @Bean
  OgniNotte verificaOgniNotte(VerificaNotturna verifica) {
    return new OgniNotte(verifica);
  }

  record OgniNotte(VerificaNotturna verifica) {

    @Scheduled(cron = "0 0 4 * * *", zone = "Europe/Rome")
    void fai() {
      verifica.oggi();
    }
  }
}
