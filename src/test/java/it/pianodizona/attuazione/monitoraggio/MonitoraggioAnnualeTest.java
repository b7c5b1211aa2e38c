package it.pianodizona.attuazione.monitoraggio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.assemblea.Punto;
import it.pianodizona.assemblea.SedutaFixture;
import it.pianodizona.assemblea.Sedute;
import it.pianodizona.attuazione.economia.ConfrontoEconomico;
import it.pianodizona.attuazione.economia.DatiEconomici;
import it.pianodizona.attuazione.economia.PianiEconomici;
import it.pianodizona.attuazione.economia.PianoEconomico;
import it.pianodizona.attuazione.economia.ScritturaSuperata;
import it.pianodizona.attuazione.economia.Voce;
import it.pianodizona.attuazione.monitoraggio.EventoMonitoraggio.Fatto;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioAnnuale.Stato;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.DatiObiettivo;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.DocumentoFixture;
import it.pianodizona.documento.EsitoNumerato;
import it.pianodizona.documento.Indicatore;
import it.pianodizona.documento.Operatore;
import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import it.pianodizona.documento.TipoIndicatore;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.Pdf;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Triennio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Copre({"MonitoraggioAnnuale", "CalendarioMonitoraggio"})
class MonitoraggioAnnualeTest extends ProvaDiProcesso {

  private static final String COMPILARE = "UserTask_CompilareMonitoraggio";
  private static final String CONVOCARE = "UserTask_ConvocareAssemblea";
  private static final String VOTARE = "UserTask_RegistrareAppelloEVoti";
  private static final Map<String, Object> PREMESSA =
      Map.of("premessa", "Un anno di lavoro nei Comuni dell'alta valle.");

  private static final AtomicInteger CICLI = new AtomicInteger(2800);

  @Autowired private Monitoraggi monitoraggi;
  @Autowired private PianiEconomici economia;
  @Autowired private Documenti documenti;
  @Autowired private Redazione redazione;
  @Autowired private Fascicolo fascicolo;
  @Autowired private Sedute sedute;
  @Autowired private Anagrafica anagrafica;
  @Autowired private Semafori semafori;
  @Autowired private JdbcClient jdbc;

  private RiferimentoPiano piano;

  /** The other tests share the Ambito, whose next plan would start from these outcomes. */
  @AfterEach
  void dimenticaIMonitoraggi() {
    for (var tabella :
        List.of(
            "monitoraggio_storia",
            "monitoraggio_indicatore",
            "monitoraggio_obiettivo",
            "monitoraggio_annuale")) {
      jdbc.sql("delete from " + tabella).update();
    }
  }

