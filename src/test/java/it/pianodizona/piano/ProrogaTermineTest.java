package it.pianodizona.piano;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Copre({"ProrogaTermine", "ProrogaAccordoPrecedente"})
class ProrogaTermineTest extends ProvaDiProcesso {

  private static final String MOTIVO = "Molti Ambiti attendono ancora l'intesa delle aziende.";
  private static int anno = 2700;

  @Autowired private Proroghe proroghe;
  private String triennio;
  private Piano clusone;
  private Piano seriate;

  @BeforeEach
  void dueAmbitiAvviati() {
    triennio = "%d-%d".formatted(anno, anno + 2);
    anno += 3;
    avviaDalModulo("AvvioTriennio", Map.of("triennio", triennio, "attoRegionale", "DGR XII/2167"));
    completa(
        "UserTask_DefinireTriennio",
        Map.of(
            "scadenzaAccordo", "2024-12-10",
            "schemaPremialita", "2025-2027",
            "quali", "SCELTI",
            "ambiti", List.of(AMBITO, "50079")));
    seriate = piani.elenco(triennio).get(0);
    clusone = piani.elenco(triennio).get(1);
  }

  @Test
  void laProrogaDiAlcuniAmbitiSpostaSoloILoroTermini() {
    adesso("2024-11-20T09:00");
    proroga("2025-02-28", List.of(AMBITO));

    assertThat(termine(clusone)).isEqualTo("2025-02-28T23:59:59+01:00[Europe/Rome]");
    assertThat(termine(seriate)).isEqualTo("2024-12-10T23:59:59+01:00[Europe/Rome]");
    assertThat(timer(clusone)).isEqualTo(istante("2025-03-01T00:00:00"));
    assertThat(timer(seriate)).isEqualTo(istante("2024-12-11T00:00:00"));
    assertThat(eventi(TermineProrogato.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.piano()).isEqualTo(clusone.riferimento());
              assertThat(e.proroga().motivo()).isEqualTo(MOTIVO);
            });
    assertThat(proroghe.delPiano(clusone.id()))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.proroga().estremi()).isEqualTo("DGR XII/3000 del 18/11/2024");
              assertThat(p.prima().toLocalDate()).isEqualTo(LocalDate.of(2024, 12, 10));
              assertThat(p.dopo().toLocalDate()).isEqualTo(LocalDate.of(2025, 2, 28));
            });
    assertThat(proroghe.delPiano(seriate.id())).isEmpty();

    vaiA("2024-12-11T09:00");
    assertThat(piani.piano(clusone.id()).inRitardo()).isFalse();
    assertThat(piani.piano(seriate.id()).inRitardo()).isTrue();
    vaiA("2025-03-01T09:00");
    assertThat(piani.piano(clusone.id()).inRitardo()).isTrue();
  }

  @Test
  void unPianoGiaInRitardoTornaNeiTerminiEPuoRitardareDiNuovo() {
    vaiA("2024-12-12T09:00");
    assertThat(piani.piano(clusone.id()).inRitardo()).isTrue();

    proroga("2025-02-28", null);

    assertThat(piani.elenco(triennio)).noneMatch(Piano::inRitardo);
    assertThat(timer(clusone)).isEqualTo(istante("2025-03-01T00:00:00"));
    vaiA("2025-02-28T23:59:59");
    assertThat(piani.piano(clusone.id()).inRitardo()).isFalse();
    vaiA("2025-03-01T00:00:01");
    assertThat(piani.elenco(triennio)).allMatch(Piano::inRitardo);
  }

  @Test
  void dueProroghePerOgnunaRestaLAttoEIlTermineCheSostituisce() {
    adesso("2024-11-20T09:00");
    proroga("2025-02-28", null);
    avviaDalModulo("ProrogaTermine", atto());
    assertThat(modulo(compito("UserTask_DefinireProroga")).get("termini").toString())
        .contains("28/02/2025", "DGR XII/3000");
    completa("UserTask_DefinireProroga", Map.of("nuovaScadenza", "2025-03-31", "quali", "TUTTI"));

    assertThat(proroghe.delPiano(seriate.id()))
        .extracting(p -> p.prima().toLocalDate().toString(), p -> p.dopo().toLocalDate().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2024-12-10", "2025-02-28"),
            org.assertj.core.groups.Tuple.tuple("2025-02-28", "2025-03-31"));
    assertThat(List.of(timer(clusone), timer(seriate)))
        .containsOnly(istante("2025-04-01T00:00:00"));
  }

  @Test
  void unaProrogaCheNonProrogaVieneRifiutataDicendoIlTermineInVigore() {
    adesso("2024-11-20T09:00");
    avviaDalModulo("ProrogaTermine", atto());

    assertThatThrownBy(() -> definisci("2024-12-10", List.of(AMBITO)))
        .hasMessageContaining("Nuovo termine")
        .hasMessageContaining("10/12/2024, termine in vigore per l'Ambito");
    assertThatThrownBy(() -> definisci("2024-11-19", List.of(AMBITO)))
        .hasMessageContaining("un giorno da oggi in poi");
    assertThatThrownBy(() -> definisci("2025-02-28", List.of("50001")))
        .hasMessageContaining("«Ambiti»");
    assertThat(compiti("UserTask_DefinireProroga")).hasSize(1);
    assertThat(proroghe.delPiano(clusone.id())).isEmpty();
  }

  @Test
  void unAttoFuturoOUnTriennioMaiAvviatoNonProroganoNulla() {
    assertThatThrownBy(() -> avviaDalModulo("ProrogaTermine", atto()))
        .hasMessageContaining("Data dell'atto");
    adesso("2024-11-20T09:00");
    var altro = new HashMap<>(atto());
    altro.put("triennio", "2900-2902");
    assertThatThrownBy(() -> avviaDalModulo("ProrogaTermine", altro))
        .hasMessageContaining("un triennio avviato");
    assertThat(compiti("UserTask_DefinireProroga")).isEmpty();
  }

  @Test
  void lAmbitoCheProrogaLAccordoPrecedenteRestaAmbitoEIlPianoProsegue() {
    adesso("2024-11-20T09:00");
    comeUfficioDiPiano(() -> avviaDalModulo("ProrogaAccordoPrecedente", prorogaPrecedente()));
    esegui();

    assertThat(proroghe.precedente(clusone.id()))
        .hasValueSatisfying(
            p ->
                assertThat(p.descrizione())
                    .contains("30/06/2025", "delibera 12/2024", "resta ambito territoriale"));
    assertThat(proroghe.precedente(seriate.id())).isEmpty();
    assertThat(eventi(AccordoPrecedenteProrogato.class)).hasSize(1);
    assertThat(compiti("UserTask_NominareRup")).hasSize(2);

    assertThatThrownBy(
            () ->
                comeUfficioDiPiano(
                    () -> avviaDalModulo("ProrogaAccordoPrecedente", prorogaPrecedente())))
        .hasMessageContaining("è già prorogato");
  }

  private Map<String, Object> prorogaPrecedente() {
    return Map.of(
        "triennio", triennio,
        "organo", "ASSEMBLEA",
        "atto", "delibera 12/2024",
        "dataAtto", "2024-11-18",
        "finoAl", "2025-06-30",
        "motivo", "Il nuovo Piano di Zona è in ritardo.");
  }

  private void comeUfficioDiPiano(Runnable azione) {
    motore
        .getIdentityService()
        .setAuthentication("udp", List.of("ufficio-di-piano"), List.of(AMBITO));
    try {
      azione.run();
    } finally {
      motore.getIdentityService().clearAuthentication();
    }
  }

  private void proroga(String nuovaScadenza, List<String> ambiti) {
    var atto = new HashMap<>(atto());
    avviaDalModulo("ProrogaTermine", atto);
    definisci(nuovaScadenza, ambiti);
  }

  private void definisci(String nuovaScadenza, List<String> ambiti) {
    completa(
        "UserTask_DefinireProroga",
        ambiti == null
            ? Map.of("nuovaScadenza", nuovaScadenza, "quali", "TUTTI")
            : Map.of("nuovaScadenza", nuovaScadenza, "quali", "SCELTI", "ambiti", ambiti));
  }

  private Map<String, Object> atto() {
    return Map.of(
        "triennio", triennio, "atto", "DGR XII/3000", "dataAtto", "2024-11-18", "motivo", MOTIVO);
  }

  private String termine(Piano piano) {
    return piani.scadenzaAccordo(piano.id()).toString();
  }

  private Date timer(Piano piano) {
    var istanza = processi.istanza("PianoDiZona", piano.riferimento().chiave()).orElseThrow();
    List<Job> timer =
        motore.getManagementService().createJobQuery().processInstanceId(istanza).timers().list();
    assertThat(timer).hasSize(1);
    return timer.get(0).getDuedate();
  }

  private static Date istante(String dataOra) {
    return Date.from(
        java.time.LocalDateTime.parse(dataOra)
            .atZone(it.pianodizona.comune.Termini.ROMA)
            .toInstant());
  }
}
