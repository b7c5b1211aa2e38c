package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.DomandaFixture.COOPERATIVA;
import static it.pianodizona.coprogrammazione.DomandaFixture.dati;
import static it.pianodizona.coprogrammazione.DomandaFixture.domandaDellaCooperativa;
import static it.pianodizona.coprogrammazione.IstruttoriaFixture.controlliRegolari;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.CONFRONTARE_DOPPIE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DEFINIRE_ESITO;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ISTRUIRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.ComandoDomanda;
import it.pianodizona.coprogrammazione.DomandeConfrontate;
import it.pianodizona.coprogrammazione.DomandeDoppie;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.FattoDomanda;
import it.pianodizona.coprogrammazione.RicevutaDomanda;
import it.pianodizona.coprogrammazione.StatoDomanda;
import it.pianodizona.coprogrammazione.VoceStoria;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.motore.modulo.ModuloNonValido;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One body, one notice, two domande: both are kept, one goes on. */
class DomandeDoppieTest extends ProvaDomanda {

  private static final String ANZIANI = "invecchiamento-disabilita-non-autosufficienza";

  @Autowired private DomandeDoppie doppie;
  @Autowired private Fascicolo fascicolo;
  @Autowired private TransactionTemplate transazione;

  @Test
  void chiNonSaDiAverneGiaUnaVieneFermatoConIlPrimoProtocollo() {
    var prima = presenta();

    assertThatThrownBy(this::presenta)
        .hasMessageContaining(COOPERATIVA)
        .hasMessageContaining(prima.protocollo());
    assertThat(domande.elenco(domanda(prima).avvisoId())).hasSize(1);
  }

  @Test
  void chiLaMandaLoStessoRiceveUnProtocolloELUfficioVedeLeDueAffiancate() {
    var prima = presenta();
    var seconda = presentaConAnziani();

    assertThat(domanda(seconda).stato()).isEqualTo(StatoDomanda.DA_CONFRONTARE);
    assertThat(domande.storia(prima.domandaId()))
        .extracting(VoceStoria::fatto)
        .containsExactly(FattoDomanda.REGISTRATA, FattoDomanda.DOPPIA);
    assertThat(compiti(ISTRUIRE)).as("la prima intanto va avanti").hasSize(1);
    var modulo = modulo(compito(CONFRONTARE_DOPPIE));
    assertThat(modulo).containsEntry("protocolloPrecedente", prima.protocollo());
    assertThat(modulo.get("confronto").toString())
        .contains(prima.protocollo())
        .contains(seconda.protocollo())
        .contains("Invecchiamento")
        .contains("diversa");
  }

