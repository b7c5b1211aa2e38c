package it.pianodizona.documento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The drafting, opened on 29 October 2024 for an Accordo due on 10 December. */
@Copre("RedazioneDocumento")
class RedazioneDocumentoTest extends ProvaDiProcesso {

  @Autowired private Documenti documenti;
  @Autowired private Scadenze scadenze;

  private RiferimentoPiano piano;
  private ProcessInstance istanza;

  @BeforeEach
  void avviaLaRedazione() {
    piano = piano();
    adesso("2024-10-29T09:00");
    istanza = redazione();
  }

  @Test
  void leTrePartiSiScrivonoInsiemeEntroLaDataInterna() {
    assertThat(aperti())
        .containsExactly(
            "UserTask_DefinireObiettivi",
            "UserTask_RedigereAnalisi",
            "UserTask_RedigereValutazione");
    // 30 days before 10 December are a Sunday: backwards to Saturday
    assertThat(compito("UserTask_RedigereAnalisi").getDueDate()).isEqualTo("2024-11-09T23:59:59");
    assertThat(scadenze.elenco(piano.pianoId()))
        .filteredOn(scadenza -> scadenza.tipo().equals("BOZZA"))
        .singleElement()
        .satisfies(
            scadenza -> assertThat(scadenza.motivazione()).contains("30 giorni prima", "domenica"));
  }

  @Test
  void conPareriFavorevoliIlDocumentoEProntoPerLAssemblea() {
    scriviTutto();
    var esame = compito("UserTask_EsaminareBozza");
    assertThat(esame.getName()).isEqualTo("Esaminare bozza – versione 1");
    assertThat(modulo(esame).get("parti").toString())
        .contains("Centri di comunità", "E. Anziani", "20.000,50 €", "candidato alla premialità");
    completa(esame, Map.of("parere", "FAVOREVOLE"));
    completa(
        "UserTask_RegistrareAudizioneOoss",
        Map.of("data", "2024-10-28", "organizzazioni", "CGIL, CISL, UIL", "note", "Più personale"));
    var intesaAts = compito("UserTask_EsprimereIntesaAts");
    assertThat(modulo(intesaAts)).containsEntry("ente", "ATS Bergamo");
    assertThat(modulo(intesaAts).get("osservazioni").toString())
        .contains("CGIL, CISL, UIL, 28/10/2024, audizione: Più personale");
    completa(intesaAts, Map.of("intesa", "FAVOREVOLE"));
    completa("UserTask_EsprimereIntesaAsst", Map.of("intesa", "FAVOREVOLE"));

    assertThat(istanza).isEnded();
    assertThat(documenti.documentoCorrente(piano.pianoId()))
        .hasValueSatisfying(
            documento -> {
              assertThat(documento.versione()).isEqualTo(1);
              assertThat(documento.pronto()).isEqualTo(adesso());
            });
    assertThat(documenti.obiettivi(piano.pianoId()))
        .extracting(obiettivo -> obiettivo.scheda().titolo())
        .containsExactly("Centri di comunità", "Centri di comunità");
    assertThat(documenti.obiettivi(piano.pianoId()).get(0).scheda().risorseEconomiche())
        .isEqualTo(Denaro.euro("20000,50"));
    assertThat(eventi(RedazioneInRitardo.class)).isEmpty();
  }

  @Test
  void laBozzaRinviataDalComitatoTornaInRedazioneConITestiELeOsservazioni() {
    scriviTutto();
    completa(
        "UserTask_EsaminareBozza", Map.of("parere", "RINVIO", "note", "Mancano gli indicatori"));

    var analisi = modulo(compito("UserTask_RedigereAnalisi"));
    assertThat(analisi).containsEntry("versione", 2).containsEntry("contesto", CONTESTO);
    assertThat(analisi.get("esiti").toString()).contains("Sportello unico");
    assertThat(analisi.get("osservazioni").toString())
        .contains("Comitato dei Sindaci, 29/10/2024, contrario: Mancano gli indicatori");
    assertThat(modulo(compito("UserTask_DefinireObiettivi")).get("obiettivi").toString())
        .contains("Centri di comunità");
    assertThat(modulo(compito("UserTask_RedigereValutazione")))
        .containsEntry("valutazione", VALUTAZIONE);
    var prima = documenti.documentoCorrente(piano.pianoId()).orElseThrow().id() - 1;
    assertThat(documenti.pareri(prima)).hasSize(1);
  }

