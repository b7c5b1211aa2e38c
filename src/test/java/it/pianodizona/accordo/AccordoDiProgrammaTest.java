package it.pianodizona.accordo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.accordo.firmadigitale.EsitoVerifica;
import it.pianodizona.accordo.firmadigitale.FirmaDiProva;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.fascicolo.VerificaIntegrita;
import it.pianodizona.motore.modulo.ModuloNonValido;
import it.pianodizona.piano.Proroghe;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Copre({"AccordoDiProgramma", "SottoscrizioneEnte"})
class AccordoDiProgrammaTest extends ProvaDiProcesso {

  private static final String COMPORRE = "UserTask_ComporreTesto";
  private static final String FIRMARE = "UserTask_FirmareAccordo";
  private static final String APPROVARE = "UserTask_AdottareAttoApprovazione";
  private static final String TRASMETTERE = "UserTask_TrasmettereAllaRegione";
  private static final String RICEVUTA = "UserTask_RegistrareRicevuta";
  private static final int ENTI = 26;

  @Autowired private Accordi accordi;
  @Autowired private TestiAccordo testi;
  @Autowired private Fascicolo fascicolo;
  @Autowired private Proroghe proroghe;
  @Autowired private Anagrafica anagrafica;
  @Autowired private QuadriDelleFirme quadri;
  @Autowired private VerificheFirma verifiche;
  @Autowired private VerificaIntegrita integrita;
  @Autowired private JdbcClient jdbc;

  private RiferimentoPiano piano;
  private ProcessInstance istanza;

  @BeforeEach
  void unAccordoDaFirmare() {
    adesso("2024-11-04T09:00");
    piano = piano();
    istanza = parti();
  }

  @Test
  void firmanoTuttiLAccordoVieneApprovatoETrasmesso() {
    firmanoTutti("2024-11-04");
    assertThat(accordi.dataUltimaFirma(piano.pianoId())).contains(LocalDate.of(2024, 11, 4));
    assertThat(modulo(compito(APPROVARE)).get("numeroFirme")).isEqualTo(ENTI);
    assertThat(modulo(compito(APPROVARE)).get("firme").toString())
        .contains("Comune di Clusone", "ATS Bergamo", "ASST Bergamo Est");

    completa(APPROVARE, Map.of("atto", "decreto 7/2024", "data", "2024-11-04"));
    assertThat(accordi.trasmesso(piano.pianoId())).isFalse();
    assertThat(modulo(compito(TRASMETTERE)).get("documenti").toString())
        .contains("Accordo di Programma per il Piano di Zona", testo().sha256());
    completa(TRASMETTERE, Map.of("data", "2024-11-04", "protocollo", "0012345/2024"));

    assertThat(accordi.trasmesso(piano.pianoId())).isTrue();
    assertThat(modulo(compito(RICEVUTA)))
        .containsEntry("numeroDocumenti", "un documento")
        .containsEntry("protocolloAts", "0012345/2024");
    completa(RICEVUTA, Map.of("data", "2024-11-04", "protocollo", "G1.2024.0012345"));
    assertThat(istanza).isEnded().hasPassed("End_AccordoTrasmesso");
    assertThat(esito()).isEqualTo(true);
  }

