package it.pianodizona.motore.nodo;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration(proxyBeanMethods = false)
class NodoConfiguration {

  /**
   * On PostgreSQL, where the clock is the real one and jobs run by themselves: the demonstration
   * and the simulator have clocks of their own.
   */
  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  @ConditionalOnExpression(
      """
      '${spring.datasource.url:}'.startsWith('jdbc:postgresql:')
        and ${camunda.bpm.job-execution.enabled:true}
        and (!${pianodizona.dimostrazione.attiva:true} or environment.matchesProfiles('prod'))""")
  static class OrologioVero {

    @Bean
    GuardiaOrologio orologioDelNodo(
        ProcessEngine motore,
        JdbcClient jdbc,
        PassaggioDelLavoro passaggio,
        @Qualifier("camundaTaskExecutor") ObjectProvider<ThreadPoolTaskExecutor> fili,
        @Value("${pianodizona.orologio.tolleranza:5s}") Duration tolleranza) {
      return new GuardiaOrologio(motore, jdbc, passaggio, fili, tolleranza);
    }
  }
}
