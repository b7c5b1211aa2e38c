package it.pianodizona.coprogrammazione;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CoProgrammazioneProperties.class)
class CoProgrammazioneConfiguration {}
