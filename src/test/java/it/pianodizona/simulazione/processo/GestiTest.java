package it.pianodizona.simulazione.processo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.simulazione.Profilo;
import it.pianodizona.simulazione.Sorte;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The simulated people can do everything that the models ask of people, and nothing else. */
class GestiTest {

  private final Gesti gesti =
      new Gesti(null, null, null, null, null, null, null, null, null, null, null);

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

  /** After weeks at the RUP's the days first planned may be past. */
  @Test
  void lAvvisoRinviatoTornaConDateDaVenireELoStessoTesto() {
    var compiti = mock(TaskService.class);
    when(compiti.getVariables("1"))
        .thenReturn(
            ValoriModulo.versoIlMotore(
                Map.of(
                    "aree",
                    List.of(Map.of("denominazione", "Anziani", "temi", "Bisogni")),
                    "incontri",
                    List.of(Map.of("area", 1, "giorno", "2021-07-15")),
                    "pubblicazione",
                    "2021-06-01",
                    "scadenzaDomande",
                    "2021-06-29")));
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2021-07-02T09:50:37Z")));
    try {
      var aperto = Instant.parse("2021-06-20T09:00:00Z");
      var mossa =
          gesti
              .di("UserTask_RedigereAvviso")
              .fai(
                  new Momento(
                      new Incarico(
                          "1", "UserTask_RedigereAvviso", "50003", List.of(), 1, aperto, null),
                      new Partita(null, new Sorte(1), null, List.of("50003")),
                      compiti));

      assertThat(((Mossa.Completa) mossa).dati())
          .isEqualTo(
              Map.of(
                  "pubblicazione", "2021-07-12",
                  "scadenzaDomande", "2021-08-09",
                  "incontri", List.of(Map.of("area", 1, "giorno", "2021-08-25"))));
    } finally {
      ClockUtil.reset();
    }
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
