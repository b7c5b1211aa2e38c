package it.pianodizona.documento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.Pdf;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The drafting, opened on 29 October 2024 for an Accordo due on 10 December. */
@Copre("RedazioneDocumento")
class RedazioneDocumentoTest extends ProvaDiProcesso {

  @Autowired private Documenti documenti;
  @Autowired private Redazione redazione;
  @Autowired private Fascicolo fascicolo;
  @Autowired private Anagrafica anagrafica;
  @Autowired private Scadenze scadenze;

  private RiferimentoPiano piano;
  private ProcessInstance istanza;

  @BeforeEach
  void avviaLaRedazione() {
    piano = piano();
    adesso("2024-10-29T09:00");
    istanza = redazione("RedazioneDocumento");
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
  void unDocumentoIncompletoNonProsegueEIlCompitoDiceCheCosaManca() {
    assertThat(modulo(compito("UserTask_RedigereAnalisi")).get("mancanze").toString())
        .contains("Parte 2: manca il testo di almeno 20 caratteri.", "Parte 4: è «da scrivere»")
        .doesNotContain("Parte 6");
    assertThatThrownBy(() -> completa("UserTask_RedigereValutazione", Map.of()))
        .hasMessageContaining("Parte 6: manca il testo di almeno 20 caratteri.")
        .hasMessageContaining("Parte 7");
    assertThatThrownBy(() -> completa("UserTask_DefinireObiettivi", Map.of("motivo", "Fretta")))
        .hasMessageContaining("Parte 5: non c'è nessun obiettivo.");
  }

  @Test
  void senzaSchedeDegliEsitiSiProsegueSoloDicendoIlPerche() {
    DocumentoFixture.pronte(redazione, documento().id());

    assertThatThrownBy(() -> completa("UserTask_RedigereAnalisi", Map.of()))
        .hasMessageContaining("Motivo: da indicare per proseguire comunque.")
        .hasMessageContaining("nessuna scheda degli esiti");
    assertThat(redazione.deroghe(documento().id())).isEmpty();

    completa("UserTask_RedigereAnalisi", Map.of("motivo", "L'Ambito è nato nel 2024."));
    assertThat(redazione.deroghe(documento().id()))
        .singleElement()
        .satisfies(
            deroga -> {
              assertThat(deroga.motivo()).isEqualTo("L'Ambito è nato nel 2024.");
              assertThat(deroga.mancanze()).contains("nessuna scheda degli esiti");
            });
  }

  @Test
  void conPareriFavorevoliIlDocumentoEProntoPerLAssemblea() throws Exception {
    scriviTutto();
    assertThat(nelFascicolo())
        .containsExactly(
            "Documento di Piano %s, versione 1, per il Comitato dei Sindaci application/pdf"
                .formatted(piano.triennio()),
            "Documento di Piano %s, versione 1, per il Comitato dei Sindaci "
                    .formatted(piano.triennio())
                + FormatoFile.DOCX.tipoContenuto());
    var esame = compito("UserTask_EsaminareBozza");
    assertThat(esame.getName()).isEqualTo("Esaminare bozza – versione 1");
    assertThat(modulo(esame).get("parti").toString())
        .contains("A casa in valle", "A. Contrasto alla povertà", "60.000,00 €", "premialità");
    assertThat(modulo(esame)).containsEntry("pagina", "/documento/" + piano.pianoId());
    completa(esame, Map.of("parere", "FAVOREVOLE"));
    completa(
        "UserTask_RegistrareAudizioneOoss",
        Map.of(
            "data", "2024-10-28",
            "organizzazioni", "CGIL, CISL, UIL",
            "note", "Più personale",
            "seguito", "PROSEGUE"));
    assertThat(compiti("UserTask_EsprimereIntesa"))
        .extracting(Task::getName)
        .containsExactlyInAnyOrder(
            "Esprimere intesa – ATS Bergamo", "Esprimere intesa – ASST Bergamo Est");
    var intesaAts = intesa("ATS Bergamo");
    assertThat(modulo(intesaAts)).containsEntry("nomeEnte", "ATS Bergamo");
    assertThat(modulo(intesaAts).get("pareri").toString())
        .contains("CGIL, CISL, UIL, 28/10/2024, audizione: Più personale");
    completa(intesaAts, Map.of("intesa", "FAVOREVOLE"));
    completa(intesa("ASST Bergamo Est"), Map.of("intesa", "FAVOREVOLE"));

    assertThat(istanza).isEnded();
    assertThat(documento().versione()).isEqualTo(1);
    assertThat(documento().pronto()).isEqualTo(adesso());
    var perLAssemblea = fascicolo.delPiano(piano.pianoId()).get(2);
    assertThat(perLAssemblea.protocollo()).matches("\\d{7}/2024");
    assertThat(Pdf.testo(fascicolo.contenuto(perLAssemblea.id())))
        .contains("ATS Bergamo", "CGIL, CISL, UIL", "Più personale");
    assertThat(eventi(RedazioneInRitardo.class)).isEmpty();
  }

  @Test
  void ogniOsservazioneDelComitatoDiventaUnCompitoEIlTestoNonSiPerde() {
    scriviTutto();
    completa(
        "UserTask_EsaminareBozza",
        Map.of(
            "parere",
            "RINVIO",
            "note",
            "Da rivedere",
            "osservazioni",
            List.of(
                Map.of("parte", "CONTESTO", "testo", "Mancano i dati sul reddito"),
                Map.of("testo", "Il documento è troppo lungo"))));

    assertThat(documento().versione()).isEqualTo(2);
    assertThat(stato(Parte.CONTESTO)).isEqualTo(StatoSezione.IN_LAVORAZIONE);
    assertThat(stato(Parte.SOGGETTI)).isEqualTo(StatoSezione.PRONTA);
    assertThat(redazione.sezione(documento().id(), Parte.CONTESTO).testo())
        .isEqualTo(DocumentoFixture.CONTESTO);
    assertThat(documenti.obiettivi(piano.pianoId()).get(0).indicatori())
        .containsExactly(DocumentoFixture.indicatore());
    assertThat(modulo(compito("UserTask_RedigereAnalisi")).get("osservazioni").toString())
        .contains("Mancano i dati sul reddito", "troppo lungo");
    assertThat(modulo(compito("UserTask_RedigereValutazione")).get("osservazioni").toString())
        .contains("troppo lungo")
        .doesNotContain("reddito");

    var compiti = compiti("UserTask_RecepireOsservazione");
    assertThat(compiti).hasSize(2);
    assertThat(compiti.get(0).getName()).isEqualTo("Recepire osservazione – Comitato dei Sindaci");
    for (var compito : compiti) {
      var reddito = modulo(compito).get("testo").toString().contains("reddito");
      completa(
          compito,
          Map.of(
              "esito",
              reddito ? "ACCOLTA" : "NON_ACCOLTA",
              "risposta",
              reddito ? "Aggiunti i dati ISTAT" : "Il formato è quello regionale"));
    }
    consegnaTutto();
    assertThat(documenti.osservazioniDaRecepire(documento().id()))
        .extracting(Osservazione::esito, Osservazione::risposta)
        .containsExactly(
            tuple("accolta", "Aggiunti i dati ISTAT"),
            tuple("non accolta", "Il formato è quello regionale"));
    assertThat(documenti.osservazioniAperte(piano.pianoId())).isEmpty();
    assertThat(modulo(compito("UserTask_EsaminareBozza")).get("pareri").toString())
        .contains("accolta: Aggiunti i dati ISTAT");
  }

  @Test
  void lAudizioneDeiSindacatiPuoRiportareIlDocumentoInRedazione() {
    scriviTutto();
    completa("UserTask_EsaminareBozza", Map.of("parere", "FAVOREVOLE"));
    var audizione = new HashMap<String, Object>();
    audizione.put("data", "2024-10-28");
    audizione.put("organizzazioni", "CGIL, CISL, UIL");
    audizione.put("seguito", "RINVIO");
    assertThatThrownBy(() -> completa("UserTask_RegistrareAudizioneOoss", audizione))
        .hasMessageContaining("Osservazioni: indicarne almeno una");

    audizione.put("osservazioni", List.of(Map.of("parte", "OBIETTIVI", "testo", "Più personale")));
    completa("UserTask_RegistrareAudizioneOoss", audizione);

    assertThat(documento().versione()).isEqualTo(2);
    assertThat(compito("UserTask_RecepireOsservazione").getName())
        .isEqualTo("Recepire osservazione – CGIL, CISL, UIL");
  }

  @Test
  void senzaLIntesaDiTuttiSiTornaInRedazione() {
    arrivaAllIntesa();
    completa(
        intesa("ATS Bergamo"),
        Map.of("intesa", "NEGATA", "note", "Serve il raccordo con le Case di Comunità"));
    assertThat(aperti()).containsExactly("UserTask_EsprimereIntesa");
    completa(intesa("ASST Bergamo Est"), Map.of("intesa", "FAVOREVOLE"));

    assertThat(documento().versione()).isEqualTo(2);
    completa(
        "UserTask_RecepireOsservazione",
        Map.of("esito", "ACCOLTA", "risposta", "Aggiunto il raccordo"));
    consegnaTutto();
    completa("UserTask_EsaminareBozza", Map.of("parere", "FAVOREVOLE"));
    completa("UserTask_RegistrareAudizioneOoss", audizione());
    completa(intesa("ATS Bergamo"), Map.of("intesa", "FAVOREVOLE"));
    completa(intesa("ASST Bergamo Est"), Map.of("intesa", "FAVOREVOLE"));
    assertThat(istanza).isEnded();
  }

  @Test
  void unAmbitoSuDueAsstChiedeDueInteseEUnoSenzaAsstNessuna() {
    var oglioPo = redazioneDi(ambitoConAsst(2));
    assertThat(documenti.entiPerIntesa(oglioPo))
        .extracting(EnteIntesa::provenienza)
        .containsExactly(Provenienza.ATS, Provenienza.ASST, Provenienza.ASST);
    var milano = redazioneDi(ambitoConAsst(0));
    assertThat(documenti.entiPerIntesa(milano))
        .extracting(EnteIntesa::provenienza)
        .containsExactly(Provenienza.ATS);
  }

  private String ambitoConAsst(int quante) {
    return anagrafica.ambiti().stream()
        .filter(ambito -> ambito.codiciAsst().size() == quante)
        .findFirst()
        .orElseThrow()
        .codice();
  }

  private long redazioneDi(String codiceAmbito) {
    return piani.avvia(piano.triennio(), List.of(codiceAmbito)).get(0).pianoId();
  }

  @Test
  void dopoIlRigettoDellAssembleaSiRiparteDaUnaNuovaVersioneConIMotivi() {
    arrivaAllIntesa();
    completa(intesa("ATS Bergamo"), Map.of("intesa", "FAVOREVOLE"));
    completa(intesa("ASST Bergamo Est"), Map.of("intesa", "FAVOREVOLE"));
    adesso("2024-11-25T10:00");
    documenti.registraRigetto(
        piano.pianoId(), LocalDate.of(2024, 11, 24), "Piano di Zona non approvato");

    redazione("RedazioneDocumento");

    var recepire = compito("UserTask_RecepireOsservazione");
    assertThat(recepire.getName()).isEqualTo("Recepire osservazione – Assemblea dei Sindaci");
    assertThat(modulo(recepire))
        .containsEntry("versione", 2)
        .containsEntry("giorno", "24/11/2024")
        .containsEntry("testo", "Piano di Zona non approvato");
    // ten days from the reopening: the date before the Accordo has passed
    assertThat(compito("UserTask_RedigereAnalisi").getDueDate()).isEqualTo("2024-12-05T23:59:59");
  }

  @Test
  void laBozzaInRitardoVieneSegnalataUnaVoltaELaRedazioneContinua() {
    DocumentoFixture.scriviTutto(redazione, documento().id());
    completa("UserTask_RedigereAnalisi", Map.of());

    vaiA("2024-11-10T08:00");

    assertThat(eventi(RedazioneInRitardo.class))
        .singleElement()
        .satisfies(ritardo -> assertThat(ritardo.piano()).isEqualTo(piano));
    assertThat(aperti())
        .containsExactly("UserTask_DefinireObiettivi", "UserTask_RedigereValutazione");
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
            () ->
                completa(
                    compito,
                    Map.of("data", "2024-10-30", "organizzazioni", "CGIL", "seguito", "PROSEGUE")))
        .hasMessageContaining("una data non successiva a oggi");
  }