  @Test
  void unAnnoCompilatoEApprovatoConIlPianoEconomicoEVaNelFascicoloEAdAtsEComuni() throws Exception {
    inAttuazione();
    vaiA(anno(1) + "-01-02T09:00");
    var m = monitoraggi.dellAnno(piano.pianoId(), anno(0)).orElseThrow();
    assertThat(compito(COMPILARE).getDueDate()).isEqualTo(anno(1) + "-03-31T23:59:59");
    assertThat(compito(COMPILARE).getName()).isEqualTo("Compilare il monitoraggio – " + anno(0));
    assertThat(compito(COMPILARE).getTenantId()).isEqualTo(AMBITO);

    assertThatThrownBy(() -> completa(COMPILARE, PREMESSA))
        .hasMessageContaining("1. A casa in valle")
        .hasMessageContaining("l'indicatore 1")
        .hasMessageContaining("Manca il piano economico dell'anno " + anno(1));
    MonitoraggioFixture.compila(monitoraggi, m, "45");
    MonitoraggioFixture.economico(economia, piano.pianoId(), anno(1));
    completa(COMPILARE, PREMESSA);

    assertThatThrownBy(() -> MonitoraggioFixture.compila(monitoraggi, m, "46"))
        .hasMessageContaining("all'esame dell'Assemblea");
    assertThatThrownBy(() -> MonitoraggioFixture.economico(economia, piano.pianoId(), anno(1)))
        .hasMessageContaining("all'esame dell'Assemblea");
    assertThat(modulo(compito(CONVOCARE)))
        .containsEntry(
            "ordineDelGiorno",
            """
            1. Approvazione del monitoraggio dell'anno %d del Piano di Zona %s.
            2. Riconferma del piano economico dell'anno %d e delle quote dei Comuni."""
                .formatted(anno(0), piano.triennio(), anno(1)));
    assertThat(compito(CONVOCARE).getDueDate()).isEqualTo(anno(1) + "-03-31T23:59:59");
    seduta("-02-10", Set.of());
    delibera("-02-10");

    var approvato = monitoraggi.monitoraggio(m.id());
    assertThat(approvato.stato()).isEqualTo(Stato.APPROVATO);
    assertThat(approvato.delibera()).isEqualTo("n. 3/B del 10/02/" + anno(1));
    var economico = economia.dellAnno(piano.pianoId(), anno(1)).orElseThrow();
    assertThat(economico.stato()).isEqualTo(PianoEconomico.Stato.APPROVATO);
    assertThat(economico.totaleQuote()).isEqualTo(Denaro.euro("120000.01"));
    assertThat(economia.storia(economico))
        .singleElement()
        .satisfies(
            modifica -> {
              assertThat(modifica.chi()).isEqualTo("udp");
              assertThat(modifica.testo()).contains("quote dei Comuni 120.000,01 €");
            });
    var rapporto = fascicolo.documento(approvato.rapportoId()).orElseThrow();
    assertThat(Pdf.difetti(fascicolo.contenuto(rapporto.id()))).isEmpty();
    assertThat(Pdf.testo(fascicolo.contenuto(rapporto.id())))
        .contains("1. A casa in valle")
        .contains("Clusone")
        .contains("120.000,01 €");
    assertThat(destinatari("MONITORAGGIO_APPROVATO")).as("ATS e 24 Comuni").isEqualTo(25);
    assertThat(monitoraggi.storia(m.id()))
        .extracting(Monitoraggi.Voce::fatto)
        .filteredOn(fatto -> fatto != Fatto.SCRITTO)
        .containsExactly(Fatto.APERTO, Fatto.IN_ASSEMBLEA, Fatto.APPROVATO);
    vaiA(anno(1) + "-04-02T09:00");
    assertThat(monitoraggi.monitoraggio(m.id()).inRitardo()).isFalse();
  }

  @Test
  void seLAssembleaNonApprovaIlLavoroTornaAllUfficioConIMotivi() {
    inAttuazione();
    vaiA(anno(1) + "-01-02T09:00");
    var m = monitoraggi.dellAnno(piano.pianoId(), anno(0)).orElseThrow();
    MonitoraggioFixture.compila(monitoraggi, m, "45");
    MonitoraggioFixture.economico(economia, piano.pianoId(), anno(1));
    completa(COMPILARE, PREMESSA);
    seduta("-01-20", Set.of(Punto.PIANO_ECONOMICO));

    assertThat(modulo(compito(COMPILARE)).get("ritorno").toString())
        .contains("Piano economico annuale non approvato: favorevoli 0, contrari 20")
        .contains("A verbale: Le quote vanno riviste");
    assertThat(modulo(compito(COMPILARE)).get("premessa")).isEqualTo(PREMESSA.get("premessa"));
    assertThat(documenti.osservazioniAperte(piano.pianoId()))
        .as("il rigetto non riguarda il Documento di Piano")
        .isEmpty();
    MonitoraggioFixture.economico(economia, piano.pianoId(), anno(1));
    completa(COMPILARE, PREMESSA);
    assertThat(modulo(compito(CONVOCARE)).get("ritorno").toString())
        .contains("Piano economico annuale non approvato");
    seduta("-02-10", Set.of());
    delibera("-02-10");
    assertThat(monitoraggi.monitoraggio(m.id()).stato()).isEqualTo(Stato.APPROVATO);
    assertThat(monitoraggi.storia(m.id()))
        .extracting(Monitoraggi.Voce::fatto)
        .filteredOn(fatto -> fatto != Fatto.SCRITTO)
        .containsExactly(
            Fatto.APERTO,
            Fatto.IN_ASSEMBLEA,
            Fatto.NON_APPROVATO,
            Fatto.IN_ASSEMBLEA,
            Fatto.APPROVATO);
  }

