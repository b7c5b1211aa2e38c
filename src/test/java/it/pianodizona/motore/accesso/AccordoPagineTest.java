package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Triennio;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees the board of the signatures, and who acts on it, over HTTP. */
class AccordoPagineTest extends ProvaHttp {

  private static int anno = 2801;

  @Autowired private Piani piani;
  @Autowired private Accordi accordi;
  @Autowired private TestiAccordo testi;
  @Autowired private TransactionTemplate transazione;
  private long pianoId;
  private long clusone;

  @BeforeEach
  void unAccordoDaFirmare() {
    var triennio = "%d-%d".formatted(anno, anno + 2);
    anno += 3;
    transazione.executeWithoutResult(
        stato -> {
          piani.registra(
              Triennio.di(triennio, "DGR di prova", LocalDate.now().plusDays(60), "2025-2027"));
          pianoId = piani.avvia(triennio, List.of(MIO)).get(0).pianoId();
          long testo = testi.componi(pianoId, testi.proposta(pianoId), "prova");
          testi.deposita(testo);
          var accordo = accordi.apri(pianoId, testo, piani.scadenzaAccordo(pianoId));
          clusone =
              accordi.firmatari(accordo.id()).stream()
                  .filter(ente -> ente.nome().equals("Comune di Clusone"))
                  .findFirst()
                  .orElseThrow()
                  .firmaId();
        });
  }

  @Test
  void chiLavoraNellAmbitoVedeIlQuadroESoloLUfficioPuoVariareISottoscrittori() {
    var ufficio = tasklist("udp").chiedi("/accordo/" + pianoId);
    assertThat(ufficio.statusCode()).isEqualTo(200);
    assertThat(ufficio.body())
        .contains("0 su 26", "Comune di Clusone", "SHA-256", "Aggiorna i sottoscrittori");

    var sindaco = tasklist("sindaco.016077").chiedi("/accordo/" + pianoId);
    assertThat(sindaco.body()).contains("0 su 26").doesNotContain("Aggiorna i sottoscrittori");
    assertThat(tasklist("ats").chiedi("/accordo/" + pianoId).statusCode()).isEqualTo(200);
  }

  @Test
  void chiNonEntraONonEDellAmbitoNonTrovaNulla() {
    assertThat(chiedi("/accordo/" + pianoId).statusCode()).isEqualTo(302);
    assertThat(tasklist("udp").chiedi("/accordo/999999").statusCode()).isEqualTo(404);
    var altrui =
        transazione.execute(
            stato -> {
              var triennio = "%d-%d".formatted(anno, anno + 2);
              anno += 3;
              piani.registra(
                  Triennio.di(triennio, "DGR di prova", LocalDate.now().plusDays(60), "2025-2027"));
              return piani.avvia(triennio, List.of(ALTRUI)).get(0).pianoId();
            });
    assertThat(tasklist("udp").chiedi("/accordo/" + altrui).statusCode()).isEqualTo(404);
    assertThat(tasklist("udp").chiedi("/accordo/" + altrui + "/firma/" + clusone).statusCode())
        .isEqualTo(404);
  }

  @Test
  void ilFileLoCaricaSoloLEnteCheFirma() {
    var percorso = "/accordo/" + pianoId + "/firma/" + clusone;
    assertThat(tasklist("sindaco.016077").chiedi(percorso).body()).contains("Carica e verifica");

    var udp = tasklist("udp");
    var pagina = udp.chiedi(percorso);
    assertThat(pagina.statusCode()).isEqualTo(200);
    assertThat(pagina.body()).doesNotContain("Carica e verifica");
  }
}