  @Test
  void unaParteConsegnataOUnaVersioneDepositataNonSiModificanoPiu() {
    long documento = documento().id();
    DocumentoFixture.scriviTutto(redazione, documento);
    completa("UserTask_DefinireObiettivi", Map.of());
    assertThatThrownBy(
            () ->
                redazione.aggiungiObiettivo(
                    documento, DocumentoFixture.obiettivo("Altro"), DocumentoFixture.CHI))
        .hasMessageContaining("la parte 5 è già stata consegnata");
    completa("UserTask_RedigereAnalisi", Map.of());
    completa("UserTask_RedigereValutazione", Map.of());

    assertThatThrownBy(
            () ->
                redazione.aggiungiEsito(
                    documento, DocumentoFixture.esito("Altro"), DocumentoFixture.CHI))
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
            "osservazioniDaRecepire",
            "entiPerIntesa",
            "bozzaFavorevole",
            "audizioneConclusa");
  }

  private DocumentoDiPiano documento() {
    return documenti.documentoCorrente(piano.pianoId()).orElseThrow();
  }

  private StatoSezione stato(Parte parte) {
    return redazione.sezione(documento().id(), parte).stato();
  }

  private List<String> nelFascicolo() {
    return fascicolo.delPiano(piano.pianoId()).stream()
        .map(documento -> documento.titolo() + " " + documento.tipoContenuto())
        .toList();
  }

  private ProcessInstance redazione(String processo) {
    var id = avvia(processo, piano, Map.of());
    esegui();
    return motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(id)
        .singleResult();
  }

  private void scriviTutto() {
    DocumentoFixture.scriviTutto(redazione, documento().id());
    consegnaTutto();
  }

  private void consegnaTutto() {
    DocumentoFixture.pronte(redazione, documento().id());
    completa("UserTask_RedigereAnalisi", Map.of());
    completa("UserTask_DefinireObiettivi", Map.of());
    completa("UserTask_RedigereValutazione", Map.of());
  }

  private void arrivaAllIntesa() {
    scriviTutto();
    completa("UserTask_EsaminareBozza", Map.of("parere", "FAVOREVOLE"));
    completa("UserTask_RegistrareAudizioneOoss", audizione());
  }

  private static Map<String, Object> audizione() {
    return Map.of("data", "2024-10-28", "organizzazioni", "CGIL, CISL, UIL", "seguito", "PROSEGUE");
  }

  private Task intesa(String ente) {
    return compiti("UserTask_EsprimereIntesa").stream()
        .filter(compito -> compito.getName().endsWith("– " + ente))
        .findFirst()
        .orElseThrow();
  }
}
