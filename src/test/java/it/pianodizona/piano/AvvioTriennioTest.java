package it.pianodizona.piano;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.motore.modulo.ModuloNonValido;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

@Copre("AvvioTriennio")
class AvvioTriennioTest extends ProvaDiProcesso {

  @Test
  void laRegioneApreIlTriennioEParteUnPianoPerOgniAmbitoScelto() {
    apri("2091-2093");

    completa(
        "UserTask_DefinireTriennio",
        Map.of(
            "scadenzaAccordo", "2024-12-10",
            "schemaPremialita", "2025-2027",
            "quali", "SCELTI",
            "ambiti", List.of("50084", "50017")));

    assertThat(piani.elenco("2091-2093"))
        .extracting(Piano::codiceAmbito, p -> p.scadenzaAccordo().toString(), Piano::fase)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "50017", "2024-12-10T23:59:59+01:00[Europe/Rome]", Fase.CO_PROGRAMMAZIONE),
            org.assertj.core.groups.Tuple.tuple(
                "50084", "2024-12-10T23:59:59+01:00[Europe/Rome]", Fase.CO_PROGRAMMAZIONE));
    assertThat(
            motore
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("PianoDiZona")
                .list())
        .extracting(ProcessInstance::getBusinessKey)
        .containsExactlyInAnyOrder("50084/2091-2093", "50017/2091-2093");
  }

  @Test
  void conTuttiGliAmbitiPartonoNovantunoPiani() {
    apri("2988-2990");

    completa(
        "UserTask_DefinireTriennio",
        Map.of(
            "scadenzaAccordo", "2024-12-10",
            "schemaPremialita", "2021-2023",
            "quali", "TUTTI"));

    assertThat(piani.elenco("2988-2990")).hasSize(91);
    assertThat(compiti("UserTask_NominareRup"))
        .hasSize(91)
        .extracting(Task::getTenantId)
        .doesNotHaveDuplicates()
        .contains("50001", "50084");
  }

  @Test
  void unTriennioScrittoMaleVieneRifiutatoConIlNomeDelCampo() {
    assertThatThrownBy(() -> apri("2025"))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("«Triennio»")
        .hasMessageContaining("2025-2027");
    assertThat(motore.getRuntimeService().createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void unTriennioCheNonDuraTreAnniVieneRifiutatoPrimaDiPartire() {
    assertThatThrownBy(() -> apri("2031-2035"))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("tre anni consecutivi");
    assertThat(motore.getRuntimeService().createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void unTriennioGiaAvviatoNonSiApreUnaSecondaVolta() {
    var piano = piano();

    assertThatThrownBy(() -> apri(piano.triennio()))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("Triennio")
        .hasMessageContaining("non ancora avviato");
  }

  @Test
  void unTriennioCheSiStaAprendoNonSiApreUnaSecondaVolta() {
    apri("2085-2087");

    assertThatThrownBy(() -> apri("2085-2087"))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("è già in corso")
        .hasMessageContaining("Definire date, schema e Ambiti");
    assertThat(compiti("UserTask_DefinireTriennio")).hasSize(1);
  }

  @Test
  void unAperturaAnnullataSiPuoRipetere() {
    apri("2082-2084");
    motore
        .getRuntimeService()
        .deleteProcessInstance(
            compito("UserTask_DefinireTriennio").getProcessInstanceId(), "avviato per errore");

    apri("2082-2084");

    assertThat(compiti("UserTask_DefinireTriennio")).hasSize(1);
  }

  @Test
  void unAmbitoCheNonEsisteVieneRifiutatoEIlCompitoRestaAperto() {
    apri("2094-2096");

    assertThatThrownBy(
            () ->
                completa(
                    "UserTask_DefinireTriennio",
                    Map.of(
                        "scadenzaAccordo", "2024-12-10",
                        "schemaPremialita", "2025-2027",
                        "quali", "SCELTI",
                        "ambiti", List.of("99999"))))
        .hasMessageContaining("«Ambiti»")
        .hasMessageContaining("99999");
    assertThat(compiti("UserTask_DefinireTriennio")).hasSize(1);
    assertThat(piani.elenco("2094-2096")).isEmpty();
  }

  @Test
  void unCampoSconosciutoVieneRifiutato() {
    apri("2097-2099");

    assertThatThrownBy(
            () ->
                completa(
                    "UserTask_DefinireTriennio",
                    Map.of(
                        "scadenzaAccordo", "2024-12-10",
                        "schemaPremialita", "2025-2027",
                        "quali", "TUTTI",
                        "amministratore", "true")))
        .hasMessageContaining("«amministratore»: campo sconosciuto");
  }

  private void apri(String triennio) {
    var definizione =
        motore
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey("AvvioTriennio")
            .latestVersion()
            .singleResult();
    motore
        .getFormService()
        .submitStartForm(
            definizione.getId(),
            comeDalBrowser(
                Map.of("triennio", triennio, "attoRegionale", "DGR XII/2167 del 15/04/2024")));
    esegui();
  }
}
