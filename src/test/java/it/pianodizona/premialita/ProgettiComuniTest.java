package it.pianodizona.premialita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.libro.SaldiPremialita;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projects of several Ambiti of a Distretto, the points of the gruppo tecnico, who may leave. */
class ProgettiComuniTest extends ProvaDiPremialita {

  private static final String SERIATE = "50017";
  private static final LocalDate OGGI = LocalDate.of(2024, 9, 12);
  private static final AttoDiLiquidazione ATTO = new AttoDiLiquidazione("100", OGGI);

  private RiferimentoPiano clusone;
  private RiferimentoPiano albino;

  @BeforeEach
  void duePianiDelloStessoTriennio() {
    clusone = piano("2021-2023");
    albino = piani.avvia(clusone.triennio(), List.of(ALBINO)).get(0);
    trasmetteAccordo(clusone);
    trasmetteAccordo(albino);
  }

  @Test
  void ogniAmbitoPresentaLoStessoProgettoEConPartnerDiversiPerObiettivo() {
    var nostri = progetti(clusone, 2);
    compila(nostri.get(0), List.of(ALBINO, SERIATE), null);
    compila(nostri.get(1), List.of(SERIATE), null);
    var suo = progetti(albino, 1).get(0);

    assertThat(progetti.progettiComuniPossibili(suo))
        .extracting(Progetto::id)
        .containsExactly(nostri.get(0));
    assertThat(progetti.progettiDaPartner(SERIATE, clusone.triennio())).hasSize(2);
    assertThatThrownBy(() -> compila(suo, List.of(), nostri.get(1)))
        .hasMessageContaining("Progetto comune");
    compila(suo, List.of(), nostri.get(0));

    assertThat(premialita.progetto(suo).partnerAttuali()).containsExactly(SERIATE, AMBITO);
    assertThat(progetti.partnerConScheda(premialita.progetto(nostri.get(0))))
        .containsExactly(ALBINO);
    assertThat(progetti.progettiDaPartner(ALBINO, clusone.triennio())).isEmpty();
    assertThat(progetti.progettiComuniPossibili(suo)).isEmpty();
  }

