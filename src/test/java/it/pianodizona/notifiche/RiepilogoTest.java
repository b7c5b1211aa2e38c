package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.accordo.TermineAccordoScaduto;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.coprogrammazione.CoProgrammazioneConclusa;
import it.pianodizona.documento.RedazioneInRitardo;
import it.pianodizona.piano.PianoInRitardo;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.tavoli.IncontroRicordato;
import it.pianodizona.tavoli.VerbaleInRitardo;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can wait leaves in one mail a day per recipient. */
class RiepilogoTest extends ProvaDiPosta {

  private static final RiferimentoPiano PIANO = new RiferimentoPiano(1, AMBITO, "2025-2027");
  private static final RiferimentoPiano ALTROVE = new RiferimentoPiano(2, "50001", "2025-2027");
  private static final String COMPITI = "http://localhost:8080/camunda/app/tasklist/";

  @Test
  void duranteIlGiornoSiAccumulaEIlMattinoDopoParteUnaMailSola() throws Exception {
    accadonoDueRitardi();
    try (var server = new ServerDiPosta()) {
      postino(server.porta()).giro();
      assertThat(server.accettati).as("non prima di domani").isEmpty();
      assertThat(posta()).allMatch(m -> m.stato() == StatoMessaggio.IN_ATTESA);

      adesso("2024-09-13T07:59:59");
      postino(server.porta()).giro();
      assertThat(server.accettati).isEmpty();

      adesso("2024-09-13T08:00:00");
      postino(server.porta()).giro();
      postino(server.porta()).giro();
      assertThat(server.accettati).containsExactly(UFFICIO);
    }
    var riepilogo = riepilogo();
    assertThat(riepilogo.oggetto())
        .isEqualTo(
            "Riepilogo del 13 settembre 2024: 2 comunicazioni – Ambito Valle Seriana Superiore e"
                + " Valle di Scalve");
    assertThat(riepilogo.rispondiA()).isEqualTo(UFFICIO);
    assertThat(riepilogo.testo())
        .contains("1. Verbale da registrare", "2. Bozza del Piano di Zona", AREA)
        .contains("15 novembre 2024")
        .containsPattern("(?s)" + COMPITI + ".*" + COMPITI)
        .doesNotContain("[(", "[#", "null");
    assertThat(riepilogo.html())
        .containsPattern("(?s)href=\"" + COMPITI + "\".*href=\"" + COMPITI + "\"")
        .doesNotContain(" th:");
    assertThat(posta())
        .filteredOn(m -> !m.riepilogo())
        .hasSize(2)
        .allMatch(m -> m.stato() == StatoMessaggio.INVIATO)
        .allMatch(m -> m.riepilogoId() == riepilogo.id());
  }

  @Test
  void cioCheArrivaDopoIlRiepilogoDiOggiAspettaDomani() throws Exception {
    accade(
        new VerbaleInRitardo(
            PIANO, AREA, incontro(7, 2, "2024-10-23T16:00", 0), LocalDate.of(2024, 11, 3)));
    adesso("2024-09-13T08:00:00");
    try (var server = new ServerDiPosta()) {
      postino(server.porta()).giro();
      accade(new RedazioneInRitardo(PIANO, alle("2024-11-15T23:59:59")));
      adesso("2024-09-13T23:00:00");
      postino(server.porta()).giro();
      assertThat(server.accettati).hasSize(1);

      adesso("2024-09-14T08:00:00");
      postino(server.porta()).giro();
      assertThat(server.accettati).hasSize(2);
    }
  }

  @Test
  void unaComunicazioneSolaArrivaComEra() throws Exception {
    accade(new RedazioneInRitardo(PIANO, alle("2024-11-15T23:59:59")));
    var scritta = unico();
    adesso("2024-09-13T10:00:00");
    giraSenzaServer();

    assertThat(riepilogo().oggetto()).isEqualTo(scritta.oggetto());
    assertThat(riepilogo().testo()).isEqualTo(scritta.testo());
    assertThat(riepilogo().html()).isEqualTo(scritta.html());
  }

