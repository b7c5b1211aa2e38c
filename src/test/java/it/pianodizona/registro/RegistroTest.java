package it.pianodizona.registro;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import it.pianodizona.Percorso;
import it.pianodizona.comune.Catena.Alterazione;
import it.pianodizona.comune.FoglioCsv;
import it.pianodizona.dimostrazione.AvvisoDiClusone;
import it.pianodizona.fascicolo.VerificaIntegrita;
import it.pianodizona.notifiche.Scelte;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * The story of a plan, as the register, the logs and who asks for personal data see it. On a
 * database of its own: what is due there is made anonymous.
 */
@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:registro;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE")
class RegistroTest extends Percorso {

  /** E-mail addresses, codici fiscali of persons, telephone numbers, secret addresses. */
  private static final Pattern RICONOSCIBILI =
      Pattern.compile(
          "[\\w.+-]+@[\\w-]+\\.(?:example|it|org)\\b"
              + "|\\b[A-Za-z]{6}\\d{2}[A-Za-z]\\d{2}[A-Za-z]\\d{3}[A-Za-z]\\b"
              + "|\\+39[ .]?\\d{6,}|\\b3\\d{2}[ ./-]?\\d{6,7}\\b|\\b0\\d{1,3}[ /.-]\\d{5,8}\\b"
              + "|/(?:partecipazione|posto|comunicazioni|bozza)/[\\w-]{20,}");

  /** Shorter ones are words, or the names of the demonstration's roles. */
  private static final int LUNGHEZZA = 8;

  @Autowired private Registro registro;
  @Autowired private Conservazione conservazione;
  @Autowired private DatiDellaPersona datiDellaPersona;
  @Autowired private VerificaIntegrita integrita;
  @Autowired private Scelte scelte;

  RegistroTest() {
    super(AvvisoDiClusone.TRIENNIO);
  }

  @Test
  void laStoriaDelPianoRestaNelRegistroENonNeiLogEIContattiSpariscono() {
    try (var ascolto = new Ascolto()) {
      laRegioneApreIlTriennio();
      lUfficioPubblicaLAvvisoDelDodiciSettembre();
      treEntiEUnSindacatoMandanoLaDomandaEUnoArrivaTardi();
      leDomandeSonoIstruiteEAllaScadenzaEsceLElencoDegliAmmessi();
      iTreTavoliSiIncontranoDueVolteAOttobre();
      laCoProgrammazioneSiChiudeConLaRelazioneMotivata();
      ilDocumentoDiPianoRaccoglieParereAudizioneEIntese();
      lAssembleaDeiSindaciApprovaIlPianoEPoiLoSchema();
      firmanoIVentiquattroComuniLAtsELAsstEdUnSollecitoRaggiungeSoloChiManca();
      var persone = datiPersonali();
      assertThat(persone).hasSizeGreaterThan(100);
      ilRegistroRaccontaECioCheEScadutoSparisce();

      // nothing of anybody is in the logs, nor an address that opens somebody's page
      assertThat(ascolto.righe()).isNotEmpty();
      for (var riga : ascolto.righe()) {
        assertThat(persone).as(riga).noneMatch(riga::contains);
        assertThat(RICONOSCIBILI.matcher(riga).results().map(MatchResult::group))
            .as(riga)
            .isEmpty();
      }
    }
  }

  private void ilRegistroRaccontaECioCheEScadutoSparisce() {
    // the register tells who did what, to who may know it
    var tutto = new Ricerca(null, null, null, null, null, 1000);
    assertThat(registro.atti(tutto))
        .extracting(AttoRegistrato::cosa)
        .contains(
            "Istruttoria di una domanda",
            "Verbale di un incontro",
            "Votazione dell'Assemblea",
            "Seduta dell'Assemblea chiusa");
    assertThat(registro.atti(new Ricerca(List.of("50001"), null, null, null, null, 1000)))
        .isEmpty();
    assertThat(registro.atti(new Ricerca(List.of(), null, null, null, null, 1000))).isEmpty();
    var piano = AMBITO + "/" + AvvisoDiClusone.TRIENNIO;
    assertThat(registro.atti(new Ricerca(List.of(AMBITO), piano, null, null, null, 1000)))
        .isNotEmpty()
        .allSatisfy(atto -> assertThat(atto.piano()).isEqualTo(piano));

    // one person's data are found wherever they are
    var email = jdbc.sql("select min(referente_email) from domanda").query(String.class).single();
    assertThat(datiDellaPersona.di(email.toUpperCase(java.util.Locale.ROOT)))
        .containsKeys("domanda");

    // nothing is due while the triennio lasts, contacts are after it
    adesso("2028-06-01T04:00");
    assertThat(conservazione.esegui()).doesNotContainKey("domanda");
    // signatures, votes and documents; nothing is paid yet
    assertThat(integrita.verifica())
        .filteredOn(esito -> esito.righe() > 0)
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(alterazioni()).isEmpty();
    var rinuncia = unaCasellaCheHaRinunciato();
    unMessaggioTornatoIndietroEReinviato(email);
    var prima = conteggi();
    adesso("2029-01-02T04:00");
    assertThat(conservazione.esegui())
        .containsOnlyKeys(
            "domanda",
            "soggetto_tavoli",
            "act_hi_varinst",
            "messaggio",
            "rimbalzo",
            "reinvio",
            "casella");
    assertThat(jdbc.sql("select email from casella").query(String.class).list())
        .containsExactly(rinuncia);
    // evidence that hangs in a chain is what it was
    assertThat(alterazioni()).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from domanda where referente_email = ?")
                .param(email)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(datiDellaPersona.di(email)).isEmpty();
    assertThat(conteggi()).isEqualTo(prima);
    assertThat(conservazione.esegui()).isEmpty();
  }

