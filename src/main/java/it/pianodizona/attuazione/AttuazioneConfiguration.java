package it.pianodizona.attuazione;

import it.pianodizona.attuazione.monitoraggio.MonitoraggioProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AttuazioneProperties.class, MonitoraggioProperties.class})
class AttuazioneConfiguration {}
