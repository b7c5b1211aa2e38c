package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.TipoEnte;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termini;
import it.pianodizona.notifiche.Messaggi.Filtro;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.tavoli.Incontro;
import it.pianodizona.tavoli.IncontroConvocato;
import it.pianodizona.tavoli.Invitato;
import it.pianodizona.tavoli.StatoIncontro;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;

/** A test that publishes events of a plan and looks at the outbox, empty at the beginning. */
abstract class ProvaDiPosta extends ProvaDiProcesso {

  static final String AREA = "Minori e famiglia";
  static final String UFFICIO = "ufficiodipiano@esempio.it";
  static final String ATS = "ats@esempio.it";

  /** All that concerns mail, in the order in which it can be emptied. */
  static final String CORSIE_LIBERE = "update corsia_posta set presa_fino_a = null";

  static final List<String> TABELLE =
      List.of(
          "scelta_posta",
          "casella",
          "rimbalzo",
          "reinvio",
          "messaggio where riepilogo_id is not null or originale_id is not null",
          "messaggio");

  static final PostaProperties PROPRIETA =
      new PostaProperties(
          false,
          "pianodizona@esempio.it",
          "Piano di Zona",
          null,
          LocalTime.of(8, 0),
          Duration.ofSeconds(3),
          40,
          2,
          Duration.ofMinutes(2),
          3,
          Duration.ofMinutes(1),
          Duration.ofHours(2),
          Duration.ofHours(2));

  /** Real time, which the test moves; the application's clock stands still besides. */
  Instant tempo = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

  @Autowired Messaggi messaggi;
  @Autowired PostaInPartenza partenze;
  @Autowired PostaMancata mancata;
  @Autowired Riepiloghi riepiloghi;
  @Autowired Scelte scelte;
  @Autowired Segnalazioni segnalazioni;
  @Autowired Anagrafica anagrafica;
  @Autowired JdbcClient jdbc;
  @Autowired Clock orologio;
  @Autowired TransactionTemplate transazione;
  @Autowired ApplicationEventPublisher eventi;
  @Autowired ApplicationContext contesto;

  @BeforeEach
  void svuota() {
    TABELLE.forEach(tabella -> jdbc.sql("delete from " + tabella).update());
    jdbc.sql(CORSIE_LIBERE).update();
    anagrafica.aggiornaRecapito(TipoEnte.AMBITO, AMBITO, UFFICIO);
    anagrafica.aggiornaRecapito(TipoEnte.ATS, "325", ATS);
  }

  @AfterEach
  void senzaRecapiti() {
    TABELLE.forEach(tabella -> jdbc.sql("delete from " + tabella).update());
    jdbc.sql("update ambito set email = null where codice = ?").param(AMBITO).update();
    jdbc.sql("update ats set email = null where codice = '325'").update();
  }

  /** Tells the letters only: other rooms would look for domande and projects that never were. */
  void accade(Object evento) {
    transazione.executeWithoutResult(stato -> ascolti(evento).forEach(Runnable::run));
  }

  private List<Runnable> ascolti(Object evento) {
    var ascolti = new ArrayList<Runnable>();
    for (var nome : contesto.getBeanNamesForAnnotation(Component.class)) {
      var tipo = contesto.getType(nome);
      if (!ClassUtils.getPackageName(tipo).equals(ClassUtils.getPackageName(ProvaDiPosta.class))) {
        continue;
      }
      MethodIntrospector.selectMethods(
              tipo,
              (MethodFilter)
                  metodo ->
                      AnnotatedElementUtils.hasAnnotation(metodo, EventListener.class)
                          && metodo.getParameterCount() == 1
                          && metodo.getParameterTypes()[0].isInstance(evento))
          .forEach(
              metodo -> {
                ReflectionUtils.makeAccessible(metodo);
                ascolti.add(
                    () -> ReflectionUtils.invokeMethod(metodo, contesto.getBean(nome), evento));
              });
    }
    assertThat(ascolti).as("chi scrive di %s", evento).isNotEmpty();
    return ascolti;
  }

  /** All messages, in the order they were written. */
  List<Messaggio> posta() {
    return messaggi.elenco(Filtro.TUTTI, 1, 1000).messaggi().stream()
        .sorted(Comparator.comparing(Messaggio::id))
        .toList();
  }

  Messaggio unico() {
    var posta = posta();
    assertThat(posta).hasSize(1);
    return posta.get(0);
  }

  static ZonedDateTime alle(String momento) {
    return LocalDateTime.parse(momento).atZone(Termini.ROMA);
  }

  static Destinatario ente(String nome) {
    return new Destinatario("Cooperativa " + nome, nome.toLowerCase(Locale.ROOT) + "@esempio.it");
  }

  static IncontroConvocato incontro(
      RiferimentoPiano piano, int sequenza, List<Destinatario> destinatari) {
    return new IncontroConvocato(
        piano,
        AREA,
        incontro(7, 1, "2024-10-09T16:00", sequenza),
        sequenza == 0 ? null : "La sala non è disponibile.",
        invitati(destinatari),
        List.of());
  }

  static Incontro incontro(long id, int numero, String inizio, int sequenza) {
    return new Incontro(
        id,
        3,
        numero,
        alle(inizio),
        alle(inizio).plusHours(3),
        "Sala Legrenzi, Palazzo Marinoni Barca, Clusone",
        "1. Presentazione\n2. Bisogni",
        sequenza,
        StatoIncontro.CONVOCATO);
  }

  /** Each with a link of its own. */
  static List<Invitato> invitati(List<Destinatario> destinatari) {
    return IntStream.range(0, destinatari.size())
        .mapToObj(
            n ->
                new Invitato(
                    n,
                    destinatari.get(n).nome(),
                    destinatari.get(n).email(),
                    "gettone-" + destinatari.get(n).nome().replace(' ', '-')))
        .toList();
  }

  Postino postino(int porta) {
    return postino(partenze, porta);
  }

  Postino postino(PostaInPartenza partenze, int porta) {
    return new Postino(
        partenze,
        mancata,
        riepiloghi,
        segnalazioni,
        PROPRIETA,
        () -> new CorriereSmtp(mittente(porta), PROPRIETA),
        () -> tempo);
  }

  static JavaMailSenderImpl mittente(int porta) {
    var server = new JavaMailSenderImpl();
    server.setHost("127.0.0.1");
    server.setPort(porta);
    server.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
    server.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
    return server;
  }

  void giraSenzaServer() {
    new Postino(
            partenze,
            mancata,
            riepiloghi,
            segnalazioni,
            PROPRIETA,
            CorriereLocale::new,
            () -> tempo)
        .giro();
  }

  void passano(Duration durata) {
    tempo = tempo.plus(durata);
  }

  static List<Destinatario> enti(int quanti) {
    return IntStream.rangeClosed(1, quanti).mapToObj(n -> ente("Ente" + n)).toList();
  }
}