  @Test
  void lUfficioERicordatoDueVolteEIlTermineScadutoEUnRitardoCheLApprovazioneToglie() {
    inAttuazione();
    vaiA(anno(1) + "-03-01T08:59");
    assertThat(fatti(Fatto.IN_SCADENZA)).isZero();
    vaiA(anno(1) + "-03-01T09:01");
    assertThat(fatti(Fatto.IN_SCADENZA)).isEqualTo(1);
    vaiA(anno(1) + "-03-24T09:01");
    assertThat(fatti(Fatto.IN_SCADENZA)).isEqualTo(2);
    vaiA(anno(1) + "-03-31T23:59");
    assertThat(fatti(Fatto.IN_RITARDO)).isZero();
    vaiA(anno(1) + "-04-01T00:01");
    assertThat(fatti(Fatto.IN_RITARDO)).isEqualTo(1);
    var m = monitoraggi.dellAnno(piano.pianoId(), anno(0)).orElseThrow();
    assertThat(m.inRitardo()).isTrue();

    MonitoraggioFixture.compila(monitoraggi, m, "45");
    MonitoraggioFixture.economico(economia, piano.pianoId(), anno(1));
    completa(COMPILARE, PREMESSA);
    seduta("-04-20", Set.of(Punto.MONITORAGGIO));
    assertThat(fatti(Fatto.IN_SCADENZA)).as("dopo il termine non si ricorda più").isEqualTo(2);
    completa(COMPILARE, PREMESSA);
    seduta("-05-05", Set.of());
    delibera("-05-05");
    assertThat(monitoraggi.monitoraggio(m.id()).inRitardo()).isFalse();
  }

  @Test
  void nelTriennioOgniAnnoSiApreUnaVoltaSolaAllaSuaDataELUltimoNonHaPianoEconomico() {
    inAttuazione();
    vaiA(anno(3) + "-02-01T09:00");

    assertThat(monitoraggi.delPiano(piano.pianoId()))
        .extracting(
            MonitoraggioAnnuale::anno, MonitoraggioAnnuale::apertura, MonitoraggioAnnuale::ultimo)
        .containsExactly(
            tuple(anno(0), LocalDate.of(anno(1), 1, 1), false),
            tuple(anno(1), LocalDate.of(anno(2), 1, 1), false),
            tuple(anno(2), LocalDate.of(anno(3), 1, 1), true));
    assertThat(compiti(COMPILARE)).hasSize(3);
    assertThat(monitoraggi.apri(piano.pianoId())).as("niente due volte").isEmpty();
    assertThat(
            motore
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("MonitoraggioAnnuale")
                .processInstanceBusinessKey(piano.chiave() + "/" + anno(1))
                .count())
        .isEqualTo(1);
    assertThat(
            motore
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("CalendarioMonitoraggio")
                .count())
        .as("il calendario è concluso")
        .isZero();

    var ultimo = monitoraggi.dellAnno(piano.pianoId(), anno(2)).orElseThrow();
    MonitoraggioFixture.compila(monitoraggi, ultimo, "110");
    assertThat(monitoraggi.mancanze(ultimo)).isEmpty();
    assertThat(ultimo.deliberazione().oggetto().punti()).containsExactly(Punto.MONITORAGGIO);
  }