  @Test
  void ognunoEPagatoPerSeEChiRecedePerdeLaSuaParteENonQuellaDegliAltri() {
    var nostri = progetti(clusone, 2);
    var suoi = progetti(albino, 2);
    for (int i = 0; i < 2; i++) {
      compila(nostri.get(i), List.of(ALBINO, SERIATE), null);
      compila(suoi.get(i), List.of(), nostri.get(i));
    }
    determina(clusone, nostri);
    determina(albino, suoi);
    pagamenti.liquidaAcconto(suoi.get(0), ATTO, "regione");

    // recorded from the project of Clusone: the one of Albino is the same
    recessi.recede(nostri.get(0), recesso(ALBINO), "udp");

    assertThat(premialita.saldi(clusone.pianoId()).assegnata())
        .as("restano Clusone e Seriate")
        .isEqualTo(Denaro.euro(40000));
    assertThat(premialita.progetto(suoi.get(0)).ritirato()).isTrue();
    assertThat(premialita.saldi(albino.pianoId()).assegnata())
        .as("ad Albino resta un solo obiettivo")
        .isEqualTo(Denaro.ZERO);
    assertThat(premialita.progetto(suoi.get(0)).residua()).isEqualTo(Denaro.euro(-4000));
    assertThat(eventi(AmbitoReceduto.class))
        .extracting(e -> e.piano().codiceAmbito(), AmbitoReceduto::conseguenza)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                AMBITO, "La premialità del progetto resta riconosciuta"),
            org.assertj.core.groups.Tuple.tuple(ALBINO, "L'Ambito non partecipa più al progetto"));
    pagamenti.recupera(suoi.get(0), ATTO, "regione");
    assertThat(premialita.saldi(albino.pianoId()))
        .isEqualTo(new SaldiPremialita(Denaro.ZERO, Denaro.ZERO, Denaro.ZERO));
  }

  @Test
  void siRecedeUnaVoltaSolaDaUnProgettoACuiSiPartecipaEPrimaDellEsitoFinale() {
    var progetto = progetti(clusone, 2).get(0);
    assertThatThrownBy(() -> recessi.recede(progetto, recesso(ALBINO), "udp"))
        .hasMessageContaining("non ha ancora la scheda");
    compila(progetto, List.of(ALBINO, SERIATE), null);
    assertThatThrownBy(() -> recessi.recede(progetto, recesso("50001"), "udp"))
        .hasMessageContaining("uno degli Ambiti del progetto");
    assertThatThrownBy(
            () ->
                recessi.recede(
                    progetto,
                    new Recesso(ALBINO, "delibera 3", OGGI.plusDays(1), "Mancano le risorse"),
                    "udp"))
        .hasMessageContaining("13/09/2024");
    recessi.recede(progetto, recesso(ALBINO), "udp");
    assertThatThrownBy(() -> recessi.recede(progetto, recesso(ALBINO), "udp"))
        .hasMessageContaining("ha già receduto");

    var altro = premialita.progetti(clusone.pianoId()).get(1).id();
    compila(altro, List.of(SERIATE), null);
    determina(clusone, List.of(progetto, altro));
    pagamenti.liquidaAcconto(progetto, ATTO, "regione");
    valutazioni.rendiconta(progetto, new Rendicontazione(OGGI, Denaro.euro(1), "Fatto"), "udp");
    valutazioni.valutaEsitoFinale(progetto, Valutazione.finale(100, "Raggiunto", "gruppo"));
    assertThatThrownBy(() -> recessi.recede(progetto, recesso(SERIATE), "udp"))
        .hasMessageContaining("esito finale");
    recessi.recede(altro, recesso(SERIATE), "udp");
    assertThat(premialita.progetto(progetto).assegnata())
        .as("l'obiettivo già raggiunto conserva il suo importo")
        .isEqualTo(Denaro.euro(20000));
    assertThat(premialita.progetto(altro).assegnata()).isEqualTo(Denaro.ZERO);
  }

  @Test
  void iPuntiLiSommaIlSistemaELEsitoNeSegue() {
    var progetto = progetti(clusone, 1).get(0);
    compila(progetto, List.of(ALBINO), null);

    assertThatThrownBy(() -> valuta(progetto, true, SCARSI))
        .hasMessageContaining("Ricadute effettive")
        .hasMessageContaining("i punti sono 11 e ne servono almeno 12");
    assertThatThrownBy(() -> valuta(progetto, true, con(Criterio.INNOVAZIONE, 21)))
        .hasMessageContaining("da 0 a 20");
    assertThatThrownBy(() -> valuta(progetto, true, con(Criterio.INNOVAZIONE, null)))
        .hasMessageContaining("Innovazione");
    assertThatThrownBy(() -> valuta(progetto, false, OTTIMI))
        .hasMessageContaining("con questi requisiti e 82 punti la valutazione è positiva");
    var minimi =
        Map.of(
            Criterio.CO_PROGETTAZIONE, 12,
            Criterio.BISOGNO, 8,
            Criterio.RICADUTE, 12,
            Criterio.INNOVAZIONE, 12,
            Criterio.TRASVERSALITA, 8,
            Criterio.VALUTAZIONE_EX_POST, 5);
    assertThatThrownBy(() -> valuta(progetto, true, minimi))
        .hasMessageContaining("il punteggio complessivo è 57 e ne serve almeno 60");
    assertThat(premialita.progetto(progetto).proposta()).isNull();

    valuta(progetto, false, minimi);

    assertThat(premialita.progetto(progetto).proposta().punteggio()).isEqualTo(57);
    assertThat(premialita.progetto(progetto).proposta().punteggi()).isEqualTo(minimi);
  }

  @Test
  void dueRecessiNelloStessoIstanteSonoServitiUnoDopoLAltro() throws Exception {
    var nostro = progetti(clusone, 1).get(0);
    compila(nostro, List.of(ALBINO), null);
    var suo = progetti(albino, 1).get(0);
    compila(suo, List.of(), nostro);

    var uno =
        java.util.concurrent.CompletableFuture.runAsync(
            () -> recessi.recede(nostro, recesso(AMBITO), "udp"));
    var altro =
        java.util.concurrent.CompletableFuture.runAsync(
            () -> recessi.recede(suo, recesso(ALBINO), "udp.albino"));
    uno.get(20, java.util.concurrent.TimeUnit.SECONDS);
    altro.get(20, java.util.concurrent.TimeUnit.SECONDS);

    assertThat(premialita.progetto(nostro).receduti()).containsExactlyInAnyOrder(AMBITO, ALBINO);
    assertThat(premialita.progetto(suo).receduti()).containsExactlyInAnyOrder(AMBITO, ALBINO);
  }

  private void determina(RiferimentoPiano piano, List<Long> progetti) {
    progetti.forEach(id -> valuta(id, true, OTTIMI));
    determinazioni.determina(piano.pianoId());
  }

  private void valuta(long progettoId, boolean positiva, Map<Criterio, Integer> punti) {
    valutazioni.valutaProposta(
        progettoId,
        TUTTI,
        Valutazione.dellaProposta(positiva, "Motivazione del gruppo", "gruppo.tecnico", punti));
  }

  private static Map<Criterio, Integer> con(Criterio criterio, Integer punti) {
    var altri = new HashMap<>(OTTIMI);
    altri.remove(criterio);
    if (punti != null) {
      altri.put(criterio, punti);
    }
    return altri;
  }

  private void compila(long progettoId, List<String> partner, Long comuneCon) {
    progetti.compilaScheda(
        progettoId,
        new SchedaProgetto(
            Macroarea.E,
            null,
            "Servizi nelle valli",
            partner,
            Set.copyOf(TUTTI),
            Continuita.NUOVO,
            null,
            Denaro.euro(75000),
            comuneCon));
  }

  private static Recesso recesso(String codiceAmbito) {
    return new Recesso(codiceAmbito, "delibera 3", OGGI, "Mancano le risorse");
  }
}
