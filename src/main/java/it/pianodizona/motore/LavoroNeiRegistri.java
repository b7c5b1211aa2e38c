package it.pianodizona.motore;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Adds the id of the job under way to what is logged: the engine tells activity, instance, plan and
 * Ambito by itself. Named in {@code application.yaml}.
 */
public class LavoroNeiRegistri implements StructuredLoggingJsonMembersCustomizer<Object> {

  @Override
  public void customize(Members<Object> campi) {
    campi.add("jobId", evento -> inCorso()).whenNotNull();
  }

  private static String inCorso() {
    var contesto = Context.getJobExecutorContext();
    JobEntity lavoro = contesto == null ? null : contesto.getCurrentJob();
    return lavoro == null ? null : lavoro.getId();
  }
}