  @Test
  void senzaLIntesaDiTuttiSiTornaInRedazione() {
    arrivaAllIntesa();
    completa(
        "UserTask_EsprimereIntesaAts",
        Map.of("intesa", "NEGATA", "note", "Serve il raccordo con le Case di Comunità"));
    assertThat(aperti()).containsExactly("UserTask_EsprimereIntesaAsst");
    completa("UserTask_EsprimereIntesaAsst", Map.of("intesa", "FAVOREVOLE"));

    assertThat(modulo(compito("UserTask_RedigereAnalisi")).get("osservazioni").toString())
        .contains("contrario: Serve il raccordo con le Case di Comunità");
    assertThat(documenti.documentoCorrente(piano.pianoId()).orElseThrow().versione()).isEqualTo(2);

    arrivaAllIntesa();
    completa("UserTask_EsprimereIntesaAts", Map.of("intesa", "FAVOREVOLE"));
    completa("UserTask_EsprimereIntesaAsst", Map.of("intesa", "FAVOREVOLE"));
    assertThat(istanza).isEnded();
  }

  @Test
  void dopoIlRigettoDellAssembleaSiRiparteDaUnaNuovaVersioneConIMotivi() {
    arrivaAllIntesa();
    completa("UserTask_EsprimereIntesaAts", Map.of("intesa", "FAVOREVOLE"));
    completa("UserTask_EsprimereIntesaAsst", Map.of("intesa", "FAVOREVOLE"));
    adesso("2024-11-25T10:00");
    documenti.registraRigetto(
        piano.pianoId(), LocalDate.of(2024, 11, 24), "Piano di Zona non approvato");

    redazione();

    var analisi = modulo(compito("UserTask_RedigereAnalisi"));
    assertThat(analisi).containsEntry("versione", 2).containsEntry("contesto", CONTESTO);
    assertThat(analisi.get("osservazioni").toString())
        .contains("Assemblea dei Sindaci, 24/11/2024, contrario: Piano di Zona non approvato");
    // ten days from the reopening: the date before the Accordo has passed
    assertThat(compito("UserTask_RedigereAnalisi").getDueDate()).isEqualTo("2024-12-05T23:59:59");
  }

  @Test
  void laBozzaInRitardoVieneSegnalataUnaVoltaELaRedazioneContinua() {
    completa("UserTask_RedigereAnalisi", analisi());

    vaiA("2024-11-10T08:00");

    assertThat(eventi(RedazioneInRitardo.class))
        .singleElement()
        .satisfies(ritardo -> assertThat(ritardo.piano()).isEqualTo(piano));
    assertThat(aperti())
        .containsExactly("UserTask_DefinireObiettivi", "UserTask_RedigereValutazione");
  }

  @Test
  void unSiSenzaIlSuoQualiVieneRifiutato() {
    var obiettivo = new HashMap<>(obiettivo());
    obiettivo.remove("areeTrasversali");
    var compito = compito("UserTask_DefinireObiettivi");

    assertThatThrownBy(() -> completa(compito, Map.of("obiettivi", List.of(obiettivo))))
        .hasMessageContaining("Con quali aree: da indicare per l'obiettivo «Centri di comunità»");
    assertThatThrownBy(
            () -> {
              obiettivo.put("risorse", -1);
              completa(compito, Map.of("obiettivi", List.of(obiettivo)));
            })
        .hasMessageContaining("Risorse economiche");
    assertThat(documenti.obiettivi(piano.pianoId())).isEmpty();
  }

  @Test
  void ilRinvioSenzaOsservazioniVieneRifiutato() {
    scriviTutto();
    var compito = compito("UserTask_EsaminareBozza");

    assertThatThrownBy(() -> completa(compito, Map.of("parere", "RINVIO")))
        .hasMessageContaining("Osservazioni: sono obbligatorie");
    assertThat(aperti()).containsExactly("UserTask_EsaminareBozza");
  }