  @Test
  void unPianoCheEntraTardiInAttuazioneRecuperaGliAnniGiaFiniti() {
    conDocumento(piano());
    adesso(anno(2) + "-02-10T09:00");
    piani.passaAllaFase(piano.pianoId(), Fase.PREMIALITA);
    esegui();
    assertThat(monitoraggi.delPiano(piano.pianoId()))
        .extracting(MonitoraggioAnnuale::anno)
        .containsExactly(anno(0), anno(1));
    assertThat(monitoraggi.dellAnno(piano.pianoId(), anno(0)).orElseThrow().inRitardo()).isTrue();
    assertThat(fatti(Fatto.IN_SCADENZA)).isZero();
    piani.passaAllaFase(piano.pianoId(), Fase.PREMIALITA);
    esegui();
    assertThat(compiti(COMPILARE)).as("un solo calendario").hasSize(2);
  }

  @Test
  void iSemaforiVengonoDalleTabelleConLeSoglieDate() {
    var soglie = new Semafori.Soglie(new BigDecimal("90"), new BigDecimal("60"));
    assertThat(luce("90", soglie)).isEqualTo(Semaforo.VERDE);
    assertThat(luce("89.9", soglie)).isEqualTo(Semaforo.GIALLO);
    assertThat(luce("60", soglie)).isEqualTo(Semaforo.GIALLO);
    assertThat(luce("59.9", soglie)).isEqualTo(Semaforo.ROSSO);
    assertThat(luce("0", soglie)).isEqualTo(Semaforo.ROSSO);
    assertThat(luce("999.9", soglie)).isEqualTo(Semaforo.VERDE);
    assertThat(semafori.indicatore(null, soglie).semaforo()).isEqualTo(Semaforo.GRIGIO);
    var severe = new Semafori.Soglie(new BigDecimal("100"), new BigDecimal("95"));
    assertThat(luce("96", severe)).isEqualTo(Semaforo.GIALLO);

    var v = Semaforo.VERDE;
    var g = Semaforo.GIALLO;
    var r = Semaforo.ROSSO;
    var n = Semaforo.GRIGIO;
    assertThat(obiettivo(List.of())).isEqualTo(n);
    assertThat(obiettivo(List.of(n, n))).isEqualTo(n);
    assertThat(obiettivo(List.of(v, v, n))).as("chi non è rilevato non conta").isEqualTo(v);
    assertThat(obiettivo(List.of(v, g))).isEqualTo(g);
    assertThat(obiettivo(List.of(v, v, r))).isEqualTo(g);
    assertThat(obiettivo(List.of(v, r))).isEqualTo(r);
    assertThat(obiettivo(List.of(r, r, r))).isEqualTo(r);
  }

  @Test
  void duePersoneNonSiSovrascrivonoEIDatiSbagliatiSonoRifiutati() {
    inAttuazione();
    vaiA(anno(1) + "-01-02T09:00");
    var m = monitoraggi.dellAnno(piano.pianoId(), anno(0)).orElseThrow();
    var scheda = monitoraggi.schede(m).get(0);
    long obiettivo = scheda.obiettivo().id();
    monitoraggi.scrivi(m.id(), obiettivo, scheda.revisione(), dati(1, "30"), "udp");
    assertThatThrownBy(
            () -> monitoraggi.scrivi(m.id(), obiettivo, scheda.revisione(), dati(1, "31"), "altra"))
        .isInstanceOf(ScritturaSuperata.class);
    assertThatThrownBy(
            () ->
                monitoraggi.scrivi(m.id(), obiettivo, scheda.revisione() + 1, dati(9, "31"), "udp"))
        .hasMessageContaining("uno dei 1 indicatori");
    assertThatThrownBy(
            () ->
                monitoraggi.scrivi(
                    m.id(),
                    obiettivo,
                    scheda.revisione() + 1,
                    new DatiScheda(Map.of(), 50, null, null, null),
                    "udp"))
        .hasMessageContaining("si calcola dagli indicatori");
    assertThat(monitoraggi.schede(m).get(0))
        .satisfies(
            letta -> {
              assertThat(letta.rilevazioni().get(0).valore()).isEqualByComparingTo("30");
              assertThat(letta.luce().semaforo()).isEqualTo(Semaforo.GIALLO);
              assertThat(letta.grado()).isEqualTo(25);
            });
  }

