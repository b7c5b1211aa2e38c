package it.pianodizona.simulazione.processo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.simulazione.Profilo;
import java.io.IOException;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The simulated people can do everything that the models ask of people, and nothing else. */
class GestiTest {

  private final Gesti gesti = new Gesti(null, null, null, null, null, null, null, null, null);

  @Test
  void ogniCompitoDeiModelliHaIlSuoComportamento() throws IOException {
    assertThat(gesti.chiavi()).containsExactlyInAnyOrderElementsOf(compitiDeiModelli());
  }

  @Test
  void unCompitoSenzaComportamentoFermaLaSimulazioneColSuoNome() {
    assertThatThrownBy(() -> gesti.di("UserTask_MaiVisto"))
        .isInstanceOf(SimulazioneInterrotta.class)
        .hasMessageContaining("UserTask_MaiVisto");
  }

  /** A name misspelt in a preset would silently take the default time. */
  @ParameterizedTest
  @ValueSource(strings = {"puntuale", "reale-2018", "difficile"})
  void iTempiDiOgniProfiloSonoDiCompitiCheEsistono(String nome) throws IOException {
    var noti = compitiDeiModelli();
    noti.add("predefinito");
    var profilo = Profilo.leggi(nome);
    assertThat(noti).containsAll(profilo.tempi().keySet());
    assertThat(profilo.tempi().values())
        .allSatisfy(t -> assertThat(t).hasSize(3).isSorted().allMatch(g -> g >= 0));
    assertThat(profilo.probabilita().values()).allMatch(p -> p >= 0 && p <= 1);
    assertThat(noti).containsAll(Gesti.RALLENTATI);
  }

  private static TreeSet<String> compitiDeiModelli() throws IOException {
    var compiti = new TreeSet<String>();
    for (var modello :
        new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
      try (var testo = modello.getInputStream()) {
        Bpmn.readModelFromStream(testo)
            .getModelElementsByType(UserTask.class)
            .forEach(t -> compiti.add(t.getId()));
      }
    }
    assertThat(compiti).hasSizeGreaterThan(40);
    return compiti;
  }
}
