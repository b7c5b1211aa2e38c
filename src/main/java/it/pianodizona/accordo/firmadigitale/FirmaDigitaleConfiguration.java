package it.pianodizona.accordo.firmadigitale;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FirmaDigitaleProperties.class)
class FirmaDigitaleConfiguration {}
