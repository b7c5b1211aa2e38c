package it.pianodizona.motore.incarichi;

import it.pianodizona.motore.modulo.InvioModulo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Listens to the acts of who stands in for others, and keeps memberships in line day by day. */
@Configuration(proxyBeanMethods = false)
class IncarichiConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(IncarichiConfiguration.class);

  @Bean
  ProcessEnginePlugin incarichiPlugin(ObjectProvider<AttiPerConto> atti) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configurazione) {
        List<BpmnParseListener> ascolti =
            configurazione.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configurazione.getCustomPostBPMNParseListeners());
        ascolti.add(new Ascolto(atti));
        configurazione.setCustomPostBPMNParseListeners(ascolti);
      }
    };
  }

  /** The day of the demonstration's clock may change at any moment: looked at every minute. */
  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  @ConditionalOnProperty(
      name = "pianodizona.incarichi.allineamento-giornaliero",
      havingValue = "true",
      matchIfMissing = true)
  static class Giornaliero {

    @Bean
    SchedulingConfigurer allineamentoGiornaliero(Incarichi incarichi) {
      return lavori -> lavori.addFixedDelayTask(() -> allinea(incarichi), Duration.ofMinutes(1));
    }

    private static void allinea(Incarichi incarichi) {
      try {
        incarichi.allineaTutti();
      } catch (RuntimeException e) {
        LOG.error("Incarichi non allineati: si riprova fra un minuto", e);
      }
    }
  }

  private static final class Ascolto extends AbstractBpmnParseListener {

    private final ObjectProvider<AttiPerConto> atti;

    private Ascolto(ObjectProvider<AttiPerConto> atti) {
      this.atti = atti;
    }

    @Override
    public void parseUserTask(Element elemento, ScopeImpl scope, ActivityImpl attivita) {
      ((UserTaskActivityBehavior) attivita.getActivityBehavior())
          .getTaskDefinition()
          .addBuiltInTaskListener(
              TaskListener.EVENTNAME_COMPLETE, compito -> atti.getObject().completato(compito));
    }

    @Override
    public void parseStartEvent(Element elemento, ScopeImpl scope, ActivityImpl attivita) {
      if (scope instanceof ProcessDefinitionEntity definizione) {
        definizione.addBuiltInListener(
            ExecutionListener.EVENTNAME_START,
            (ExecutionListener)
                esecuzione -> {
                  if (!InvioModulo.dellApplicazione()
                      && ((ExecutionEntity) esecuzione).getSuperExecution() == null) {
                    atti.getObject().avviato((ExecutionEntity) esecuzione);
                  }
                });
      }
    }
  }
}
