package it.pianodizona.coprogrammazione;

import static it.pianodizona.coprogrammazione.AvvisoFixture.INCLUSIONE;
import static it.pianodizona.coprogrammazione.AvvisoFixture.INVECCHIAMENTO;
import static it.pianodizona.coprogrammazione.AvvisoFixture.MINORI;
import static it.pianodizona.coprogrammazione.AvvisoFixture.PUBBLICAZIONE;
import static it.pianodizona.coprogrammazione.AvvisoFixture.SCADENZA;
import static it.pianodizona.coprogrammazione.AvvisoFixture.avviso;
import static it.pianodizona.coprogrammazione.AvvisoFixture.avvisoDiClusone;
import static it.pianodizona.coprogrammazione.AvvisoFixture.incontri;
import static it.pianodizona.coprogrammazione.AvvisoFixture.incontro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContenutoAvvisoTest {

  @Test
  void lAvvisoVeroRispettaTutteLeRegole() {
    var contenuto = avvisoDiClusone();

    assertThat(contenuto.scadenza()).isEqualTo(alle("2024-10-02T23:59:59"));
    assertThat(contenuto.primoIncontro()).isEqualTo("2024-10-07");
    assertThat(contenuto.codiciAree())
        .containsExactly(
            "invecchiamento-disabilita-non-autosufficienza",
            "minori-e-famiglia",
            "inclusione-sociale");
  }

  @Test
  void ilTermineDeveVenireDopoLaPubblicazione() {
    rifiuta(
        () -> avviso(SCADENZA, SCADENZA, List.of(MINORI), incontri()),
        "Termine per le domande: il 02/10/2024 non viene dopo la data di pubblicazione"
            + " (02/10/2024).");
  }

  @Test
  void nessunIncontroPuoCadereEntroIlTermine() {
    rifiuta(
        () ->
            avviso(
                PUBBLICAZIONE, SCADENZA, List.of(MINORI), List.of(incontro(MINORI, 1, SCADENZA))),
        "Incontri: l'incontro n. 1 di «Minori e famiglia» è il 02/10/2024, che non viene dopo il"
            + " termine per le domande (02/10/2024).");
  }

  @Test
  void serveAlmenoUnArea() {
    rifiuta(
        () -> avviso(PUBBLICAZIONE, SCADENZA, List.of(), List.of()),
        "Aree: serve almeno un'area tematica.");
  }

  @Test
  void ogniAreaHaAlmenoUnIncontro() {
    rifiuta(
        () ->
            avviso(
                PUBBLICAZIONE,
                SCADENZA,
                List.of(MINORI, INCLUSIONE),
                List.of(incontro(MINORI, 1, LocalDate.of(2024, 10, 9)))),
        "Incontri: manca almeno un incontro per l'area «Inclusione sociale».");
  }

  @Test
  void dueAreeNonHannoLoStessoNome() {
    rifiuta(
        () ->
            avviso(
                PUBBLICAZIONE,
                SCADENZA,
                List.of(MINORI, Area.di("MINORI e Famiglia", "altro")),
                incontri()),
        "Aree: l'area «MINORI e Famiglia» compare due volte.");
  }

  @Test
  void dueIncontriDellaStessaAreaNonHannoLoStessoNumero() {
    rifiuta(
        () ->
            avviso(
                PUBBLICAZIONE,
                SCADENZA,
                List.of(MINORI),
                List.of(
                    incontro(MINORI, 1, LocalDate.of(2024, 10, 9)),
                    incontro(MINORI, 1, LocalDate.of(2024, 10, 23)))),
        "Incontri: l'area «Minori e famiglia» ha due incontri con il numero 1.");
  }

  @Test
  void unIncontroNonFiniscePrimaDiCominciare() {
    assertThatThrownBy(
            () ->
                new IncontroPrevisto(
                    INVECCHIAMENTO.codice(),
                    1,
                    LocalDate.of(2024, 10, 7),
                    LocalTime.of(19, 0),
                    LocalTime.of(16, 0),
                    "Sala"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageStartingWith("Incontri, ore: l'incontro n. 1 del 07/10/2024 finisce alle 16:00");
  }

  @Test
  void laDomandaDellUltimoSecondoEInTermineQuellaDopoNo() {
    var avviso =
        new Avviso(
            1,
            new RiferimentoPiano(1, "50084", "2025-2027"),
            "50084-2024-01",
            StatoAvviso.PUBBLICATO,
            avvisoDiClusone(),
            "0000001/2024",
            alle("2024-09-12T09:00:00"));

    assertThat(avviso.tardiva(alle("2024-10-02T23:59:58"))).isFalse();
    assertThat(avviso.tardiva(alle("2024-10-02T23:59:59").plusNanos(999_000_000))).isFalse();
    assertThat(avviso.tardiva(alle("2024-10-03T00:00:00"))).isTrue();
    assertThat(avviso.aperto(alle("2024-10-03T00:00:01"))).isFalse();
  }

  @Test
  void ilPromemoriaPrecedeIlTermineEInUnAvvisoBreveStaAMeta() {
    var contenuto = avvisoDiClusone();

    assertThat(contenuto.promemoria(alle("2024-09-12T09:00:00"), 3))
        .isEqualTo(alle("2024-09-29T09:00:00"));
    assertThat(contenuto.promemoria(alle("2024-10-01T23:59:59"), 3))
        .isEqualTo(alle("2024-10-02T11:59:59"));
  }

  private static void rifiuta(Runnable azione, String messaggio) {
    assertThatThrownBy(azione::run).isInstanceOf(DatoNonValido.class).hasMessage(messaggio);
  }

  private static ZonedDateTime alle(String dataOra) {
    return LocalDateTime.parse(dataOra).atZone(Termini.ROMA);
  }
}