  @Test
  void unFoglioDiCalcoloNonEsegueCioCheLeggeNelRegistro() {
    var foglio = new FoglioCsv("a", "b");
    foglio.riga(Arrays.asList("=1+1", "@x;\"y\""));
    foglio.riga(Arrays.asList(-3, null));

    assertThat(foglio.toString()).isEqualTo("\uFEFFa;b\r\n'=1+1;\"'@x;\"\"y\"\"\"\r\n-3;\r\n");
  }

  /** All that is logged, as an installation does, and ours in all detail. */
  private static final class Ascolto implements AutoCloseable {
    private final Logger radice =
        (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger nostro = (Logger) LoggerFactory.getLogger("it.pianodizona");
    private final Level livello = radice.getLevel();
    private final ListAppender<ILoggingEvent> sentite = new ListAppender<>();

    Ascolto() {
      sentite.start();
      radice.addAppender(sentite);
      radice.setLevel(Level.INFO);
      nostro.setLevel(Level.DEBUG);
    }

    List<String> righe() {
      return sentite.list.stream()
          .map(r -> r.getFormattedMessage() + ThrowableProxyUtil.asString(r.getThrowableProxy()))
          .toList();
    }

    @Override
    public void close() {
      radice.detachAppender(sentite);
      radice.setLevel(livello);
      nostro.setLevel(null);
    }
  }

  /** What the columns of the inventory hold after the story, and every secret of an address. */
  private Set<String> datiPersonali() {
    var colonne = new TreeSet<String>();
    Inventario.leggi()
        .dati()
        .forEach(
            (tabella, parti) ->
                parti.forEach(
                    (colonna, specie) -> {
                      if (!specie.equals("istituzionale")) {
                        colonne.add(tabella + " " + colonna);
                      }
                    }));
    jdbc.sql(
            """
            select lower(table_name) || ' ' || lower(column_name) from information_schema.columns
            where table_schema = 'PUBLIC' and lower(column_name) in ('token', 'segreto', 'gettone')""")
        .query(String.class)
        .list()
        .forEach(colonne::add);
    var valori = new TreeSet<String>();
    for (var colonna : colonne) {
      var parti = colonna.split(" ");
      jdbc.sql("select distinct cast(" + parti[1] + " as varchar) from " + parti[0])
          .query(String.class)
          .list()
          .forEach(valore -> valori.add(valore == null ? "" : valore));
    }
    valori.removeIf(valore -> valore.strip().length() < LUNGHEZZA);
    return valori;
  }

  private String unaCasellaCheHaRinunciato() {
    var casella = jdbc.sql("select min(email) from casella").query(String.class).single();
    scelte.scegli(
        jdbc.sql("select gettone from casella where email = ?")
            .param(casella)
            .query(String.class)
            .single(),
        false,
        Scelte.Modo.PAGINA);
    return casella;
  }

  private void unMessaggioTornatoIndietroEReinviato(String email) {
    jdbc.sql("update messaggio set stato = 'INVIATO' where stato in ('IN_CODA', 'IN_ATTESA')")
        .update();
    var messaggio = jdbc.sql("select min(id) from messaggio").query(Long.class).single();
    jdbc.sql(
            """
            insert into rimbalzo (messaggio_id, identita, indirizzo, motivo, rilevato)
            select id, 'avviso-1', ?, 'casella piena', creato from messaggio where id = ?""")
        .params(email, messaggio)
        .update();
    jdbc.sql(
            """
            insert into reinvio (messaggio_id, email, chi, quando)
            select id, ?, 'udp', creato from messaggio where id = ?""")
        .params(email, messaggio)
        .update();
  }

  private List<Alterazione> alterazioni() {
    return integrita.verifica().stream().flatMap(e -> e.alterazioni().stream()).toList();
  }

  /** Evidence is never fewer rows. */
  private List<Long> conteggi() {
    return Arrays.stream(Prova.values())
        .map(p -> jdbc.sql("select count(*) from " + p.tabella()).query(Long.class).single())
        .toList();
  }
}