  @Test
  void unAudizioneNelFuturoVieneRifiutata() {
    scriviTutto();
    completa("UserTask_EsaminareBozza", Map.of("parere", "FAVOREVOLE"));
    var compito = compito("UserTask_RegistrareAudizioneOoss");

    assertThatThrownBy(
            () -> completa(compito, Map.of("data", "2024-10-30", "organizzazioni", "CGIL")))
        .hasMessageContaining("una data non successiva a oggi");
  }

  @Test
  void unaVersioneEsaminataNonSiModificaPiu() {
    scriviTutto();
    completa("UserTask_EsaminareBozza", Map.of("parere", "FAVOREVOLE"));
    long documento = documenti.documentoCorrente(piano.pianoId()).orElseThrow().id();

    assertThatThrownBy(() -> documenti.scriviValutazione(documento, "altro", "altro"))
        .hasMessageContaining("la versione 1 è già stata esaminata");
  }

  @Test
  void iTestiNonDiventanoVariabiliDelProcesso() {
    scriviTutto();

    assertThat(motore.getRuntimeService().getVariables(istanza.getId()))
        .containsOnlyKeys(
            "pianoId",
            "codiceAmbito",
            "triennio",
            "documentoId",
            "scadenzaBozza",
            "bozzaFavorevole",
            "intesaAts",
            "intesaAsst");
  }

  private static final String CONTESTO = "Ventiquattro Comuni montani, popolazione che invecchia.";
  private static final String VALUTAZIONE = "Indicatori trimestrali rilevati dall'ufficio.";

  private ProcessInstance redazione() {
    var id = avvia("RedazioneDocumento", piano, Map.of());
    esegui();
    return motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(id)
        .singleResult();
  }

  private void scriviTutto() {
    completa("UserTask_RedigereAnalisi", analisi());
    completa("UserTask_DefinireObiettivi", Map.of("obiettivi", List.of(obiettivo(), obiettivo())));
    completa(
        "UserTask_RedigereValutazione",
        Map.of(
            "valutazione", VALUTAZIONE, "integrazione", "Percorsi comuni di dimissione protetta."));
  }

  private void arrivaAllIntesa() {
    scriviTutto();
    completa("UserTask_EsaminareBozza", Map.of("parere", "FAVOREVOLE"));
    completa(
        "UserTask_RegistrareAudizioneOoss",
        Map.of("data", "2024-10-28", "organizzazioni", "CGIL, CISL, UIL"));
  }

  private static Map<String, Object> analisi() {
    return Map.of(
        "esiti",
        List.of(
            Map.of(
                "obiettivo",
                "Sportello unico",
                "grado",
                80,
                "risorse",
                95,
                "cambiamento",
                true,
                "motivoCambiamento",
                "Accessi raddoppiati",
                "continuita",
                false,
                "riproposto",
                true,
                "motivoRiproposto",
                "Da estendere alla Valle di Scalve")),
        "contesto",
        CONTESTO,
        "soggetti",
        "Cooperative, associazioni, parrocchie, sindacati.",
        "bisogni",
        "Domiciliarità, solitudine degli anziani, spazi per i giovani.");
  }

  private static Map<String, Object> obiettivo() {
    var obiettivo = new HashMap<String, Object>();
    obiettivo.put("titolo", "Centri di comunità");
    obiettivo.put("macroarea", "E");
    obiettivo.put("descrizione", "Luoghi aperti per gli anziani soli");
    obiettivo.put("target", "Ultrasettantacinquenni soli");
    obiettivo.put("risorse", 20000.5);
    obiettivo.put("personale", "Due educatori");
    obiettivo.put("trasversale", true);
    obiettivo.put("areeTrasversali", "Domiciliarità");
    obiettivo.put("coprogettato", true);
    obiettivo.put("coprogettatoCon", "ASST Bergamo Est");
    obiettivo.put("sociosanitaria", true);
    obiettivo.put("continuita", false);
    obiettivo.put("bisogni", "Anziani soli: 12%");
    obiettivo.put("modalita", "Apertura tre giorni la settimana");
    obiettivo.put("risultati", "Sei centri aperti");
    obiettivo.put("impatto", "Meno ricoveri evitabili");
    obiettivo.put("premialita", true);
    return obiettivo;
  }
}
