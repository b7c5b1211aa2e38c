package it.pianodizona.portale.web;

import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PortaleProperties.class, MultipartProperties.class})
class PortaleConfiguration {

  /**
   * Off: it looks for a file behind every link of every page, in all the libraries, which took more
   * than half of the time of a page. Our links to files carry no version to be found out.
   */
  @Bean
  FilterRegistrationBean<ResourceUrlEncodingFilter> collegamentiComeSonoScritti() {
    var spento = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
    spento.setEnabled(false);
    return spento;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> ancheIlServerParlaItaliano() {
    return server ->
        server.addContextCustomizers(
            applicazione ->
                applicazione
                    .getParent()
                    .getPipeline()
                    .addValve(new RispostaAlleRichiesteMalformate()));
  }
}
