package it.pianodizona.documento;

import static it.pianodizona.documento.DocumentoFixture.CHI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.comune.Denaro;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several people write the same version over weeks. */
class RedazioneTest extends ProvaDiProcesso {

  @Autowired private Documenti documenti;
  @Autowired private Redazione redazione;

  private long id;

  @BeforeEach
  void apreLaBozza() {
    id = documenti.apriBozza(piano().pianoId()).id();
  }

  @Test
  void chiSalvaDopoUnAltroNonSovrascriveEGliVieneDetto() {
    var letta = redazione.sezione(id, Parte.CONTESTO);
    redazione.scrivi(id, Parte.CONTESTO, letta.revisione(), testo("Scrive Marta"), "udp");

    assertThatThrownBy(
            () -> redazione.scrivi(id, Parte.CONTESTO, letta.revisione(), testo("Io"), "rup"))
        .isInstanceOf(ModificaSuperata.class)
        .hasMessageContaining("Il testo della parte 2 è stato modificato da un'altra persona");
    assertThat(redazione.sezione(id, Parte.CONTESTO).testo()).isEqualTo("Scrive Marta");
  }

  @Test
  void ogniStesuraRestaConChiEQuando() {
    redazione.scrivi(id, Parte.BISOGNI, 1, testo("Prima stesura"), "udp");
    adesso("2024-09-20T10:00");
    redazione.scrivi(id, Parte.BISOGNI, 2, testo("Seconda stesura"), "rup");

    assertThat(redazione.storia(id, Parte.BISOGNI))
        .filteredOn(stesura -> stesura.oggetto().equals(Stesura.TESTO))
        .extracting(Stesura::testo, Stesura::chi)
        .containsExactly(tuple("Seconda stesura", "rup"), tuple("Prima stesura", "udp"));
    assertThat(redazione.storia(id, Parte.BISOGNI).get(0).quando()).isEqualTo(adesso());
  }

  @Test
  void unTestoScrittoNonRestaDaScrivere() {
    redazione.scrivi(
        id, Parte.BISOGNI, 1, new TestoSezione("Testo", StatoSezione.DA_SCRIVERE, null), CHI);

    assertThat(redazione.sezione(id, Parte.BISOGNI).stato()).isEqualTo(StatoSezione.IN_LAVORAZIONE);
  }

  @Test
  void unFondoCondivisoDaPiuObiettiviContaUnaVoltaSola() {
    long fondo = redazione.aggiungiFondo(id, "FNPS", Denaro.euro(100_000), CHI);
    redazione.aggiungiFondo(id, "Non usato", Denaro.euro(7), CHI);
    for (var titolo : List.of("Uno", "Due", "Due")) {
      redazione.aggiungiObiettivo(
          id,
          new DatiObiettivo(DocumentoFixture.scheda(titolo, 1_000), List.of(), Set.of(fondo)),
          CHI);
    }

    var risorse = redazione.risorse(id);
    assertThat(risorse.proprie()).isEqualTo(Denaro.euro(3_000));
    assertThat(risorse.condivise()).isEqualTo(Denaro.euro(100_000));
    assertThat(risorse.totale()).isEqualTo(Denaro.euro(103_000));
  }

  @Test
  void dueObiettiviConLoStessoTitoloRestanoDueENumeratiDiSeguito() {
    long primo = redazione.aggiungiObiettivo(id, DocumentoFixture.obiettivo("Uguale"), CHI);
    redazione.aggiungiObiettivo(id, DocumentoFixture.obiettivo("Uguale"), CHI);
    redazione.aggiungiObiettivo(id, DocumentoFixture.obiettivo("Terzo"), CHI);

    redazione.eliminaObiettivo(primo, 1, CHI);

    assertThat(documenti.obiettiviDelDocumento(id))
        .extracting(Obiettivo::etichetta)
        .containsExactly("1. Uguale", "2. Terzo");
  }

