package it.pianodizona.coprogrammazione.processo;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.EsitoIstruttoria;
import it.pianodizona.coprogrammazione.FirmaDomanda;
import it.pianodizona.coprogrammazione.VerificaRunts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;

/** The admissibility table by itself, over every combination of checks. */
class AmmissibilitaDomandaTest {

  private final DmnEngine motore =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final DmnDecision tabella = leggi();

  @Test
  void unaDomandaSenzaCarenzeEAmmissibile() {
    assertThat(esiti(Map.of())).containsExactly(EsitoIstruttoria.REGOLARE);
  }

  @Test
  void laDomandaTardivaVieneAscoltataATitoloConsultivo() {
    assertThat(esiti(Map.of("tardiva", true))).containsExactly(EsitoIstruttoria.TARDIVA);
  }

  @Test
  void laFirmaAManoVuoleIlDocumentoDIdentitaEQuellaDigitaleNo() {
    assertThat(esiti(Map.of("firma", "AUTOGRAFA", "documentoIdentita", false)))
        .containsExactly(EsitoIstruttoria.DA_INTEGRARE);
    assertThat(esiti(Map.of("firma", "PAGINA_WEB", "documentoIdentita", false)))
        .containsExactly(EsitoIstruttoria.DA_INTEGRARE);
    assertThat(esiti(Map.of("firma", "DIGITALE", "documentoIdentita", false)))
        .containsExactly(EsitoIstruttoria.REGOLARE);
  }

  @Test
  void chiNonEIscrittoAlRuntsNonEEnteDelTerzoSettore() {
    assertThat(esiti(Map.of("runts", "NON_ISCRITTO"))).containsExactly(EsitoIstruttoria.NEGATIVA);
    assertThat(esiti(Map.of("runts", "IN_CORSO"))).containsExactly(EsitoIstruttoria.CON_RISERVA);
    assertThat(esiti(Map.of("runts", "DA_CHIARIRE")))
        .containsExactly(EsitoIstruttoria.DA_INTEGRARE);
  }

  @Test
  void leCarenzeSiRaccolgonoTutteDallaPiuGrave() {
    assertThat(
            esiti(
                Map.of(
                    "categoria",
                    "NESSUNA",
                    "firma",
                    "ASSENTE",
                    "canaleAmmesso",
                    false,
                    "tardiva",
                    true)))
        .containsExactly(
            EsitoIstruttoria.NEGATIVA,
            EsitoIstruttoria.DA_INTEGRARE,
            EsitoIstruttoria.DA_INTEGRARE,
            EsitoIstruttoria.TARDIVA);
  }

  @Test
  void ogniCombinazioneHaUnEsitoConMotivoENormaEMaiFavorevoleInsiemeAUnaCarenza() {
    int provate = 0;
    for (var controlli : combinazioni()) {
      var righe = righe(controlli);
      assertThat(righe).as(controlli.toString()).isNotEmpty();
      var esiti =
          righe.stream().map(r -> EsitoIstruttoria.valueOf((String) r.get("esito"))).toList();
      assertThat(esiti).as("in ordine di gravità: %s", controlli).isSorted();
      if (esiti.contains(EsitoIstruttoria.REGOLARE)) {
        assertThat(esiti).as(controlli.toString()).hasSize(1);
      }
      assertThat(righe)
          .allSatisfy(
              riga -> {
                assertThat((String) riga.get("motivo")).isNotBlank().hasSizeLessThan(1000);
                assertThat((String) riga.get("norma")).isNotBlank().hasSizeLessThan(300);
              });
      provate++;
    }
    assertThat(provate).isEqualTo(2 * 2 * 5 * 2 * (4 + 3 * 2));
  }

  private static List<Map<String, Object>> combinazioni() {
    var requisiti = new ArrayList<Map<String, Object>>();
    Stream.of(VerificaRunts.values())
        .filter(runts -> runts != VerificaRunts.NON_DOVUTA)
        .forEach(
            runts ->
                requisiti.add(
                    Map.of(
                        "categoria", CategoriaPartecipante.ETS.name(),
                        "runts", runts.name(),
                        "requisitiProvati", false)));
    for (var categoria : List.of("ALTRO_ENTE", "SINDACATO", "NESSUNA")) {
      for (var provati : List.of(true, false)) {
        requisiti.add(
            Map.of("categoria", categoria, "runts", "NON_DOVUTA", "requisitiProvati", provati));
      }
    }
    var tutte = new ArrayList<Map<String, Object>>();
    for (var tardiva : List.of(true, false)) {
      for (var canale : List.of(true, false)) {
        for (var firma : FirmaDomanda.values()) {
          for (var documento : List.of(true, false)) {
            for (var requisito : requisiti) {
              var controlli = new HashMap<>(requisito);
              controlli.put("tardiva", tardiva);
              controlli.put("canaleAmmesso", canale);
              controlli.put("firma", firma.name());
              controlli.put("documentoIdentita", documento);
              tutte.add(controlli);
            }
          }
        }
      }
    }
    return tutte;
  }

  private List<EsitoIstruttoria> esiti(Map<String, Object> diversi) {
    var controlli = new HashMap<String, Object>();
    controlli.put("tardiva", false);
    controlli.put("canaleAmmesso", true);
    controlli.put("firma", "DIGITALE");
    controlli.put("documentoIdentita", true);
    controlli.put("categoria", "ETS");
    controlli.put("runts", "ISCRITTO");
    controlli.put("requisitiProvati", false);
    controlli.putAll(diversi);
    return righe(controlli).stream()
        .map(riga -> EsitoIstruttoria.valueOf((String) riga.get("esito")))
        .toList();
  }

  private List<Map<String, Object>> righe(Map<String, Object> controlli) {
    return motore
        .evaluateDecisionTable(tabella, Map.<String, Object>of("controlli", controlli))
        .getResultList();
  }

  private DmnDecision leggi() {
    try (var testo =
        Files.newInputStream(Path.of("bpmn/10-coprogrammazione/AmmissibilitaDomanda.dmn"))) {
      return motore.parseDecision("AmmissibilitaDomanda", testo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
