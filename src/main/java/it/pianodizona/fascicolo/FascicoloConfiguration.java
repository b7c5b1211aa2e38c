package it.pianodizona.fascicolo;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  AllegatiProperties.class,
  AntivirusProperties.class,
  ProtocolloProperties.class
})
class FascicoloConfiguration {}