  @Test
  void unPianoEconomicoSquilibratoNonVaAllAssembleaELeQuoteSiConfrontanoConLAnnoPrima() {
    inAttuazione();
    MonitoraggioFixture.economico(economia, piano.pianoId(), anno(0));
    var primo = economia.dellAnno(piano.pianoId(), anno(0)).orElseThrow();
    var proposta = economia.proposta(piano.pianoId(), anno(1));
    assertThat(proposta.voci()).as("si parte dall'anno prima").isEqualTo(primo.dati().voci());
    var voci = new ArrayList<>(proposta.voci());
    voci.add(new Voce(Voce.Parte.USCITA, "Trasporto sociale", Denaro.euro("9000.50"), false));
    var secondo =
        economia.scrivi(
            piano.pianoId(),
            anno(1),
            0,
            new DatiEconomici(
                voci,
                Denaro.euro(20_000),
                Denaro.ZERO,
                proposta.popolazioneAl(),
                "ISTAT",
                proposta.popolazione(),
                null),
            "udp");
    assertThat(secondo.mancanze())
        .singleElement()
        .asString()
        .contains("non è in pareggio", "120.000,01 €", "129.000,51 €");
    assertThat(secondo.totaleQuote()).isEqualTo(Denaro.euro("100000.01"));
    var confronto = new ConfrontoEconomico(secondo, primo);
    assertThat(confronto.voci(Voce.Parte.USCITA))
        .anySatisfy(
            riga -> {
              assertThat(riga.denominazione()).isEqualTo("Trasporto sociale");
              assertThat(riga.variazione()).isEqualTo("nuova");
            });
    assertThat(secondo.quote())
        .allSatisfy(q -> assertThat(confronto.variazione(q)).startsWith("-"));
    assertThatThrownBy(() -> economia.proposta(piano.pianoId(), anno(3)))
        .hasMessageContaining("un anno del triennio");
  }

  @Test
  void ilNuovoPianoDelloStessoAmbitoParteDagliEsitiDellUltimoMonitoraggio() {
    int primo = CICLI.getAndAdd(6);
    piano = avvia(primo);
    inAttuazione(piano);
    vaiA(anno(1) + "-01-02T09:00");
    var m = monitoraggi.dellAnno(piano.pianoId(), anno(0)).orElseThrow();
    MonitoraggioFixture.compila(monitoraggi, m, "90");

    var nuovo = avvia(primo + 3);
    long documento = documenti.apriBozza(nuovo.pianoId()).id();

    assertThat(redazione.esiti(documento))
        .extracting(EsitoNumerato::esito)
        .singleElement()
        .satisfies(
            esito -> {
              assertThat(esito.obiettivo()).isEqualTo("A casa in valle");
              assertThat(esito.grado()).isEqualTo(75);
              assertThat(esito.risorse()).isEqualTo(50);
              assertThat(esito.criticita()).isEqualTo("Pochi operatori in alta valle");
              assertThat(esito.motivoRiproposto()).isEmpty();
            });
    assertThat(redazione.storia(documento, Parte.ESITI))
        .anySatisfy(
            riga ->
                assertThat(riga.testo())
                    .contains("monitoraggio dell'anno " + anno(0))
                    .contains(piano.triennio()));
    assertThat(documenti.apriBozza(nuovo.pianoId()).id())
        .as("riaprire non precompila due volte")
        .isEqualTo(documento);
    assertThat(redazione.esiti(documento)).hasSize(1);
  }

  // --- fixtures

  /** A plan of a triennio that no other test uses. */
  private RiferimentoPiano avvia(int anno) {
    var triennio = anno + "-" + (anno + 2);
    piani.registra(
        Triennio.di(triennio, "DGR di prova", LocalDate.of(anno - 1, 12, 10), "2025-2027"));
    return piani.avvia(triennio, List.of(AMBITO)).get(0);
  }

