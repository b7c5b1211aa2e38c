package it.pianodizona.premialita;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PremialitaProperties.class)
class PremialitaConfiguration {}
