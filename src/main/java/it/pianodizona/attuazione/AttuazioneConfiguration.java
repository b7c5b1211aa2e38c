package it.pianodizona.attuazione;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttuazioneProperties.class)
class AttuazioneConfiguration {}
