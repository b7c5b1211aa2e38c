package it.pianodizona.motore;

import it.pianodizona.motore.compito.Avvio;
import it.pianodizona.motore.compito.Compiti;
import it.pianodizona.motore.compito.CompitiParseListener;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.lavoro.EsecutoreDiLavori;
import it.pianodizona.motore.lavoro.Lavoro;
import it.pianodizona.motore.lavoro.LavoroHandler;
import it.pianodizona.motore.lavoro.Precedenza;
import it.pianodizona.motore.modulo.Moduli;
import it.pianodizona.motore.modulo.ModuliFormService;
import it.pianodizona.motore.modulo.ModuliTaskService;
import it.pianodizona.motore.nodo.GuardiaOrologio;
import it.pianodizona.motore.tempo.OrologioMotore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Engine configuration that the features rely on. */
@Configuration(proxyBeanMethods = false)
class MotoreConfiguration {

  @Bean
  Clock orologio() {
    return new OrologioMotore();
  }

  @Bean
  Moduli moduli(Clock orologio) {
    return new Moduli(MotoreConfiguration::valuta, orologio);
  }

  @Bean
  Compiti compiti(ObjectProvider<Compito> compiti, ObjectProvider<Avvio> avvii) {
    return new Compiti(compiti, avvii);
  }

  /** Our tables come first: Flyway does not begin in a schema where the engine's are already. */
  @Bean
  @DependsOnDatabaseInitialization
  ProcessEnginePlugin motorePlugin(
      ApplicationContext contesto, Compiti compiti, Moduli moduli, ObjectProvider<Lavoro> lavori) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configurazione) {
        ((SpringProcessEngineConfiguration) configurazione).setBeans(new BeanNelModello(contesto));
        configurazione.setTaskService(new ModuliTaskService(moduli));
        configurazione.setFormService(new ModuliFormService(moduli));
        configurazione.setEnableExceptionsAfterUnhandledBpmnError(true);
        // a client must not name the Java class that its JSON becomes
        configurazione.setDeserializationTypeValidationEnabled(true);
        // a refused form is an answer to a person, not a fault: jobs still log their failures
        configurazione.setEnableCmdExceptionLogging(false);
        var senzaScript = new SenzaScript();
        configurazione.setScriptEngineResolver(senzaScript);
        configurazione.setEnableDefaultDbHistoryEventHandler(false);
        configurazione.setCustomHistoryEventHandlers(List.of(new MemoriaDelMotore()));
        configurazione.setCustomJobHandlers(List.of(new LavoroHandler(lavori)));
        var ascolti = new ArrayList<BpmnParseListener>();
        ascolti.add(senzaScript);
        if (configurazione.getCustomPostBPMNParseListeners() != null) {
          ascolti.addAll(configurazione.getCustomPostBPMNParseListeners());
        }
        ascolti.add(new CompitiParseListener(compiti, moduli));
        configurazione.setCustomPostBPMNParseListeners(ascolti);
      }

      @Override
      public void postInit(ProcessEngineConfigurationImpl configurazione) {
        var spring = (SpringProcessEngineConfiguration) configurazione;
        spring.setDeploymentResources(
            Stream.of(spring.getDeploymentResources())
                .map(ModelloInRilascio::new)
                .toArray(Resource[]::new));
      }
    };
  }

  /**
   * Whoever completes a task asks for the tasks that depend on it. There are none, and to see this
   * the database would read all open tasks of the Region: the engine has an index for it only on
   * SQL Server.
   */
  @Bean
  static ProcessEnginePlugin indiceDeiCompitiPlugin() {
    return new IndiceDelMotore("pdz_idx_task_parent", "act_ru_task", "parent_task_id_");
  }

  @Bean
  @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
  static JobExecutor jobExecutor(
      @Qualifier("camundaTaskExecutor") TaskExecutor fili,
      CamundaBpmProperties proprieta,
      PlatformTransactionManager transazioni) {
    return new EsecutoreDiLavori(
        fili, proprieta.getJobExecution(), new TransactionTemplate(transazioni));
  }

  /**
   * The engine's jobs give way like all other background work, and do not begin on a node whose
   * clock is wrong.
   */
  @Bean
  static BeanPostProcessor precedenzaAiPresenti(
      ObjectProvider<Precedenza> precedenza, ObjectProvider<GuardiaOrologio> orologio) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String nome) {
        if (nome.equals("camundaTaskExecutor") && bean instanceof ThreadPoolTaskExecutor fili) {
          fili.setTaskDecorator(
              lavoro ->
                  precedenza
                      .getObject()
                      .decorate(
                          () -> {
                            var guardia = orologio.getIfAvailable();
                            if (guardia == null || guardia.affidabile()) {
                              lavoro.run();
                            }
                          }));
        }
        return bean;
      }
    };
  }

  @Bean
  static ProcessEnginePlugin precedenzaAiPresentiPlugin(ObjectProvider<Precedenza> precedenza) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configurazione) {
        configurazione.setCustomPreCommandInterceptorsTxRequired(
            precedenza.stream().map(Precedenza::primaDiCercareLavori).toList());
      }
    };
  }

  /** A condition that cannot be evaluated does not hide its field: the check stays on. */
  private static Object valuta(String espressione, Map<String, ?> valori) {
    VariableContext variabili =
        Variables.fromMap(Map.copyOf(senzaNulli(valori))).asVariableContext();
    try {
      return Context.getProcessEngineConfiguration()
          .getDmnEngineConfiguration()
          .getFeelEngine()
          .evaluateSimpleExpression(espressione, variabili);
    } catch (FeelException e) {
      return null;
    }
  }

  private static Map<String, Object> senzaNulli(Map<String, ?> valori) {
    var senzaNulli = new java.util.HashMap<String, Object>();
    valori.forEach(
        (chiave, valore) -> {
          if (valore != null) {
            senzaNulli.put(chiave, valore);
          }
        });
    return senzaNulli;
  }
}
