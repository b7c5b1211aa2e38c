package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.notifiche.ServerDiPosta.Momento;
import it.pianodizona.notifiche.ServerDiPosta.Preso;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server dies half-way and comes back: every mail exists once per recipient. */
class ServerCheMuoreTest extends ProvaDiPosta {

  private static final RiferimentoPiano PIANO = new RiferimentoPiano(1, AMBITO, "2025-2027");
  private static final int QUANTI = 7;

  @ParameterizedTest
  @EnumSource(
      value = Momento.class,
      names = {"PRIMA_DEL_DESTINATARIO", "A_META_DEL_MESSAGGIO"})
  void morendoPrimaDiAverPresoIlMessaggioCiascunoRiceveIlSuoUnaVolta(Momento momento)
      throws Exception {
    try (var server = new ServerDiPosta()) {
      muoreEPoiTorna(server, momento);

      assertThat(server.presi).hasSize(QUANTI).containsExactlyInAnyOrderElementsOf(attesi());
    }
  }

  /**
   * Nobody can tell this death from the one before the message: it leaves again with the same
   * Message-ID, by which the receiving side recognises the copy, and the same bytes.
   */
  @Test
  void morendoDopoAverPresoIlMessaggioQuelloCheSiRipeteHaLaStessaIdentita() throws Exception {
    try (var server = new ServerDiPosta()) {
      muoreEPoiTorna(server, Momento.DOPO_IL_MESSAGGIO);

      assertThat(server.presi).hasSize(QUANTI + 1);
      assertThat(new HashSet<>(server.presi)).containsExactlyInAnyOrderElementsOf(attesi());
      assertThat(new HashSet<>(server.testi)).hasSize(QUANTI);
    }
  }

  @Test
  void chiERifiutatoMentreIlServerMuoreNonTogliePostaAgliAltri() throws Exception {
    try (var server = new ServerDiPosta()) {
      server.rifiuta("ente2@esempio.it", "550 5.1.1 casella inesistente");
      muoreEPoiTorna(server, Momento.A_META_DEL_MESSAGGIO);

      assertThat(posta().get(1).stato()).isEqualTo(StatoMessaggio.FALLITO);
      assertThat(server.presi)
          .hasSize(QUANTI - 1)
          .containsExactlyInAnyOrderElementsOf(
              attesi().stream().filter(p -> !p.destinatario().equals("ente2@esempio.it")).toList());
    }
  }

  @Test
  void unServerCheMuoreAOgniMessaggioAllaFineLiHaTuttiUnaVolta() throws Exception {
    try (var server = new ServerDiPosta()) {
      accade(incontro(PIANO, 0, enti(QUANTI)));
      for (int consegna = 2; consegna <= 4; consegna++) {
        server.muori(Momento.A_META_DEL_MESSAGGIO, consegna * 2);
        postino(server.porta()).giro();
        assertThat(server.presi).as("morto a metà").hasSizeLessThan(QUANTI);
        server.torna();
        passano(Duration.ofHours(2));
        // attempts are few in this test: a person would press the button
        posta().stream()
            .filter(m -> m.stato() == StatoMessaggio.FALLITO)
            .forEach(m -> messaggi.inviaDiNuovo(m.id()));
      }
      postino(server.porta()).giro();

      assertThat(server.presi).hasSize(QUANTI).containsExactlyInAnyOrderElementsOf(attesi());
      assertThat(posta()).allMatch(m -> m.stato() == StatoMessaggio.INVIATO);
    }
  }

  private void muoreEPoiTorna(ServerDiPosta server, Momento momento) {
    accade(incontro(PIANO, 0, enti(QUANTI)));
    server.muori(momento, 4);
    postino(server.porta()).giro();
    assertThat(posta()).filteredOn(m -> m.stato() == StatoMessaggio.IN_CODA).isNotEmpty();

    server.torna();
    passano(Duration.ofMinutes(1));
    postino(server.porta()).giro();
    postino(server.porta()).giro();
    assertThat(posta()).noneMatch(m -> m.stato() == StatoMessaggio.IN_CODA);
  }

  private List<Preso> attesi() {
    return posta().stream().map(m -> new Preso(m.destinatarioEmail(), m.messageId())).toList();
  }
}
