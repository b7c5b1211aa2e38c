package it.pianodizona.motore;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * No script runs here, whatever its language and whoever wrote it: models call beans and decision
 * tables. A model with a script is refused when it is deployed; a script that got in another way
 * finds no engine.
 */
final class SenzaScript extends AbstractBpmnParseListener implements ScriptEngineResolver {

  private final ScriptEngineManager nessuno = new ScriptEngineManager(null);

  @Override
  public void parseProcess(Element elemento, ProcessDefinitionEntity definizione) {
    cerca(elemento, definizione.getKey());
  }

  private static void cerca(Element elemento, String processo) {
    boolean condizioneInScript =
        elemento.getTagName().equals("conditionExpression")
            && elemento.attribute("language") != null;
    if (List.of("script", "scriptTask").contains(elemento.getTagName()) || condizioneInScript) {
      throw new ProcessEngineException(
          "Il modello «%s» contiene uno script: non è ammesso.".formatted(processo));
    }
    elemento.elements().forEach(figlio -> cerca(figlio, processo));
  }

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory fabbrica) {
    // none is ever used
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    return nessuno;
  }

  @Override
  public ScriptEngine getScriptEngine(String linguaggio, boolean conservato) {
    throw new ProcessEngineException(
        "Gli script non sono ammessi (linguaggio «%s»).".formatted(linguaggio));
  }
}
