package it.pianodizona.tavoli;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TavoliProperties.class)
class TavoliConfiguration {}
