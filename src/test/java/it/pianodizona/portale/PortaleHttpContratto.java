package it.pianodizona.portale;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.fascicolo.Antivirus;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.Impronta;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Triennio;
import it.pianodizona.portale.Visitatore.Parte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The public pages over real HTTP, as honest and as ill-meaning people use them. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false",
      "pianodizona.portale.invii-di-seguito=10",
      "pianodizona.portale.invii-al-minuto=1",
      "server.tomcat.remoteip.remote-ip-header=X-Forwarded-For"
    })
@Import(PortaleHttpContratto.ScannerDiProva.class)
abstract class PortaleHttpContratto {

  private static final AtomicInteger ANNO = new AtomicInteger(2200);
  private static final AtomicInteger ENTE = new AtomicInteger();
  private static final AtomicInteger INDIRIZZO = new AtomicInteger();
  private static final String AMBITO = "50084";

  @LocalServerPort private int porta;
  @Autowired private ProcessEngine motore;
  @Autowired private Piani piani;
  @Autowired private Avvisi avvisi;
  @Autowired private Domande domande;
  @Autowired private Fascicolo fascicolo;
  @Autowired private JdbcClient jdbc;
  @Autowired private ScannerDiProva.Finto scanner;
  private Avviso avviso;

  @TestConfiguration(proxyBeanMethods = false)
  static class ScannerDiProva {

    @Bean
    Finto scanner() {
      return new Finto();
    }

    /** Finds a virus in what contains this word; may be unplugged. */
    static final class Finto implements Antivirus {
      private static final String VIRUS = "EICAR";
      private volatile boolean staccato;

      @Override
      public void controlla(byte[] contenuto) {
        if (staccato) {
          throw new AntivirusNonDisponibile(new IOException("staccato"));
        }
        if (new String(contenuto, StandardCharsets.ISO_8859_1).contains(VIRUS)) {
          throw new FileInfetto(VIRUS);
        }
      }
    }
  }

  @BeforeEach
  void pubblica() {
    ProcessEngines.registerProcessEngine(motore);
    adesso("2024-09-12T09:00:00");
    int anno = ANNO.getAndIncrement();
    var triennio = anno + "-" + (anno + 2);
    piani.registra(
        Triennio.di(
            triennio, "DGR XII/2167 del 15/04/2024", LocalDate.of(2024, 12, 10), "2025-2027"));
    avviso =
        AvvisoFixture.pubblicato(avvisi, piani.avvia(triennio, List.of(AMBITO)).get(0).pianoId());
  }

  @AfterEach
  void rimetti() {
    scanner.staccato = false;
    ClockUtil.reset();
  }

  @Test
  void ventiDomandeInsiemeHannoVentiNumeriDiSeguito() throws Exception {
    int prima = ultimoNumero();
    var via = new CountDownLatch(1);
    var persone = Executors.newFixedThreadPool(20);
    try {
      List<Future<HttpResponse<String>>> invii = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        var visitatore = visitatore();
        var parti = compilata(visitatore);
        invii.add(
            persone.submit(
                () -> {
                  via.await();
                  return visitatore.invia(modulo(), parti);
                }));
      }
      via.countDown();
      for (var invio : invii) {
        assertThat(invio.get().statusCode()).isEqualTo(302);
      }
    } finally {
      persone.shutdownNow();
    }