  @Test
  void unObiettivoModificatoDaUnAltroNonSiSovrascriveNeSiElimina() {
    long obiettivo = redazione.aggiungiObiettivo(id, DocumentoFixture.obiettivo("Uno"), CHI);
    redazione.modificaObiettivo(obiettivo, 1, DocumentoFixture.obiettivo("Due"), "rup");

    assertThatThrownBy(
            () -> redazione.modificaObiettivo(obiettivo, 1, DocumentoFixture.obiettivo("Tre"), CHI))
        .isInstanceOf(ModificaSuperata.class);
    assertThatThrownBy(() -> redazione.eliminaObiettivo(obiettivo, 1, CHI))
        .isInstanceOf(ModificaSuperata.class);
    var rimasto = documenti.obiettivo(obiettivo);
    assertThat(rimasto.scheda().titolo()).isEqualTo("Due");
    assertThat(rimasto.indicatori()).hasSize(1);
  }

  @Test
  void unFondoDiUnAltraVersioneNonSiPuoUsare() {
    long altra = documenti.apriBozza(piano().pianoId()).id();
    long fondo = redazione.aggiungiFondo(altra, "Altrui", Denaro.euro(1), CHI);

    assertThatThrownBy(
            () ->
                redazione.aggiungiObiettivo(
                    id,
                    new DatiObiettivo(DocumentoFixture.scheda("Uno", 1), List.of(), Set.of(fondo)),
                    CHI))
        .hasMessageContaining("solo fondi di questa versione");
  }

  @Test
  void lImportazioneAggiungeOSostituisceEUsaIFondiPerNome() {
    redazione.aggiungiFondo(id, "FNPS", Denaro.euro(10), CHI);
    redazione.aggiungiObiettivo(id, DocumentoFixture.obiettivo("C'era già"), CHI);
    var tabella =
        new ObiettiviDaImportare(
            List.of(
                new ObiettiviDaImportare.Riga(
                    DocumentoFixture.scheda("Importato", 5),
                    List.of(DocumentoFixture.indicatore()),
                    Set.of("fnps", "Nuovo"))),
            Map.of("Nuovo", Denaro.euro(20)));

    redazione.importa(id, tabella, false, CHI);
    assertThat(documenti.obiettiviDelDocumento(id))
        .extracting(Obiettivo::etichetta)
        .containsExactly("1. C'era già", "2. Importato");
    assertThat(redazione.risorse(id).condivise()).isEqualTo(Denaro.euro(30));

    redazione.importa(id, tabella, true, CHI);
    assertThat(documenti.obiettiviDelDocumento(id)).hasSize(1);
    assertThat(redazione.fondi(id)).hasSize(2);
  }

  @Test
  void laCompletezzaDiceCheCosaMancaAOgniScheda() {
    var vuota =
        new SchedaObiettivo(
            "Appena cominciato",
            Macroarea.B,
            "",
            "",
            Denaro.ZERO,
            "",
            false,
            null,
            false,
            false,
            false,
            null,
            "",
            "",
            "",
            "",
            false);
    redazione.aggiungiObiettivo(id, new DatiObiettivo(vuota, List.of(), Set.of()), CHI);

    assertThat(redazione.mancanze(id, List.of(Parte.OBIETTIVI)))
        .extracting(Mancanza::testo, Mancanza::derogabile)
        .containsExactly(
            tuple(
                "nell'obiettivo 1 «Appena cominciato» manca: descrizione, target, risorse di"
                    + " personale, bisogni, modalità, risultati, impatto.",
                false),
            tuple(
                "l'obiettivo 1 «Appena cominciato» non ha indicatori misurabili (raccomandati,"
                    + " § 8.1).",
                true),
            tuple(
                "l'obiettivo 1 «Appena cominciato» non ha risorse economiche, né proprie né"
                    + " condivise.",
                true),
            tuple("è «in lavorazione»; segnarla «pronta» quando lo è.", false));
  }

  private static TestoSezione testo(String testo) {
    return new TestoSezione(testo, StatoSezione.IN_LAVORAZIONE, null);
  }
}