  @Test
  void gliEntiCheCondividonoUnIndirizzoHannoUnRiepilogoSoloCheLiNomina() throws Exception {
    accade(
        new CoProgrammazioneConclusa(
            PIANO,
            3,
            "50084-2024-1",
            List.of(
                new Destinatario("Cooperativa Ponte", "comune@esempio.it"),
                new Destinatario("Fondazione Ponte", "Comune@esempio.it")),
            List.of()));
    assertThat(posta()).as("una lettera per ente").hasSize(2);
    adesso("2024-09-13T08:00:00");
    giraSenzaServer();

    assertThat(riepilogo().destinatarioNome()).isEqualTo("Cooperativa Ponte, Fondazione Ponte");
    assertThat(riepilogo().testo())
        .contains("Per: Cooperativa Ponte", "Per: Fondazione Ponte")
        .contains("http://localhost:8080/avvisi/50084-2024-1");
  }

  @Test
  void laRegioneRiceveUnaMailAncheSeIRitardiSonoDiPiuAmbiti() throws Exception {
    accade(new PianoInRitardo(PIANO, alle("2024-12-10T23:59:59")));
    accade(new PianoInRitardo(ALTROVE, alle("2024-12-10T23:59:59")));
    accade(new TermineAccordoScaduto(PIANO, 4, alle("2024-12-10T23:59:59"), List.of("ASST")));
    adesso("2024-12-11T08:00:00");
    try (var server = new ServerDiPosta()) {
      postino(server.porta()).giro();
      assertThat(server.accettati).containsOnlyOnce("famiglia@regione.example");
    }
    var alla =
        posta().stream()
            .filter(m -> m.riepilogo())
            .filter(m -> m.destinatarioEmail().equals("famiglia@regione.example"))
            .toList();
    assertThat(alla).hasSize(1);
    assertThat(alla.get(0).rispondiA()).as("più uffici: nessuno riceve per gli altri").isNull();
    assertThat(alla.get(0).oggetto()).isEqualTo("Riepilogo dell'11 dicembre 2024: 3 comunicazioni");
  }

  @Test
  void seIlNodoMuoreFraRaccogliereEInviareNonSiPerdeNulla() throws Exception {
    accadonoDueRitardi();
    adesso("2024-09-13T08:00:00");
    // gathered, and then the node dies
    riepiloghi.componi(UFFICIO, riepiloghi.dovuto().orElseThrow());
    assertThat(posta())
        .filteredOn(m -> !m.riepilogo())
        .allMatch(m -> m.stato() == StatoMessaggio.RIUNITO);

    adesso("2024-09-14T08:00:00");
    try (var server = new ServerDiPosta()) {
      postino(server.porta()).giro();
      postino(server.porta()).giro();
      assertThat(server.accettati).containsExactly(UFFICIO);
    }
    assertThat(posta()).hasSize(3).allMatch(m -> m.stato() == StatoMessaggio.INVIATO);
  }

  @Test
  void seIlRiepilogoNonSiConsegnaLoDiceOgniMessaggioESiRimandaDaSolo() throws Exception {
    accadonoDueRitardi();
    adesso("2024-09-13T08:00:00");
    try (var server = new ServerDiPosta()) {
      server.rifiuta(UFFICIO, "550 5.1.1 casella inesistente");
      postino(server.porta()).giro();
      assertThat(posta()).allMatch(m -> m.stato() == StatoMessaggio.FALLITO);
      assertThat(posta())
          .allSatisfy(m -> assertThat(m.ultimoErrore()).contains("550 5.1.1 casella inesistente"));

      server.accetta(UFFICIO);
      messaggi.inviaDiNuovo(posta().get(0).id());
      passano(Duration.ofSeconds(1));
      postino(server.porta()).giro();
      assertThat(server.presi)
          .extracting(ServerDiPosta.Preso::messageId)
          .containsExactly(posta().get(0).messageId());
    }
  }

  @Test
  void ilPromemoriaEUrgenteENonAspettaIlRiepilogo() throws Exception {
    accade(
        new IncontroRicordato(
            PIANO,
            AREA,
            incontro(7, 1, "2024-10-09T16:00", 0),
            1,
            invitati(List.of(ente("Ponte")))));
    try (var server = new ServerDiPosta()) {
      postino(server.porta()).giro();
      assertThat(server.accettati).containsExactly("ponte@esempio.it");
    }
  }

  private void accadonoDueRitardi() {
    accade(
        new VerbaleInRitardo(
            PIANO, AREA, incontro(7, 2, "2024-10-23T16:00", 0), LocalDate.of(2024, 11, 3)));
    accade(new RedazioneInRitardo(PIANO, alle("2024-11-15T23:59:59")));
  }

  private Messaggio riepilogo() {
    var riepiloghi = posta().stream().filter(Messaggio::riepilogo).toList();
    assertThat(riepiloghi).hasSize(1);
    return riepiloghi.get(0);
  }
}