    assertThat(domande.elenco(avviso.id()))
        .hasSize(20)
        .extracting(Domanda::protocollo)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(prima + 1, prima + 20)
                .mapToObj(n -> "%07d/2024".formatted(n))
                .toList());
    assertThat(ultimoNumero()).isEqualTo(prima + 20);
  }

  @Test
  void loStessoModuloInviatoDueVolteEUnaDomandaSola() {
    var visitatore = visitatore();
    var parti = compilata(visitatore);

    var primo = visitatore.invia(modulo(), parti);
    var secondo = visitatore.invia(modulo(), parti);

    assertThat(indirizzo(secondo)).isEqualTo(indirizzo(primo));
    assertThat(visitatore.apri(indirizzo(secondo)).body()).contains("Domanda inviata, protocollo");
    assertThat(domande.elenco(avviso.id())).hasSize(1);
  }

  @Test
  void ilDoppioClicEUnaDomandaSola() throws Exception {
    var visitatore = visitatore();
    var parti = compilata(visitatore);
    var persone = Executors.newFixedThreadPool(4);
    try {
      Callable<HttpResponse<String>> invio = () -> visitatore.invia(modulo(), parti);
      var invii = persone.invokeAll(Collections.nCopies(4, invio));
      var indirizzi = new ArrayList<String>();
      for (var inviato : invii) {
        indirizzi.add(indirizzo(inviato.get()));
      }
      assertThat(indirizzi).doesNotContainNull().containsOnly(indirizzi.get(0));
    } finally {
      persone.shutdownNow();
    }
    assertThat(domande.elenco(avviso.id())).hasSize(1);
  }

  @Test
  void laPaginaApertaPrimaEInviataDopoSiGiudicaAllArrivo() {
    adesso("2024-10-02T23:59:00");
    var puntuale = visitatore();
    var inTempo = compilata(puntuale);
    var lento = visitatore();
    var tardi = compilata(lento);

    adesso("2024-10-02T23:59:58");
    puntuale.invia(modulo(), inTempo);
    adesso("2024-10-03T00:00:01");
    var ricevuta = lento.apri(indirizzo(lento.invia(modulo(), tardi)));

    assertThat(domande.elenco(avviso.id()))
        .extracting(Domanda::tardiva)
        .containsExactly(false, true);
    assertThat(ricevuta.body()).contains("03/10/2024 alle 00:00:01", "oltre il termine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /avvisi?stato[=x HTTP/1.1", "GET /avvisi?{}|^ HTTP/1.1", "G<T / HTTP/1.1"})
  void ancheAUnaRichiestaMalformataSiRispondeInItaliano(String richiesta) throws Exception {
    try (var presa = new Socket("localhost", porta)) {
      presa
          .getOutputStream()
          .write((richiesta + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(presa.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400")
          .contains("<html lang=\"it\">", "Indirizzo non comprensibile", "Nulla è stato registrato")
          .doesNotContain("Bad Request", "Tomcat", "Exception");
    }
  }

  @Test
  void unaLineaLentaNonRendeTardivaUnaDomandaCheArrivaInTempo() throws Exception {
    adesso("2024-10-02T23:59:58");
    var visitatore = visitatore();
    var gettone = gettone(visitatore);
    var corpo = Visitatore.corpo("c", compilata(gettone));
    try (var presa = new Socket("localhost", porta)) {
      var uscita = presa.getOutputStream();
      uscita.write(
          """
          POST %s HTTP/1.1\r
          Host: localhost\r
          Connection: close\r
          X-Forwarded-For: 198.51.100.250\r
          Cookie: PIANODIZONA-CSRF=%s\r
          Content-Type: multipart/form-data; boundary=c\r
          Content-Length: %d\r
          \r
          """
              .formatted(modulo(), gettone.cookie(), corpo.length)
              .getBytes(StandardCharsets.US_ASCII));
      uscita.write(corpo, 0, 100);
      uscita.flush();
      Thread.sleep(500);
      adesso("2024-10-03T00:00:10");
      uscita.write(corpo, 100, corpo.length - 100);
      uscita.flush();
      assertThat(new String(presa.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 302");
    }

    var domanda = domande.elenco(avviso.id()).get(0);
    assertThat(domanda.tardiva()).isFalse();
    assertThat(domanda.ricevuta())
        .isEqualTo(LocalDateTime.parse("2024-10-02T23:59:58").atZone(Termini.ROMA));
  }

  @Test
  void iFileInviatiSonoNelFascicoloELaRicevutaNeDiceLImpronta() {
    var visitatore = visitatore();
    var statuto = FileFixture.pdf(70_000);
    var parti = compilata(visitatore);
    parti.add(Parte.file("allegati", "statuto.pdf", statuto));
    var pagina = indirizzo(visitatore.invia(modulo(), parti)).replaceFirst("\\?.*", "");

    var domanda = domande.elenco(avviso.id()).get(0);
    assertThat(domande.documenti(domanda))
        .extracting(d -> d.nomeFile() + " " + d.sha256())
        .containsExactly(
            "carta.pdf " + Impronta.sha256(FileFixture.pdf()),
            "statuto.pdf " + Impronta.sha256(statuto));
    var ricevuta = visitatore.scarica(pagina + "/ricevuta.pdf");
    assertThat(ricevuta.statusCode()).isEqualTo(200);
    assertThat(ricevuta.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment", "ricevuta-");
    var stampata =
        domande.documenti(domanda).stream()
            .filter(d -> d.tipo() == TipoDocumento.RICEVUTA)
            .findFirst()
            .orElseThrow();
    assertThat(stampata.protocollo()).isEqualTo(domanda.protocollo());
    assertThat(fascicolo.contenuto(stampata.id())).isEqualTo(ricevuta.body());
    assertThat(visitatore.scarica(pagina + "/ricevuta.pdf").body()).isEqualTo(ricevuta.body());
    var file = domande.documenti(domanda).get(1);
    var scaricato = visitatore.scarica(pagina + "/documenti/" + file.id());
    assertThat(scaricato.body()).isEqualTo(statuto);
    assertThat(scaricato.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
  }

  @Test
  void iDocumentiDiUnAltroRichiedenteNonEsistono() {
    var primo = visitatore();
    primo.invia(modulo(), compilata(primo));
    var altrui = domande.documenti(domande.elenco(avviso.id()).get(0)).get(0).id();
    var secondo = visitatore();
    var pagina = indirizzo(secondo.invia(modulo(), compilata(secondo))).replaceFirst("\\?.*", "");

    assertThat(secondo.apri(pagina + "/documenti/" + altrui).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/partecipazione/inventato",
        "/partecipazione/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/partecipazione/%27%20or%20%271%27=%271",
        "/partecipazione/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/ricevuta.pdf",
        "/partecipazione/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/documenti/1"
      })
  void unIndirizzoInventatoRispondeSempreLaStessaPagina(String percorso) {
    var risposta = visitatore().apri(percorso);

    assertThat(risposta.statusCode()).isEqualTo(404);
    assertThat(risposta.body()).contains("Pagina non trovata");
  }

  @Test
  void unIndirizzoRevocatoOScadutoRispondeComeUnoInventato() {
    var visitatore = visitatore();
    var pagina =
        indirizzo(visitatore.invia(modulo(), compilata(visitatore))).replaceFirst("\\?.*", "");
    var domanda = domande.elenco(avviso.id()).get(0);
    var inventato = visitatore.apri("/partecipazione/" + "A".repeat(32));

    domande.sostituisciIndirizzo(domanda.id(), "Inoltrato per errore", "udp");
    var revocato = visitatore.apri(pagina);
    var nuovo = "/partecipazione/" + domande.domanda(domanda.id()).token();
    assertThat(visitatore.apri(nuovo).statusCode()).isEqualTo(200);
    var fineTriennio = piani.triennio(avviso.piano().triennio()).fine();
    adesso(fineTriennio + "T23:59:59");
    assertThat(visitatore.apri(nuovo).statusCode()).isEqualTo(200);
    adesso(fineTriennio.plusDays(1) + "T00:00:00");
    var scaduto = visitatore.apri(nuovo);

    assertThat(revocato.statusCode()).isEqualTo(404);
    assertThat(scaduto.statusCode()).isEqualTo(404);
    assertThat(principale(revocato))
        .isEqualTo(principale(inventato))
        .isEqualTo(principale(scaduto));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/avvisi/..%2f..%2fapplication.yaml",
        "/avvisi/%2e%2e/%2e%2e/etc/passwd",
        "/css/..%2f..%2fapplication.yaml",
        "/webjars/bootstrap-italia/..%2f..%2f..%2fapplication.yaml",
        "/partecipazione/..%2f..%2fengine-rest/user",
        "/avvisi/x/domanda/bozza/..%2f..%2f..%2fetc%2fpasswd",
        "/avvisi/x;y=/avviso.pdf"
      })
  void conUnPercorsoStortoNonSiEsceDalPortale(String percorso) {
    var risposta = visitatore().apri(percorso);

    assertThat(risposta.statusCode()).isIn(400, 404);
    assertThat(risposta.body()).doesNotContain("root:", "datasource");
  }

  @Test
  void ilNomeDelFileNonPortaDaNessunaParte() {
    var visitatore = visitatore();
    var parti =
        DomandaFixture.con(
            compilata(visitatore),
            Parte.file(
                "documentoIdentita", "../../../etc/cron.d/<script>.html", FileFixture.pdf()));
    visitatore.invia(modulo(), parti);

    assertThat(domande.documenti(domande.elenco(avviso.id()).get(0)))
        .extracting("nomeFile")
        .containsExactly("_script_.html.pdf");
  }

  @Test
  void unFileMascheratoERifiutatoEIlRestoRimaneNellaBozza() {
    var visitatore = visitatore();
    var parti = compilata(visitatore);
    parti.add(Parte.file("allegati", "statuto.pdf", FileFixture.html()));

    var risposta = visitatore.invia(modulo(), parti);

    assertThat(risposta.statusCode()).isEqualTo(422);
    assertThat(risposta.body())
        .contains(
            "href=\"#allegati\"",
            "non è in un formato ammesso",
            "value=\"Lia Però\"",
            "Già caricato: <strong>carta.pdf</strong>")
        .doesNotContain("<script");
    assertThat(domande.elenco(avviso.id())).isEmpty();

    var bozza = azione(risposta);
    var corretta = DomandaFixture.senza(DomandaFixture.completa(nuovoEnte()), "documentoIdentita");
    corretta.addAll(Visitatore.nascosti(risposta));
    assertThat(visitatore.invia(bozza, corretta).statusCode()).isEqualTo(302);
    assertThat(domande.documenti(domande.elenco(avviso.id()).get(0)))
        .extracting("nomeFile")
        .containsExactly("carta.pdf");
  }

  @Test
  void unFileTroppoGrandeERifiutatoConLaMisuraAmmessa() {
    var visitatore = visitatore();
    var parti =
        DomandaFixture.con(
            compilata(visitatore),
            Parte.file("documentoIdentita", "carta.pdf", FileFixture.pdf(10 * 1024 * 1024 + 1)));

    var risposta = visitatore.invia(modulo(), parti);

    assertThat(risposta.statusCode()).isEqualTo(422);
    assertThat(risposta.body()).contains("al massimo 10,0 MB");
    assertThat(domande.elenco(avviso.id())).isEmpty();
  }

  @Test
  void unInvioSmisuratoNonVieneLetto() {
    var visitatore = visitatore();
    var parti =
        DomandaFixture.con(
            compilata(visitatore),
            Parte.file("documentoIdentita", "carta.pdf", FileFixture.pdf(26 * 1024 * 1024)));

    var risposta = visitatore.invia(modulo(), parti);

    assertThat(risposta.statusCode()).isEqualTo(413);
    assertThat(risposta.body()).contains("I file sono troppo grandi");
    assertThat(domande.elenco(avviso.id())).isEmpty();
  }

  @Test
  void unInvioSmisuratoCheNonDiceQuantoELungoSiFermaAlLimite() {
    var visitatore = visitatore();
    var corpo =
        Visitatore.corpo(
            "c",
            DomandaFixture.con(
                compilata(visitatore),
                Parte.file("documentoIdentita", "carta.pdf", FileFixture.pdf(26 * 1024 * 1024))));

    var risposta =
        visitatore.invia(
            modulo(), "c", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(corpo)));

    assertThat(risposta.statusCode()).isEqualTo(413);
    assertThat(risposta.body()).contains("I file sono troppo grandi");
    assertThat(domande.elenco(avviso.id())).isEmpty();
  }

  @Test
  void unInvioSenzaFineOSenzaPartiERifiutatoConUnaPaginaENonRegistraNulla() {
    var visitatore = visitatore();
    var intero = Visitatore.corpo("c", compilata(visitatore));

    for (var corpo : List.of(Arrays.copyOf(intero, intero.length - 10), new byte[0])) {
      var risposta = visitatore.invia(modulo(), "c", BodyPublishers.ofByteArray(corpo));

      assertThat(risposta.statusCode()).isEqualTo(400);
      assertThat(risposta.body()).contains("<html lang=\"it\"").doesNotContain("Exception");
      assertThat(domande.elenco(avviso.id())).isEmpty();
    }
  }

  @Test
  void iFileInsiemeHannoUnLimite() {
    var visitatore = visitatore();
    var parti = compilata(visitatore);
    for (int i = 0; i < 11; i++) {
      parti.add(Parte.file("allegati", "allegato-" + i + ".pdf", FileFixture.pdf()));
    }

    var risposta = visitatore.invia(modulo(), parti);

    assertThat(risposta.statusCode()).isEqualTo(422);
    assertThat(risposta.body()).contains("una domanda ne può avere al massimo 10");
    assertThat(domande.elenco(avviso.id())).isEmpty();
  }

  @Test
  void unFileInfettoESenzaAntivirusOgniFileSonoRifiutatiEIDatiRestano() {
    var visitatore = visitatore();
    var infetto = FileFixture.pdf();
    System.arraycopy("EICAR".getBytes(StandardCharsets.US_ASCII), 0, infetto, 50, 5);
    var conVirus =
        visitatore.invia(
            modulo(),
            DomandaFixture.con(
                compilata(visitatore), Parte.file("documentoIdentita", "carta.pdf", infetto)));
    assertThat(conVirus.statusCode()).isEqualTo(422);
    assertThat(conVirus.body()).contains("ha trovato un virus");

    scanner.staccato = true;
    var altro = visitatore();
    var senzaScanner = altro.invia(modulo(), compilata(altro));
    assertThat(senzaScanner.statusCode()).isEqualTo(422);
    assertThat(senzaScanner.body())
        .contains("in questo momento non risponde", "riprovare tra qualche minuto");
    assertThat(altro.apri(azione(senzaScanner)).body()).contains("value=\"Lia Però\"");
    assertThat(domande.elenco(avviso.id())).isEmpty();
    assertThat(
            jdbc.sql(
                    "select count(*) from bozza_file f join bozza_domanda b on b.id = f.bozza_id where b.avviso_id = ?")
                .param(avviso.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void iTestiConScriptSonoRifiutatiEMaiRipetutiCosiComeSono() {
    var visitatore = visitatore();
    var parti =
        DomandaFixture.con(
            compilata(visitatore), Parte.campo("denominazione", "\"><img src=x onerror=alert(1)>"));

    var risposta = visitatore.invia(modulo(), parti);

    assertThat(risposta.statusCode()).isEqualTo(422);
    assertThat(risposta.body()).contains("solo testo semplice").doesNotContain("<img src=x");
    assertThat(
            visitatore.apri("/avvisi?cerca=%3Cscript%3Ealert(1)%3C/script%3E&area=%22%3E").body())
        .doesNotContain("<script");
  }

  @Test
  void senzaGettoneOConUnGettoneAltruiNullaVieneAccettato() {
    var visitatore = visitatore();
    var parti = compilata(visitatore);

    assertThat(visitatore.invia(modulo(), DomandaFixture.senza(parti, "_csrf")).statusCode())
        .isEqualTo(403);
    assertThat(visitatore().invia(modulo(), parti).statusCode()).isEqualTo(403);
    assertThat(
            visitatore
                .inviaTesto(modulo(), "application/json", "{}", Map.of("Origin", "https://altro"))
                .statusCode())
        .isEqualTo(403);
    assertThat(domande.elenco(avviso.id())).isEmpty();
  }

  @Test
  void laBozzaSiSalvaSiRiprendeAltroveESiInvia() {
    var visitatore = visitatore();
    var parti = compilata(visitatore);
    parti.removeIf(p -> p.campo().equals("sede") || p.campo().equals("categoria"));
    parti.add(Parte.campo("azione", "salva"));
    var salvata = visitatore.invia(modulo(), parti);
    assertThat(salvata.statusCode()).isEqualTo(302);

    var altrove = visitatore();
    var pagina = altrove.apri(indirizzo(salvata));
    assertThat(pagina.body())
        .contains(
            "Bozza salvata",
            "da completare: <span>Sede, Categoria</span>",
            "carta.pdf",
            "Lia Però");
    assertThat(
            jdbc.sql(
                    "select testo from messaggio where chiave like 'BOZZA_DOMANDA|%' order by id desc limit 1")
                .query(String.class)
                .single())
        .contains(indirizzo(salvata).replaceFirst("\\?.*", ""));
    assertThat(
            jdbc.sql("select impronta from bozza_domanda where avviso_id = ?")
                .param(avviso.id())
                .query(String.class)
                .single())
        .isNotIn(List.of(indirizzo(salvata).replaceFirst(".*/bozza/([^?]+).*", "$1")));

    var completa = DomandaFixture.senza(DomandaFixture.completa(nuovoEnte()), "documentoIdentita");
    completa.addAll(Visitatore.nascosti(pagina));
    var inviata = altrove.invia(azione(pagina), completa);

    assertThat(indirizzo(inviata)).contains("/partecipazione/", "registrata");
    var dopo = visitatore.apri(indirizzo(salvata));
    assertThat(dopo.statusCode()).isEqualTo(302);
    assertThat(indirizzo(dopo)).isEqualTo(indirizzo(inviata).replaceFirst("\\?.*", ""));
    assertThat(
            jdbc.sql("select count(*) from bozza_domanda where avviso_id = ?")
                .param(avviso.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void unFileSiToglieDallaBozzaELaBozzaScade() {
    var visitatore = visitatore();
    var parti = compilata(visitatore);
    parti.add(Parte.campo("azione", "salva"));
    var bozza = indirizzo(visitatore.invia(modulo(), parti)).replaceFirst("\\?.*", "");
    var pagina = visitatore.apri(bozza);
    var togli = pagina.body().replaceFirst("(?s).*value=\"(togli:\\d+)\".*", "$1");
    var senzaFile = DomandaFixture.senza(DomandaFixture.completa(nuovoEnte()), "documentoIdentita");
    senzaFile.addAll(Visitatore.nascosti(pagina));
    senzaFile.add(Parte.campo("azione", togli));
    assertThat(visitatore.invia(bozza, senzaFile).statusCode()).isEqualTo(302);
    assertThat(visitatore.apri(bozza).body())
        .doesNotContain("carta.pdf")
        .contains("da completare: <span>Documento d&#39;identità di chi firma</span>");

    adesso("2024-10-12T09:00:01");
    assertThat(visitatore.apri(bozza).statusCode()).isEqualTo(404);
  }

  @Test
  void chiInviaTroppoVieneFrenatoGliAltriNo() {
    var molesto = new Visitatore(porta, "203.0.113.7");
    var gettone = gettone(molesto);
    var esiti = new ArrayList<Integer>();
    for (int i = 0; i < 12; i++) {
      esiti.add(molesto.invia(modulo(), List.of(gettone.campo())).statusCode());
    }
    assertThat(esiti.subList(0, 10)).containsOnly(422);
    assertThat(esiti.subList(10, 12)).containsOnly(429);
    var frenato = molesto.invia(modulo(), List.of(gettone.campo()));
    assertThat(frenato.headers().firstValue("Retry-After").map(Integer::parseInt).orElseThrow())
        .isBetween(1, 61);
    assertThat(frenato.body()).contains("Troppi invii in poco tempo");
    assertThat(molesto.apri("/avvisi").statusCode()).isEqualTo(200);

    var altro = new Visitatore(porta, "203.0.113.8");
    assertThat(altro.invia(modulo(), compilata(altro)).statusCode()).isEqualTo(302);
  }

  @Test
  void soloChiSegueLeDomandeDellAmbitoVedeILoroFile() {
    var visitatore = visitatore();
    visitatore.invia(modulo(), compilata(visitatore));
    var domanda = domande.elenco(avviso.id()).get(0);
    var pagina = "/ufficio/domande/" + domanda.id();
    var file = pagina + "/documenti/" + domande.documenti(domanda).get(0).id();

    var anonimo = visitatore().apri(file);
    assertThat(anonimo.statusCode()).isEqualTo(302);
    assertThat(indirizzo(anonimo)).endsWith("/camunda/app/tasklist/default/");
    var ufficio = accesso("udp");
    assertThat(ufficio.apri(pagina).body()).contains("Cooperativa sociale di Prova", "carta.pdf");
    assertThat(ufficio.scarica(file).body()).isEqualTo(FileFixture.pdf());
    assertThat(accesso("ats").apri(file).statusCode()).isEqualTo(404);
    assertThat(accesso("regione").apri(file).statusCode()).isEqualTo(404);

    assertThat(
            ufficio.invia(pagina + "/indirizzo", List.of(Parte.campo("motivo", "x"))).statusCode())
        .isEqualTo(403);
    var campi = ufficio.nascosti(pagina);
    campi.add(Parte.campo("motivo", "Inoltrato per errore"));
    assertThat(ufficio.invia(pagina + "/indirizzo", campi).statusCode()).isEqualTo(302);
    assertThat(domande.domanda(domanda.id()).token()).isNotEqualTo(domanda.token());
    assertThat(domande.perToken(domanda.token())).isEmpty();
  }

  private Visitatore visitatore() {
    int n = INDIRIZZO.incrementAndGet();
    return new Visitatore(porta, "198.51.%d.%d".formatted(n / 200, n % 200));
  }

  /** Somebody of an office, logged in to Tasklist. */
  private Visitatore accesso(String utente) {
    var browser = visitatore();
    var pagina = browser.apri("/camunda/app/tasklist/default/");
    var gettone =
        pagina.headers().allValues("Set-Cookie").stream()
            .filter(c -> c.startsWith("XSRF-TOKEN="))
            .map(c -> c.replaceFirst("XSRF-TOKEN=([^;]*).*", "$1"))
            .findFirst()
            .orElseThrow();
    var risposta =
        browser.inviaTesto(
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "application/x-www-form-urlencoded",
            "username=" + utente + "&password=demo",
            Map.of("X-XSRF-TOKEN", gettone));
    assertThat(risposta.statusCode()).isEqualTo(200);
    return browser;
  }

  private String modulo() {
    return "/avvisi/" + avviso.numero() + "/domanda";
  }

  private static String nuovoEnte() {
    return DomandaFixture.codiceFiscale(ENTE.incrementAndGet());
  }

  private List<Parte> compilata(Visitatore visitatore) {
    var parti = DomandaFixture.completa(nuovoEnte());
    parti.addAll(visitatore.nascosti(modulo()));
    return parti;
  }

  /** What a page gives against forged forms: the hidden field and its cookie. */
  private record Gettone(Parte campo, String cookie) {}

  private Gettone gettone(Visitatore visitatore) {
    var pagina = visitatore.apri(modulo());
    return new Gettone(
        Visitatore.nascosti(pagina).stream()
            .filter(p -> p.campo().equals("_csrf"))
            .findFirst()
            .orElseThrow(),
        pagina.headers().allValues("Set-Cookie").stream()
            .map(c -> c.replaceFirst("PIANODIZONA-CSRF=([^;]*).*", "$1"))
            .findFirst()
            .orElseThrow());
  }

  private static List<Parte> compilata(Gettone gettone) {
    var parti = DomandaFixture.completa(nuovoEnte());
    parti.add(gettone.campo());
    return parti;
  }

  private static String indirizzo(HttpResponse<String> risposta) {
    return risposta
        .headers()
        .firstValue("Location")
        .map(l -> l.replaceFirst("^http://localhost:\\d+", ""))
        .orElse(null);
  }

  /** Where the form of a page is sent to. */
  private static String azione(HttpResponse<String> pagina) {
    return pagina
        .body()
        .replaceFirst("(?s).*<form class=\"pdz-modulo\"[^>]*action=\"([^\"]*)\".*", "$1");
  }

  private static String principale(HttpResponse<String> pagina) {
    return pagina.body().replaceFirst("(?s).*<main", "<main").replaceFirst("(?s)</main>.*", "");
  }

  private int ultimoNumero() {
    return jdbc.sql(
            """
            select coalesce(max(numero), 0) from protocollo
            where codice_ambito = ? and anno = 2024""")
        .param(AMBITO)
        .query(Integer.class)
        .single();
  }

  private static void adesso(String dataOra) {
    ClockUtil.setCurrentTime(
        Date.from(LocalDateTime.parse(dataOra).atZone(Termini.ROMA).toInstant()));
  }
}
