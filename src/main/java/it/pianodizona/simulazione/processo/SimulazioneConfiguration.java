package it.pianodizona.simulazione.processo;

import it.pianodizona.simulazione.Simulazione;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the engine tell the {@link Agenda} which tasks and jobs come and go. */
@Configuration(proxyBeanMethods = false)
class SimulazioneConfiguration {

  @Bean
  @Simulazione
  ProcessEnginePlugin agendaPlugin(Agenda agenda) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configurazione) {
        var ascolti = new ArrayList<BpmnParseListener>();
        if (configurazione.getCustomPostBPMNParseListeners() != null) {
          ascolti.addAll(configurazione.getCustomPostBPMNParseListeners());
        }
        ascolti.add(new CompitiOsservati(agenda));
        configurazione.setCustomPostBPMNParseListeners(ascolti);
        var sessioni = new ArrayList<SessionFactory>();
        if (configurazione.getCustomSessionFactories() != null) {
          sessioni.addAll(configurazione.getCustomSessionFactories());
        }
        sessioni.add(new LavoriOsservati(agenda));
        configurazione.setCustomSessionFactories(List.copyOf(sessioni));
      }
    };
  }

  private static final class CompitiOsservati extends AbstractBpmnParseListener {

    private final Agenda agenda;

    CompitiOsservati(Agenda agenda) {
      this.agenda = agenda;
    }

    @Override
    public void parseUserTask(Element elemento, ScopeImpl scope, ActivityImpl attivita) {
      var definizione =
          ((UserTaskActivityBehavior) attivita.getActivityBehavior()).getTaskDefinition();
      definizione.addTaskListener(TaskListener.EVENTNAME_CREATE, agenda::apre);
      definizione.addTaskListener(TaskListener.EVENTNAME_COMPLETE, agenda::chiude);
      definizione.addTaskListener(TaskListener.EVENTNAME_DELETE, agenda::chiude);
    }
  }

  private record LavoriOsservati(Agenda agenda) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return JobManager.class;
    }

    @Override
    public Session openSession() {
      return new JobManager() {
        @Override
        public void insertJob(JobEntity lavoro) {
          super.insertJob(lavoro);
          agenda.nasce(lavoro);
        }

        @Override
        public void reschedule(JobEntity lavoro, Date quando) {
          super.reschedule(lavoro, quando);
          agenda.nasce(lavoro);
        }

        @Override
        public void deleteJob(JobEntity lavoro, boolean avvisa) {
          super.deleteJob(lavoro, avvisa);
          agenda.muore(lavoro);
        }
      };
    }
  }
}
