package it.pianodizona.premialita.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.premialita.Pagamenti;
import it.pianodizona.premialita.Premialita;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The same task before each of the three payments that a late flow may block. */
@Configuration(proxyBeanMethods = false)
class SanareDebitiConfiguration {

  @Bean
  Compito sanareDebitiAcconto(Premialita premialita, Pagamenti pagamenti, Anagrafica anagrafica) {
    return new SanareDebitiCompito(
        premialita,
        pagamenti,
        anagrafica,
        PremialitaProgettoProcesso.CHIAVE,
        PremialitaProgettoProcesso.SANARE_DEBITI_ACCONTO,
        "l'acconto");
  }

  @Bean
  Compito sanareDebitiSaldo(Premialita premialita, Pagamenti pagamenti, Anagrafica anagrafica) {
    return new SanareDebitiCompito(
        premialita,
        pagamenti,
        anagrafica,
        PremialitaProgettoProcesso.CHIAVE,
        PremialitaProgettoProcesso.SANARE_DEBITI_SALDO,
        "il saldo");
  }

  @Bean
  Compito sanareDebitiPrimoLivello(
      Premialita premialita, Pagamenti pagamenti, Anagrafica anagrafica) {
    return new SanareDebitiCompito(
        premialita,
        pagamenti,
        anagrafica,
        PrimoLivelloProcesso.CHIAVE,
        PrimoLivelloProcesso.SANARE_DEBITI,
        "la premialità di primo livello");
  }
}