  @Test
  void unireAggiungeAreeEAllegatiENullaVaPerso() {
    var prima = presenta();
    allega(prima, "statuto.pdf");
    var seconda = presentaConAnziani();
    allega(seconda, "delega.pdf");
    completa(
        CONFRONTARE_DOPPIE,
        Map.of("resta", "PRECEDENTE", "unisci", true, "motivi", "Ha aggiunto un'area."));

    assertThat(domanda(prima).dati().aree())
        .containsExactlyInAnyOrder("minori-e-famiglia", "inclusione-sociale", ANZIANI);
    assertThat(doppie.unite(prima.domandaId())).containsExactly(seconda.domandaId());
    assertThat(domanda(seconda).situazione()).contains("assorbita");
    assertThat(domanda(seconda).motivi())
        .contains(prima.protocollo())
        .contains("con le aree e gli allegati di questa")
        .contains("Ha aggiunto un'area.");
    assertThat(eventi(DomandeConfrontate.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.unite()).isTrue();
              assertThat(e.protocolloTenuta()).isEqualTo(prima.protocollo());
              assertThat(e.destinatari())
                  .extracting(Destinatario::email)
                  .contains("ente@example.org");
              assertThat(e.aree()).hasSize(3);
            });
    completa(ISTRUIRE, controlliRegolari());
    assertThat(modulo(compito(DEFINIRE_ESITO)).get("allegati").toString())
        .contains("statuto.pdf")
        .contains("delega.pdf")
        .contains("/fascicolo/documenti/");
  }

  @Test
  void rifiutareLaSecondaNonToccaLaPrima() {
    var prima = presenta();
    var aree = domanda(prima).dati().aree();
    presentaConAnziani();
    assertThatThrownBy(() -> completa(CONFRONTARE_DOPPIE, Map.of("resta", "PRECEDENTE")))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("Motivi");
    completa(CONFRONTARE_DOPPIE, Map.of("resta", "PRECEDENTE", "motivi", "Inviata per errore."));

    assertThat(domanda(prima).dati().aree()).isEqualTo(aree);
    assertThat(doppie.unite(prima.domandaId())).isEmpty();
  }

  @Test
  void tenereLaSecondaToglieLaPrimaAncheSeEraGiaAmmessa() {
    var prima = presenta();
    completa(ISTRUIRE, controlliRegolari());
    completa(DEFINIRE_ESITO, Map.of("esito", "AMMESSA"));
    presentaConAnziani();
    completa(CONFRONTARE_DOPPIE, Map.of("resta", "NUOVA", "motivi", "Sostituisce la prima."));

    assertThat(domanda(prima).esito()).isEqualTo(EsitoDomanda.ASSORBITA);
    assertThat(domande.ammessi(domanda(prima).avvisoId(), "minori-e-famiglia")).isEmpty();
    assertThatThrownBy(() -> domande.ritira(prima.token())).hasMessageContaining("assorbita");
    completa(ISTRUIRE, controlliRegolari());
    completa(DEFINIRE_ESITO, Map.of("esito", "AMMESSA"));
    assertThat(domande.ammessi(domanda(prima).avvisoId(), ANZIANI)).hasSize(1);
  }

  @Test
  void seLaPrimaIntantoERitirataPuoRestareSoloLaSeconda() {
    var prima = presenta();
    var seconda = presentaConAnziani();
    domande.ritira(prima.token());

    assertThatThrownBy(
            () ->
                completa(
                    CONFRONTARE_DOPPIE, Map.of("resta", "PRECEDENTE", "motivi", "È la prima.")))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("intanto è stata ritirata");
    completa(CONFRONTARE_DOPPIE, Map.of("resta", "NUOVA", "motivi", "La prima è ritirata."));

    assertThat(domanda(seconda).stato()).isEqualTo(StatoDomanda.REGISTRATA);
    assertThat(domanda(prima).esito()).isEqualTo(EsitoDomanda.RITIRATA);
    assertThat(eventi(DomandeConfrontate.class)).isEmpty();
  }

  @Test
  void diTreDomandeNeRestaUnaSola() {
    var prima = presenta();
    var seconda = presentaConAnziani();
    var terza = presentaDiNuovo();
    var confronti = compiti(CONFRONTARE_DOPPIE);
    assertThat(confronti).hasSize(2);
    var dellaSeconda =
        confronti.stream()
            .filter(c -> modulo(c).get("protocollo").equals(seconda.protocollo()))
            .findFirst()
            .orElseThrow();
    completa(
        dellaSeconda, Map.of("resta", "NUOVA", "unisci", true, "motivi", "Corregge la prima."));
    completa(
        CONFRONTARE_DOPPIE,
        Map.of("resta", "PRECEDENTE", "unisci", true, "motivi", "Non aggiunge nulla."));

    assertThat(domanda(prima).esito()).isEqualTo(EsitoDomanda.ASSORBITA);
    assertThat(domanda(terza).motivi()).contains(seconda.protocollo());
    assertThat(doppie.unite(seconda.domandaId()))
        .containsExactlyInAnyOrder(prima.domandaId(), terza.domandaId());
    assertThat(compiti(ISTRUIRE)).hasSize(1);
  }

  @Test
  void nellElencoDegliAmmessiEntraSoloLaPrimaFinoAlConfronto() {
    var prima = presenta();
    var seconda = presentaConAnziani();
    adesso("2024-10-03T09:00");
    long avvisoId = domanda(prima).avvisoId();
    domande.approvaElenco(avvisoId, "455", LocalDate.of(2024, 10, 3), "rup");

    assertThat(domanda(prima).esito()).isEqualTo(EsitoDomanda.CON_RISERVA);
    assertThat(domanda(seconda).esito()).isNull();
    assertThat(domande.ammessiDelPiano(piano.pianoId())).hasSize(1);
  }

  @Test
  void dopoUnEsclusioneUnaNuovaDomandaNonEDoppia() {
    var prima = presenta();
    contesta("Categoria non ammessa.");
    vaiA("2024-09-24T08:00");
    completa(DEFINIRE_ESITO, Map.of("esito", "ESCLUSA", "norma", "art. 4 dell'avviso"));
    presenta();

    assertThat(compiti(CONFRONTARE_DOPPIE)).isEmpty();
    assertThat(domanda(prima).esito()).isEqualTo(EsitoDomanda.ESCLUSA);
  }

  @Test
  void dueInviiNelloStessoIstanteLascianoUnaSolaDomandaViva() throws Exception {
    var via = new CyclicBarrier(2);
    Callable<RicevutaDomanda> invio =
        () -> {
          via.await();
          return domande.presenta(domandaDellaCooperativa(avviso));
        };
    var esecutori = Executors.newFixedThreadPool(2);
    List<Future<RicevutaDomanda>> esiti;
    try {
      esiti = esecutori.invokeAll(List.of(invio, invio));
    } finally {
      esecutori.shutdown();
    }

    assertThat(esiti).filteredOn(DomandeDoppieTest::riuscito).hasSize(1);
    assertThat(domande.elenco(avvisi.perNumero(avviso).orElseThrow().id())).hasSize(1);
  }

  private static boolean riuscito(Future<?> esito) {
    try {
      return esito.get() != null;
    } catch (ExecutionException rifiutato) {
      assertThat(rifiutato).hasMessageContaining("c'è già una domanda");
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private RicevutaDomanda presentaConAnziani() {
    var ricevuta =
        domande.presentaDiNuovo(
            new ComandoDomanda(
                avviso, Canale.WEB, dati(COOPERATIVA, List.of("minori-e-famiglia", ANZIANI))),
            adesso());
    esegui();
    return ricevuta;
  }

  private void allega(RicevutaDomanda ricevuta, String nome) {
    transazione.executeWithoutResult(
        stato ->
            fascicolo.conserva(
                new NuovoDocumento(
                    piano.pianoId(),
                    "domanda:" + ricevuta.domandaId(),
                    TipoDocumento.ALLEGATO_DOMANDA,
                    "Allegato",
                    nome,
                    "application/pdf",
                    nome.getBytes(StandardCharsets.UTF_8),
                    null,
                    "ufficio")));
  }
}
