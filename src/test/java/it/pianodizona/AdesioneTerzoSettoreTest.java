package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.AttoDiFirma;
import it.pianodizona.accordo.EsitoAdesioneComunicato;
import it.pianodizona.accordo.RichiestaAdesione;
import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.tavoli.Partecipazione;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bodies that took part in the tavoli, and one that did not, ask to adhere to the Accordo. */
@Copre("AdesioneTerzoSettore")
class AdesioneTerzoSettoreTest extends Percorso {

  private static final String ESAMINARE = "UserTask_EsaminareAdesione";
  private static final RichiestaAdesione RICHIESTA =
      new RichiestaAdesione(
          "Carla Nodari", "legale rappresentante", "Trasporto alle visite", "Due automezzi");

  @Autowired private Accordi accordi;
  @Autowired private TestiAccordo testi;

  AdesioneTerzoSettoreTest() {
    super("2040-2042");
  }

  @Test
  void aderisceSoloChiHaPartecipatoConISuoiMotiviEAncheDopoLeFirme() {
    laRegioneApreIlTriennio();
    lUfficioPubblicaLAvvisoDelDodiciSettembre();
    treEntiEUnSindacatoMandanoLaDomandaEUnoArrivaTardi();
    leDomandeSonoIstruiteEAllaScadenzaEsceLElencoDegliAmmessi();
    iTreTavoliSiIncontranoDueVolteAOttobre();
    var presenti =
        tavoli.partecipazioni(piano.pianoId()).stream()
            .map(Partecipazione::domandaId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var avviso = avvisi.delPiano(piano.pianoId()).orElseThrow();
    var presente = domande.domanda(presenti.iterator().next()).token();
    var assente =
        domande.elenco(avviso.id()).stream()
            .filter(d -> !presenti.contains(d.id()))
            .findFirst()
            .orElseThrow()
            .token();

    assertThatThrownBy(() -> adesioni.richiedi(presente, RICHIESTA))
        .hasMessageContaining("non è ancora pronto");
    firmanoTuttiGliEnti();

    assertThatThrownBy(() -> adesioni.richiedi(assente, RICHIESTA))
        .hasMessageContaining("solo chi ha partecipato");
    assertThatThrownBy(() -> adesioni.richiedi("indovinato", RICHIESTA))
        .hasMessageContaining("Indirizzo");
    assertThat(compiti(ESAMINARE)).isEmpty();

    var richiesta = adesioni.richiedi(presente, RICHIESTA);
    esegui();
    assertThat(richiesta.protocollo()).endsWith("/2024");
    assertThat(modulo(compito(ESAMINARE)))
        .containsEntry("risorse", "Due automezzi")
        .containsEntry("tavoli", richiesta.tavoli());
    assertThatThrownBy(() -> adesioni.richiedi(presente, RICHIESTA))
        .hasMessageContaining("già stata presentata");
    assertThatThrownBy(() -> completa(ESAMINARE, Map.of("esito", "RESPINTA")))
        .hasMessageContaining("«Motivi»");
    completa(
        ESAMINARE, Map.of("esito", "RESPINTA", "motivi", "Le risorse offerte non sono descritte."));

    adesso("2026-03-02T10:00");
    adesioni.richiedi(presente, RICHIESTA);
    esegui();
    completa(ESAMINARE, Map.of("esito", "ACCOLTA"));

    assertThat(eventi(EsitoAdesioneComunicato.class))
        .extracting(e -> e.adesione().accolta(), e -> e.adesione().motivi())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(false, "Le risorse offerte non sono descritte."),
            org.assertj.core.groups.Tuple.tuple(true, null));
    assertThatThrownBy(() -> adesioni.richiedi(presente, RICHIESTA))
        .hasMessageContaining("ha già aderito");
  }

  @Test
  void unaRichiestaIncompletaDiceCheCosaManca() {
    assertThatThrownBy(() -> new RichiestaAdesione("Carla", "presidente", "", "Due auto"))
        .hasMessageContaining("Impegni");
    assertThatThrownBy(
            () -> new RichiestaAdesione("<b>a</b>", "presidente", "Trasporto sociale", "Due auto"))
        .hasMessageContaining("Chi firma la richiesta");
  }

  private void firmanoTuttiGliEnti() {
    var oggi = adesso().toLocalDate();
    var accordo =
        accordi.apri(
            piano.pianoId(),
            testi.componi(piano.pianoId(), testi.proposta(piano.pianoId()), "prova"),
            piani.scadenzaAccordo(piano.pianoId()));
    accordi
        .firmatari(accordo.id())
        .forEach(
            ente ->
                accordi.firma(
                    ente.firmaId(),
                    new AttoDiFirma("Ada Rota", "Sindaca", "12/2024", oggi, oggi, "Su carta")));
  }
}
