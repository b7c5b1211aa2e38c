package it.pianodizona.motore.accesso;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Who may do what inside the engine: tenants, groups, permissions, and how refusals are told. */
@Configuration(proxyBeanMethods = false)
class AccessoConfiguration {

  @Bean
  Ruoli ruoli() {
    return Ruoli.leggi();
  }

  @Bean
  RuoliDichiarati ruoliDichiarati(Ruoli ruoli) {
    return new RuoliDichiarati(ruoli);
  }

  @Bean
  Percorsi percorsi() {
    return Percorsi.leggi();
  }

  @Bean
  TentativiDiAccesso tentativiDiAccesso() {
    return new TentativiDiAccesso(System::currentTimeMillis);
  }

  @Bean
  ProcessEnginePlugin accessoPlugin(Ruoli ruoli) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configurazione) {
        var sessioni = new ArrayList<SessionFactory>();
        if (configurazione.getCustomSessionFactories() != null) {
          sessioni.addAll(configurazione.getCustomSessionFactories());
        }
        sessioni.add(PermessiDelMotore.alPostoDiQuelliDelMotore());
        configurazione.setCustomSessionFactories(sessioni);
        configurazione.setTenantIdProvider(new AmbitoDellIstanza(ruoli.avviiNellAmbito()));
        // ids such as ufficio-di-piano and sindaco.016077
        configurazione.setGeneralResourceWhitelistPattern("[a-zA-Z0-9]+([.-][a-zA-Z0-9]+)*");
        // logins of an identity provider may be e-mail addresses
        configurazione.setUserResourceWhitelistPattern(UtentiFederati.NOME_UTENTE.pattern());
        // members of a candidate group may take and complete the task, not rewrite it
        configurazione.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
        // they also read what was done with it, and its comments: nothing else of the history
        configurazione.setEnableHistoricInstancePermissions(true);
        // the engine would lock an account for good after ten wrong passwords, whoever sent them:
        // TentativiDiAccesso slows down the one who guesses, and nobody else
        configurazione.setLoginMaxAttempts(Integer.MAX_VALUE);
        configurazione.setLoginDelayMaxTime(0);
        // only the filters made at start-up hold expressions
        configurazione.setEnableExpressionsInAdhocQueries(false);
      }
    };
  }

  /** Runs after the engine has started and before the first request is accepted. */
  @Bean
  SmartInitializingSingleton ruoliAllAvvio(
      ProcessEngine motore,
      Ruoli ruoli,
      Territorio territorio,
      PermessiConcessi concessi,
      ObjectProvider<UtentiDimostrazione> dimostrazione) {
    return () -> {
      var presenti = dimostrazione.getIfAvailable();
      var utenti = presenti == null ? List.<UtentiDimostrazione.Utente>of() : presenti.tutti();
      ((ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration())
          .getCommandExecutorTxRequired()
          .execute(new RuoliDelMotore(motore, ruoli, territorio, utenti, concessi));
    };
  }

  /** Long, and not one's own name: without a policy the engine takes a password of one letter. */
  @Bean
  @Profile("prod")
  ProcessEnginePlugin passwordPlugin() {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configurazione) {
        configurazione.setEnablePasswordPolicy(true);
        configurazione.setPasswordPolicy(
            () ->
                List.of(
                    new PasswordPolicyLengthRuleImpl(GuardiaProduzione.LUNGHEZZA_PASSWORD),
                    new PasswordPolicyUserDataRuleImpl()));
      }
    };
  }

  @Bean
  @Profile("prod")
  SmartInitializingSingleton passwordDimostrative(ProcessEngine motore) {
    return () ->
        new PasswordDimostrative(
                (ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration())
            .controlla();
  }

  @Bean
  static BeanFactoryPostProcessor rifiutoComprensibile() {
    return fabbrica -> RifiutoComprensibile.installa();
  }
}