  private void inAttuazione() {
    inAttuazione(piano());
  }

  private void inAttuazione(RiferimentoPiano nuovo) {
    conDocumento(nuovo);
    adesso(anno(0) + "-01-10T09:00");
    piani.passaAllaFase(piano.pianoId(), Fase.PREMIALITA);
    esegui();
    assertThat(aperti()).isEmpty();
  }

  /** A plan with an approved version of its document: one objective, one indicator of 120. */
  private void conDocumento(RiferimentoPiano nuovo) {
    piano = nuovo;
    long documento = documenti.apriBozza(piano.pianoId()).id();
    redazione.aggiungiObiettivo(
        documento,
        new DatiObiettivo(
            DocumentoFixture.scheda("A casa in valle", 60_000),
            List.of(
                new Indicatore(
                    TipoIndicatore.OUTPUT,
                    "Persone seguite a domicilio",
                    Operatore.ALMENO,
                    new BigDecimal("120"),
                    "persone",
                    LocalDate.of(anno(2), 12, 31))),
            Set.of()),
        "udp");
    jdbc.sql("update documento_di_piano set pronto = ? where id = ?")
        .params(OffsetDateTime.parse("2024-11-01T10:00:00+01:00"), documento)
        .update();
  }

  private void seduta(String giorno, Set<Punto> contrari) {
    completa(
        CONVOCARE,
        Map.of(
            "prima",
            anno(1) + giorno + "T18:00" + fuso(giorno),
            "seconda",
            anno(1) + giorno + "T19:00" + fuso(giorno),
            "luogo",
            "Sala consiliare di Clusone",
            "ordineDelGiorno",
            "1. Monitoraggio annuale; 2. Piano economico"));
    vaiA(anno(1) + giorno + "T18:01");
    var comuni =
        anagrafica.comuniDi(AMBITO, adesso().toLocalDate()).stream()
            .map(Comune::codiceIstat)
            .limit(20)
            .toList();
    long seduta = (Long) motore.getTaskService().getVariable(compito(VOTARE).getId(), "sedutaId");
    var fixture = SedutaFixture.di(sedute, seduta).presenti(comuni);
    contrari.forEach(punto -> fixture.contrari(punto, comuni));
    fixture.siSvolge();
    completa(
        VOTARE,
        Map.of(
            "presidente",
            "Carla Fornoni",
            "segretario",
            "Ugo Neri",
            "note",
            contrari.isEmpty() ? "Nessuna." : "Le quote vanno riviste."));
  }

  private void delibera(String giorno) {
    completa("UserTask_RegistrareDelibera", Map.of("numero", "3/B", "data", anno(1) + giorno));
  }

  private String fuso(String giorno) {
    return giorno.compareTo("-04") > 0 ? "+02:00" : "+01:00";
  }

  private Semaforo luce(String avanzamento, Semafori.Soglie soglie) {
    return semafori.indicatore(new BigDecimal(avanzamento), soglie).semaforo();
  }

  private Semaforo obiettivo(List<Semaforo> indicatori) {
    return semafori.obiettivo(indicatori).semaforo();
  }

  private static DatiScheda dati(int numero, String valore) {
    return new DatiScheda(
        Map.of(numero, new DatiScheda.Valore(new BigDecimal(valore), null)),
        null,
        null,
        null,
        null);
  }

  private long fatti(Fatto fatto) {
    return eventi(EventoMonitoraggio.class).stream()
        .filter(evento -> evento.fatto() == fatto && evento.piano().equals(piano))
        .filter(evento -> evento.anno() == anno(0))
        .count();
  }

  private int destinatari(String scopo) {
    return jdbc.sql("select count(*) from messaggio where scopo = ? and triennio = ?")
        .params(scopo, piano.triennio())
        .query(Integer.class)
        .single();
  }

  private int anno(int dopo) {
    return Integer.parseInt(piano.triennio().substring(0, 4)) + dopo;
  }
}