  @Test
  void quelloCheSegueDueFirmeDelloStessoAccordoEPresoInsiemeENonSiIntralcia() {
    for (var compito : compiti(FIRMARE).subList(0, 2)) {
      motore.getTaskService().complete(compito.getId(), comeDalBrowser(firma("2024-11-04")));
    }
    var configurazione = (ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration();

    var presi =
        configurazione
            .getCommandExecutorTxRequired()
            .execute(new AcquireJobsCmd(configurazione.getJobExecutor()));

    assertThat(presi.getJobIdBatches()).singleElement().asList().hasSize(2);
    assertThat(
            motore.getManagementService().createJobQuery().executable().list().stream()
                .map(Job::getProcessInstanceId)
                .distinct())
        .as("ogni firma ha la sua istanza")
        .hasSize(2);
  }

  @Test
  void ilTestoHaLeOttoPartiEdEDepositatoNelFascicoloConIlProtocollo() {
    var testo = testo();

    assertThat(testo.tipo()).isEqualTo(TipoDocumento.ACCORDO_DI_PROGRAMMA);
    assertThat(testo.protocollo()).matches("\\d{7}/2024");
    assertThat(fascicolo.contenuto(testo.id())).startsWith("%PDF".getBytes());
    assertThat(testi.testo(accordi.accordo(accordoId()).testoId()).perTitolo())
        .hasSize(8)
        .containsKey("Integrazione sociosanitaria");
  }

  @Test
  void unTestoSenzaUnaParteEssenzialeNonSiDeposita() {
    avvia(
        "AccordoDiProgramma",
        piano,
        Map.of("scadenzaAccordo", piani.scadenzaAccordo(piano.pianoId())));

    assertThatThrownBy(() -> completa(COMPORRE, Map.of("durata", " ".repeat(30))))
        .hasMessageContaining("7. Durata triennale");
    assertThatThrownBy(() -> new TestoAccordo(Map.of()))
        .hasMessageContaining("1. Finalità e obiettivi")
        .hasMessageContaining("8. Integrazione sociosanitaria");
    assertThat(compiti(COMPORRE)).hasSize(1);
  }

  @Test
  void laRicevutaCheMancaSiSollecitaOgniSetteGiorniFincheArriva() {
    firmanoTutti("2024-11-04");
    completa(APPROVARE, Map.of("atto", "decreto 7/2024", "data", "2024-11-04"));
    completa(TRASMETTERE, Map.of("data", "2024-11-04", "protocollo", "0012345/2024"));

    vaiA("2024-11-19T09:00");
    assertThat(eventi(RicevutaMancante.class))
        .extracting(e -> e.oggi().toString())
        .containsExactly("2024-11-11", "2024-11-18");
    assertThatThrownBy(
            () -> completa(RICEVUTA, Map.of("data", "2024-11-03", "protocollo", "G1.2024.1")))
        .hasMessageContaining("giorno della trasmissione");
    completa(RICEVUTA, Map.of("data", "2024-11-19", "protocollo", "G1.2024.1"));
    vaiA("2024-12-05T09:00");

    assertThat(istanza).isEnded();
    assertThat(eventi(RicevutaMancante.class)).hasSize(2);
  }

  @Test
  void ogniEnteHaIlSuoCompitoNelSuoGruppoELaSuaRichiesta() {
    var compiti = compiti(FIRMARE);

    assertThat(compiti).hasSize(ENTI);
    assertThat(compiti)
        .extracting(Task::getName)
        .contains(
            "Firmare l'Accordo di Programma – Comune di Clusone",
            "Firmare l'Accordo di Programma – Comune di Villa d'Ogna",
            "Firmare l'Accordo di Programma – ATS Bergamo",
            "Firmare l'Accordo di Programma – ASST Bergamo Est");
    assertThat(gruppi("Comune di Clusone")).containsExactly("comune.016077");
    assertThat(gruppi("ATS Bergamo")).containsExactly("ats");
    assertThat(gruppi("ASST Bergamo Est")).containsExactly("asst");
    assertThat(compito("ATS Bergamo", FIRMARE).getDueDate())
        .isEqualTo(java.util.Date.from(piani.scadenzaAccordo(piano.pianoId()).toInstant()));
    assertThat(eventi(FirmaRichiesta.class)).hasSize(ENTI);
  }

  @Test
  void unSoloRifiutoChiudeLaRaccoltaEUnSecondoTentativoRiparteDaCapo() {
    firma("Comune di Clusone", "2024-11-04");
    rifiuta("Comune di Gorno");

    assertThat(istanza).isEnded().hasPassed("End_AccordoNonRaggiunto");
    assertThat(esito()).isEqualTo(false);
    assertThat(accordi.dataUltimaFirma(piano.pianoId())).isEmpty();
    assertThat(proroghe.mancati(piano.pianoId()))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.ente()).isEqualTo("Comune di Gorno");
              assertThat(m.motivo()).contains("non ha ratificato");
            });
    assertThat(compiti(FIRMARE)).isEmpty();
    assertThat(
            motore
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("SottoscrizioneEnte")
                .count())
        .isZero();

    istanza = parti();

    assertThat(compiti(FIRMARE)).hasSize(ENTI);
    assertThat(accordi.accordo(accordoId()).tentativo()).isEqualTo(2);
    firmanoTutti("2024-11-04");
    assertThat(istanza).isWaitingAt(APPROVARE);
    assertThat(accordi.dataUltimaFirma(piano.pianoId())).contains(LocalDate.of(2024, 11, 4));
  }

  @Test
  void iSollecitiVannoSoloAChiMancaAlleNoveDelGiornoGiusto() {
    assertThat(accordi.accordo(accordoId()).entro())
        .isEqualTo("2024-12-10T23:59:59+01:00[Europe/Rome]");
    vaiA("2024-11-10T09:01");
    assertThat(eventi(FirmaSollecitata.class))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.giorniMancanti()).isEqualTo(30);
              assertThat(s.mancanti()).hasSize(ENTI);
            });
    firma("Comune di Clusone", "2024-11-10");

    vaiA("2024-12-09T08:59");
    assertThat(eventi(FirmaSollecitata.class))
        .extracting(FirmaSollecitata::giorniMancanti)
        .containsExactly(30, 15, 7);
    vaiA("2024-12-09T09:01");

    assertThat(eventi(FirmaSollecitata.class)).hasSize(4);
    assertThat(eventi(FirmaSollecitata.class).get(3).giorniMancanti()).isEqualTo(1);
    assertThat(eventi(FirmaSollecitata.class))
        .extracting(FirmaSollecitata::daSegnalare)
        .containsExactly(false, false, true, true);
    assertThat(eventi(FirmaSollecitata.class).get(3).mancanti())
        .hasSize(ENTI - 1)
        .noneMatch(d -> d.nome().equals("Comune di Clusone"));
  }

  @Test
  void passatoIlTermineSiSegnalaChiMancaESiPuoAncoraFirmare() {
    compiti(FIRMARE).stream()
        .filter(c -> !c.getName().endsWith("Gorno"))
        .forEach(c -> completa(c, firma("2024-11-04")));

    vaiA("2024-12-11T09:00");

    assertThat(eventi(TermineAccordoScaduto.class))
        .singleElement()
        .satisfies(t -> assertThat(t.mancanti()).containsExactly("Comune di Gorno"));
    assertThat(istanza).isWaitingAt("Call_RaccogliereFirma");
    firma("Comune di Gorno", "2024-12-11");
    assertThat(istanza).isWaitingAt(APPROVARE);
    assertThat(accordi.dataUltimaFirma(piano.pianoId())).contains(LocalDate.of(2024, 12, 11));
  }

  @Test
  void iPromemoriaGiaPassatiAllAperturaNonPartono() {
    adesso("2024-11-28T09:00");
    istanza = parti();
    var accordo = accordoId();

    esegui();
    assertThat(solleciti(accordo)).isEmpty();
    vaiA("2024-12-03T09:01");

    assertThat(solleciti(accordo)).containsExactly(7);
  }

  @Test
  void unAccordoApertoDopoIlTermineESubitoInRitardo() {
    adesso("2025-01-15T09:00");
    istanza = parti();
    var accordo = accordoId();

    esegui();

    assertThat(solleciti(accordo)).isEmpty();
    assertThat(eventi(TermineAccordoScaduto.class))
        .filteredOn(t -> t.accordoId() == accordo)
        .singleElement()
        .satisfies(t -> assertThat(t.mancanti()).hasSize(ENTI));
  }

  /** 24 mayors, the ATS and the ASST sign in the same instant. */
  @Test
  void tuttiFirmanoNelloStessoIstanteEIlProcessoContinuaUnaVoltaSola() throws Exception {
    var compiti = compiti(FIRMARE);
    var via = new CyclicBarrier(compiti.size());
    var persone = Executors.newFixedThreadPool(compiti.size());
    try {
      List<Callable<Void>> firme = new ArrayList<>();
      for (Task compito : compiti) {
        firme.add(
            () -> {
              via.await();
              motore
                  .getTaskService()
                  .complete(compito.getId(), comeDalBrowser(firma("2024-11-04")));
              return null;
            });
      }
      for (Future<Void> firma : persone.invokeAll(firme)) {
        firma.get();
      }
    } finally {
      persone.shutdownNow();
    }

    esegui();

    assertThat(compiti(FIRMARE)).isEmpty();
    assertThat(compiti(APPROVARE)).hasSize(1);
    assertThat(accordi.firme(accordoId())).hasSize(ENTI);
    assertThat(motore.getRuntimeService().createIncidentQuery().count()).isZero();
  }

  @Test
  void unComuneCheEntraFirmaAncheLuiEUnoCheEsceNonFirmaPiu() {
    firma("Comune di Clusone", "2024-11-04");
    anagrafica.associa("016086", AMBITO, LocalDate.of(2024, 11, 4));
    anagrafica.recedi(istat("Gorno"), LocalDate.of(2024, 11, 3));
    try {
      var variazione =
          accordi.ricalcola(accordoId(), "delibera 3/2024", LocalDate.of(2024, 11, 4), "udp");
      esegui();

      assertThat(variazione.entrati()).hasSize(1);
      var entrato = variazione.entrati().get(0).nome();
      assertThat(variazione.usciti())
          .extracting(Sottoscrittore::nome)
          .containsExactly("Comune di Gorno");
      assertThat(compiti(FIRMARE))
          .extracting(Task::getName)
          .hasSize(ENTI - 1)
          .contains("Firmare l'Accordo di Programma – " + entrato)
          .noneMatch(nome -> nome.endsWith("Gorno"));
      assertThat(eventi(FirmaRichiesta.class)).hasSize(ENTI + 1);
      assertThat(quadri.quadro(accordoId()).usciti()).containsExactly("Comune di Gorno");
      assertThatThrownBy(
              () ->
                  accordi.ricalcola(
                      accordoId(), "delibera 4/2024", LocalDate.of(2024, 11, 4), "udp"))
          .hasMessageContaining("non c'è nulla da variare");

      compiti(FIRMARE).stream()
          .filter(c -> !c.getName().endsWith(entrato))
          .forEach(c -> completa(c, firma("2024-11-04")));
      assertThat(compiti(APPROVARE)).isEmpty();
      firma(entrato, "2024-11-04");
      assertThat(istanza).isWaitingAt(APPROVARE);
      assertThat(modulo(compito(APPROVARE)).get("numeroFirme")).isEqualTo(ENTI);
      assertThatThrownBy(
              () ->
                  accordi.ricalcola(
                      accordoId(), "delibera 5/2024", LocalDate.of(2024, 11, 4), "udp"))
          .hasMessageContaining("la raccolta delle firme è conclusa");
    } finally {
      ripristinaAppartenenze();
    }
  }

  @Test
  void seEsceLUltimoCheMancavaLaRaccoltaSiConclude() {
    compiti(FIRMARE).stream()
        .filter(c -> !c.getName().endsWith("Gorno"))
        .forEach(c -> completa(c, firma("2024-11-04")));
    anagrafica.recedi(istat("Gorno"), LocalDate.of(2024, 11, 3));
    try {
      accordi.ricalcola(accordoId(), "delibera 3/2024", LocalDate.of(2024, 11, 4), "udp");
      esegui();

      assertThat(istanza).isWaitingAt(APPROVARE);
    } finally {
      ripristinaAppartenenze();
    }
  }

  @Test
  void seCambiaIlSindacoIlCompitoRestaAlComune() {
    var compito = compito("Comune di Gorno", FIRMARE);

    completa(compito, con("ruolo", "Commissario straordinario"));

    assertThat(gruppi("Comune di Clusone")).containsExactly("comune.016077");
    assertThat(accordi.firme(accordoId()))
        .singleElement()
        .satisfies(f -> assertThat(f.ruolo()).isEqualTo("Commissario straordinario"));
  }

  @Test
  void iPromemoriaAncoraApertiSeguonoLaProrogaEQuelliInviatiNonSiRipetono() {
    vaiA("2024-11-20T09:00");
    assertThat(solleciti(accordoId())).containsExactly(30);

    proroga("2025-01-31");

    assertThat(accordi.accordo(accordoId()).entro())
        .isEqualTo("2025-01-31T23:59:59+01:00[Europe/Rome]");
    var compito = compito("Comune di Gorno", FIRMARE);
    assertThat(compito.getDueDate())
        .isEqualTo(java.util.Date.from(accordi.accordo(accordoId()).entro().toInstant()));
    assertThat(modulo(compito)).containsEntry("entro", "31/01/2025");
    vaiA("2025-01-15T09:00");
    assertThat(solleciti(accordoId())).containsExactly(30);
    vaiA("2025-01-31T12:00");
    assertThat(solleciti(accordoId())).containsExactly(30, 15, 7, 1);
    assertThat(eventi(TermineAccordoScaduto.class)).isEmpty();
    vaiA("2025-02-01T00:01");
    assertThat(eventi(TermineAccordoScaduto.class)).hasSize(1);
  }

  @Test
  void dopoIlTermineLaProrogaRiapreLAttesaEIlNuovoRitardoSiSegnalaDiNuovo() {
    vaiA("2024-12-11T09:00");
    assertThat(eventi(TermineAccordoScaduto.class)).hasSize(1);

    proroga("2025-01-31");
    vaiA("2025-02-01T09:00");

    assertThat(eventi(TermineAccordoScaduto.class))
        .extracting(t -> t.termine().toLocalDate().toString())
        .containsExactly("2024-12-10", "2025-01-31");
    assertThat(solleciti(accordoId())).containsExactly(30, 15, 7, 1);
  }

  @Test
  void unFileFirmatoDaChiNonSiConosceVaConfermatoConUnMotivo() {
    long gorno = firmaId("Comune di Gorno");
    byte[] firmato =
        new FirmaDiProva("Ugo Neri").pades(fascicolo.contenuto(testo().id()), adesso().toInstant());

    var caricato = verifiche.carica(gorno, "accordo firmato.pdf", firmato, "sindaco.016115");

    assertThat(caricato.esito()).isEqualTo(EsitoVerifica.INTEGRA_NON_ATTENDIBILE);
    assertThat(caricato.firmatario()).isEqualTo("Ugo Neri");
    assertThat(fascicolo.contenuto(caricato.documentoId())).isEqualTo(firmato);
    assertThat(modulo(compito("Comune di Gorno", FIRMARE)).get("prova"))
        .isEqualTo("Firma integra, attendibilità non verificata – Ugo Neri (da confermare)");
    assertThatThrownBy(() -> firma("Comune di Gorno", "2024-11-04"))
        .hasMessageContaining("occorre confermarlo, con il motivo");
    assertThatThrownBy(() -> verifiche.conferma(gorno, caricato.id(), "sì", "udp"))
        .hasMessageContaining("da 10 a 500 caratteri");
    verifiche.conferma(gorno, caricato.id(), "Certificato visto in Comune.", "sindaco.016115");
    assertThatThrownBy(
            () -> verifiche.conferma(gorno, caricato.id(), "Un'altra volta ancora.", "udp"))
        .hasMessageContaining("non è da confermare");

    firma("Comune di Gorno", "2024-11-04");

    assertThat(accordi.firme(accordoId()))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.verifica()).isEqualTo(EsitoVerifica.INTEGRA_NON_ATTENDIBILE);
              assertThat(f.motivoSenzaProva()).isNull();
            });
    assertThatThrownBy(() -> verifiche.carica(gorno, "a.pdf", firmato, "udp"))
        .hasMessageContaining("ha già risposto");
  }

  @Test
  void unFileAlteratoODiUnAltroDocumentoNonSiPuoConfermareNeConservare() {
    long gorno = firmaId("Comune di Gorno");
    var ugo = new FirmaDiProva("Ugo Neri");
    byte[] alterato = ugo.pades(fascicolo.contenuto(testo().id()), adesso().toInstant());
    alterato[alterato.length / 3] ^= 1;

    var caricato = verifiche.carica(gorno, "accordo.pdf", alterato, "sindaco.016115");
    var senzaFirma =
        verifiche.carica(gorno, "accordo.pdf", fascicolo.contenuto(testo().id()), "sindaco.016115");

    assertThat(caricato.esito()).isEqualTo(EsitoVerifica.ALTERATA);
    assertThat(senzaFirma.esito()).isEqualTo(EsitoVerifica.NON_FIRMATO);
    assertThat(List.of(caricato, senzaFirma)).allMatch(c -> c.documentoId() == null);
    assertThatThrownBy(() -> verifiche.conferma(gorno, caricato.id(), "Va bene lo stesso.", "udp"))
        .hasMessageContaining("non è da confermare");
    var senzaMotivo = senza("motivoSenzaProva");
    assertThatThrownBy(() -> completa(compito("Comune di Gorno", FIRMARE), senzaMotivo))
        .hasMessageContaining("il file firmato non è stato caricato");
    assertThatThrownBy(
            () -> verifiche.carica(gorno, "accordo.pdf", "ciao".getBytes(), "sindaco.016115"))
        .hasMessageContaining("non è in un formato ammesso");
  }

  @Test
  void ilQuadroContaLeFirmeEDiceChiMancaEDaQuando() {
    firma("Comune di Clusone", "2024-11-04");
    vaiA("2024-11-10T09:01");

    var quadro = quadri.quadro(accordoId());

    assertThat(quadro.firmati()).isEqualTo(1);
    assertThat(quadro.mancano()).isEqualTo(ENTI - 1);
    assertThat(quadro.riassunto())
        .startsWith("ha firmato 1 ente su 26; mancano ")
        .endsWith("ATS Bergamo, ASST Bergamo Est");
    assertThat(quadro.enti())
        .filteredOn(r -> r.ente().equals("Comune di Gorno"))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.manca()).isTrue();
              assertThat(r.solleciti()).isEqualTo(1);
              assertThat(r.richiesta()).isEqualTo("2024-11-04T09:00+01:00[Europe/Rome]");
            });
    assertThat(quadro.enti())
        .filteredOn(r -> r.ente().equals("Comune di Clusone"))
        .singleElement()
        .satisfies(r -> assertThat(r.solleciti()).isZero());
  }

  @Test
  void unaFirmaAlterataSiScopre() {
    firma("Comune di Clusone", "2024-11-04");
    firma("Comune di Gorno", "2024-11-04");
    // plans of other tests were signed without the job that chains
    var altrove = alterazioni();

    jdbc.sql(
            """
            update firma set persona = 'Altra Persona' where sottoscrittore_id = ?""")
        .param(firmaId("Comune di Clusone"))
        .update();
    try {
      assertThat(alterazioni())
          .filteredOn(a -> !altrove.contains(a))
          .singleElement()
          .satisfies(a -> assertThat(a).contains("(Comune di Clusone)", "il contenuto non"));
    } finally {
      jdbc.sql("update firma set persona = 'Anna Riva' where sottoscrittore_id = ?")
          .param(firmaId("Comune di Clusone"))
          .update();
    }
    assertThat(alterazioni()).isEqualTo(altrove);
  }

  private List<String> alterazioni() {
    return integrita.verifica().stream()
        .filter(e -> e.descrizione().startsWith("firme"))
        .flatMap(e -> e.alterazioni().stream())
        .map(a -> a.riga() + ": " + a.motivo())
        .toList();
  }

  private long firmaId(String ente) {
    return accordi.firmatari(accordoId()).stream()
        .filter(e -> e.nome().equals(ente))
        .findFirst()
        .orElseThrow()
        .firmaId();
  }

  private String istat(String comune) {
    return anagrafica.comuni().stream()
        .filter(c -> c.denominazione().equals(comune))
        .findFirst()
        .orElseThrow()
        .codiceIstat();
  }

  /** The register of bodies is shared by all the tests. */
  private void ripristinaAppartenenze() {
    jdbc.sql("delete from appartenenza where valida_dal = ?")
        .param(LocalDate.of(2024, 11, 4))
        .update();
    jdbc.sql("update appartenenza set valida_al = null where valida_al = ?")
        .param(LocalDate.of(2024, 11, 3))
        .update();
  }

  private void proroga(String nuova) {
    avviaDalModulo(
        "ProrogaTermine",
        Map.of(
            "triennio", piano.triennio(),
            "atto", "DGR XII/3000",
            "dataAtto", "2024-11-18",
            "motivo", "Molti Ambiti attendono ancora l'intesa."));
    completa("UserTask_DefinireProroga", Map.of("nuovaScadenza", nuova, "quali", "TUTTI"));
  }

  @Test
  void unEnteRispondeUnaVoltaSola() {
    var clusone =
        accordi.firmatari(accordoId()).stream()
            .filter(e -> e.nome().equals("Comune di Clusone"))
            .findFirst()
            .orElseThrow();
    firma("Comune di Clusone", "2024-11-04");

    assertThatThrownBy(
            () ->
                accordi.rifiuta(
                    clusone.firmaId(),
                    new Rifiuto("Ugo Neri", "Sindaco", "ripensamento", LocalDate.of(2024, 11, 4))))
        .hasMessageContaining("Comune di Clusone ha già risposto");
  }

  @Test
  void unaFirmaSenzaAttoOConDateImpossibiliVieneRifiutata() {
    var compito = compito("Comune di Gorno", FIRMARE);

    assertThatThrownBy(() -> completa(compito, senza("atto")))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("«Atto di recepimento che autorizza la firma»");
    assertThatThrownBy(() -> completa(compito, con("dataAtto", "2024-11-05")))
        .hasMessageContaining("non può essere successivo alla firma");
    assertThatThrownBy(() -> completa(compito, firma("2024-11-05")))
        .hasMessageContaining("Data della firma")
        .hasMessageContaining("04/11/2024");
    assertThatThrownBy(() -> completa(compito, Map.of("esito", "RIFIUTATA", "persona", "Ugo Neri")))
        .hasMessageContaining("«Motivo del rifiuto»");
    assertThatThrownBy(() -> completa(compito, con("persona", "<script>alert(1)</script>")))
        .hasMessageContaining("«Chi firma o rifiuta»");
    assertThatThrownBy(() -> completa(compito, con("segreto", "x")))
        .hasMessageContaining("campo sconosciuto");
    assertThat(accordi.firme(accordoId())).isEmpty();
    assertThat(compiti(FIRMARE)).hasSize(ENTI);
  }

  @Test
  void approvazioneETrasmissioneNonPrecedonoCioCheLeRendePossibili() {
    adesso("2024-11-10T10:00");
    firmanoTutti("2024-11-08");
    assertThatThrownBy(
            () -> completa(APPROVARE, Map.of("atto", "decreto 7/2024", "data", "2024-11-07")))
        .hasMessageContaining("ultima firma")
        .hasMessageContaining("08/11/2024");
    completa(
        APPROVARE,
        Map.of("atto", "decreto 7/2024", "data", "2024-11-09", "burl", "serie ordinaria n. 46"));

    assertThatThrownBy(
            () -> completa(TRASMETTERE, Map.of("data", "2024-11-08", "protocollo", "1/2024")))
        .hasMessageContaining("Data di trasmissione")
        .hasMessageContaining("09/11/2024");
    assertThat(istanza).isWaitingAt(TRASMETTERE);
  }

  @Test
  void nullaDiCioCheSiFirmaRestaNelProcesso() {
    firma("Comune di Clusone", "2024-11-04");

    assertThat(motore.getRuntimeService().getVariables(istanza.getId()).keySet())
        .isEqualTo(
            Set.of(
                "pianoId",
                "codiceAmbito",
                "triennio",
                "scadenzaAccordo",
                "testoId",
                "ritardoDal",
                "accordoId",
                "accordoRaggiunto",
                "firmeRichieste",
                "sollecito30",
                "sollecito15",
                "sollecito7",
                "sollecito1"));
  }

  private ProcessInstance parti() {
    var id =
        avvia(
            "AccordoDiProgramma",
            piano,
            Map.of("scadenzaAccordo", piani.scadenzaAccordo(piano.pianoId())));
    completa(
        motore
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(id)
            .taskDefinitionKey(COMPORRE)
            .singleResult(),
        Map.of());
    return motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(id)
        .singleResult();
  }

  private Documento testo() {
    return testi.documento(accordi.accordo(accordoId()).testoId()).orElseThrow();
  }

  private void firmanoTutti(String data) {
    compiti(FIRMARE).forEach(compito -> completa(compito, firma(data)));
  }

  private void firma(String ente, String data) {
    completa(compito(ente, FIRMARE), firma(data));
  }

  private void rifiuta(String ente) {
    completa(
        compito(ente, FIRMARE),
        Map.of(
            "esito", "RIFIUTATA",
            "persona", "Ugo Neri",
            "ruolo", "Sindaco",
            "motivo", "Il Consiglio comunale non ha ratificato gli impegni di spesa.",
            "data", "2024-11-04"));
  }

  private static Map<String, Object> firma(String data) {
    return Map.of(
        "esito", "FIRMATA",
        "persona", "Anna Riva",
        "ruolo", "Sindaca",
        "atto", "delibera di giunta 45/2024",
        "dataAtto", "2024-11-02",
        "motivoSenzaProva", "Firma autografa depositata in Comune.",
        "data", data);
  }

  private static Map<String, Object> con(String campo, String valore) {
    var dati = new HashMap<>(firma("2024-11-04"));
    dati.put(campo, valore);
    return dati;
  }

  private static Map<String, Object> senza(String campo) {
    var dati = new HashMap<>(firma("2024-11-04"));
    dati.remove(campo);
    return dati;
  }

  private Task compito(String ente, String id) {
    return compiti(id).stream()
        .filter(c -> c.getName().endsWith("– " + ente))
        .findFirst()
        .orElseThrow();
  }

  private List<String> gruppi(String ente) {
    return motore.getTaskService().getIdentityLinksForTask(compito(ente, FIRMARE).getId()).stream()
        .map(IdentityLink::getGroupId)
        .toList();
  }

  private List<Integer> solleciti(long accordo) {
    return eventi(FirmaSollecitata.class).stream()
        .filter(s -> s.accordoId() == accordo)
        .map(FirmaSollecitata::giorniMancanti)
        .toList();
  }

  private long accordoId() {
    return (Long) motore.getRuntimeService().getVariable(istanza.getId(), "accordoId");
  }

  private Object esito() {
    return motore
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .processInstanceId(istanza.getId())
        .variableName("accordoRaggiunto")
        .singleResult()
        .getValue();
  }
}
