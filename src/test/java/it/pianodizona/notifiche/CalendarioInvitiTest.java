package it.pianodizona.notifiche;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termini;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;

class CalendarioInvitiTest {

  private static final Destinatario UFFICIO =
      new Destinatario("Ufficio di Piano dell'Ambito", "ufficio@esempio.it");
  private static final Destinatario INVITATO =
      new Destinatario("Cooperativa «Il Ponte», onlus; sede", "ponte@esempio.it");
  private static final Instant SCRITTO = Instant.parse("2024-09-20T08:00:00Z");

  @Test
  void lInvitoRilettoDiceQuandoDoveEChi() throws Exception {
    var calendario = rileggi(invito(0, MetodoInvito.REQUEST));
    var evento = evento(calendario);

    assertThat(valore(calendario, Property.METHOD)).isEqualTo("REQUEST");
    assertThat(calendario.getComponents(Component.VTIMEZONE)).hasSize(1);
    assertThat(evento.getRequiredProperty(Property.DTSTART).toString().strip())
        .isEqualTo("DTSTART;TZID=Europe/Rome:20241007T160000");
    assertThat(evento.getRequiredProperty(Property.DTEND).toString().strip())
        .isEqualTo("DTEND;TZID=Europe/Rome:20241007T190000");
    assertThat(valore(evento, Property.SUMMARY))
        .isEqualTo("Tavolo «Minori, famiglia», incontro n. 1");
    assertThat(valore(evento, Property.LOCATION)).isEqualTo("Sala Legrenzi; Clusone, piano 1");
    assertThat(valore(evento, Property.DESCRIPTION)).contains("1. Saluti\n2. Lavori");
    assertThat(valore(evento, Property.ORGANIZER)).isEqualTo("mailto:ufficio@esempio.it");
    assertThat(evento.getProperties(Property.ATTENDEE)).hasSize(1);
    assertThat(valore(evento, Property.ATTENDEE)).isEqualTo("mailto:ponte@esempio.it");
    assertThat(valore(evento, Property.STATUS)).isEqualTo("CONFIRMED");
    assertThat(calendario.validate().hasErrors()).isFalse();
  }

  @Test
  void lIncontroSpostatoRestaLoStessoEConUnaSequenzaPiuAlta() throws Exception {
    var primo = evento(rileggi(invito(0, MetodoInvito.REQUEST)));
    var spostato = evento(rileggi(invito(1, MetodoInvito.REQUEST)));

    assertThat(valore(spostato, Property.UID)).isEqualTo(valore(primo, Property.UID));
    assertThat(valore(primo, Property.SEQUENCE)).isEqualTo("0");
    assertThat(valore(spostato, Property.SEQUENCE)).isEqualTo("1");
  }

  @Test
  void lIncontroAnnullatoSiToglieDalCalendario() throws Exception {
    var calendario = rileggi(invito(2, MetodoInvito.CANCEL));

    assertThat(valore(calendario, Property.METHOD)).isEqualTo("CANCEL");
    assertThat(valore(evento(calendario), Property.STATUS)).isEqualTo("CANCELLED");
  }

  /** RFC 5546: what a calendar needs to show the invitation, change it and take it away. */
  @Test
  void ilCodiceDellInvitoEQuelloCheICalendariSiAspettano() throws Exception {
    var richiesta = invito(0, MetodoInvito.REQUEST);
    var spostato = invito(1, MetodoInvito.REQUEST);
    var annullato = invito(2, MetodoInvito.CANCEL);

    for (var ics : List.of(richiesta, spostato, annullato)) {
      assertThat(ics.split("\r\n"))
          .allSatisfy(riga -> assertThat(riga.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75))
          .allSatisfy(riga -> assertThat(riga).doesNotContain("\n", "\r"));
      assertThat(righe(ics))
          .startsWith("BEGIN:VCALENDAR")
          .endsWith("END:VCALENDAR")
          .contains(
              "VERSION:2.0",
              "BEGIN:VTIMEZONE",
              "TZID:Europe/Rome",
              "UID:incontro-7@esempio.it",
              "DTSTAMP:20240920T080000Z",
              "DTSTART;TZID=Europe/Rome:20241007T160000",
              "DTEND;TZID=Europe/Rome:20241007T190000",
              "ORGANIZER;CN=Ufficio di Piano dell'Ambito:mailto:ufficio@esempio.it")
          .filteredOn(riga -> riga.startsWith("ATTENDEE"))
          .singleElement()
          .satisfies(
              riga ->
                  assertThat(riga)
                      .contains("CN=\"Cooperativa «Il Ponte», onlus; sede\"")
                      .contains("ROLE=REQ-PARTICIPANT", "PARTSTAT=NEEDS-ACTION")
                      .endsWith(":mailto:ponte@esempio.it"));
      assertThat(rileggi(ics).validate().hasErrors()).isFalse();
    }
    assertThat(righe(richiesta)).contains("METHOD:REQUEST", "SEQUENCE:0", "STATUS:CONFIRMED");
    assertThat(righe(spostato)).contains("METHOD:REQUEST", "SEQUENCE:1", "STATUS:CONFIRMED");
    assertThat(righe(annullato)).contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
    assertThat(richiesta.replace("\r\n ", "")).contains("RSVP=TRUE");
    assertThat(annullato.replace("\r\n ", "")).contains("RSVP=FALSE");
  }

  /** The zone changes twice a year: once between these two days. */
  @Test
  void lOraDelCalendarioEQuellaDiRomaAncheDopoIlCambio() throws Exception {
    var estate = ilGiorno("2024-10-26T16:00");
    var inverno = ilGiorno("2024-10-28T16:00");

    assertThat(inizio(estate)).isEqualTo(Instant.parse("2024-10-26T14:00:00Z"));
    assertThat(inizio(inverno)).isEqualTo(Instant.parse("2024-10-28T15:00:00Z"));
  }

  @Test
  void aUnAltroIndirizzoLInvitoELoStessoConUnAltroInvitato() throws Exception {
    var altro = CalendarioInviti.perIndirizzo(invito(1, MetodoInvito.REQUEST), "nuovo@esempio.it");

    assertThat(righe(altro))
        .filteredOn(riga -> riga.startsWith("ATTENDEE"))
        .singleElement()
        .satisfies(
            riga ->
                assertThat(riga)
                    .contains("RSVP=TRUE", "Il Ponte")
                    .endsWith(":mailto:nuovo@esempio.it"));
    assertThat(righe(altro))
        .filteredOn(riga -> !riga.startsWith("ATTENDEE"))
        .containsExactlyElementsOf(
            righe(invito(1, MetodoInvito.REQUEST)).stream()
                .filter(riga -> !riga.startsWith("ATTENDEE"))
                .toList());
  }

  private static List<String> righe(String ics) {
    return List.of(ics.replace("\r\n ", "").split("\r\n"));
  }

  private static String ilGiorno(String momento) {
    return CalendarioInviti.ics(
        new Invito(
            "incontro-7@esempio.it",
            0,
            MetodoInvito.REQUEST,
            alle(momento),
            alle(momento).plusHours(3),
            "Sala",
            "Tavolo",
            "Ordine del giorno"),
        UFFICIO,
        INVITATO,
        SCRITTO);
  }

  private static Instant inizio(String ics) throws Exception {
    var inizio = evento(rileggi(ics)).<DtStart<ZonedDateTime>>getRequiredProperty(Property.DTSTART);
    return inizio.getDate().toInstant();
  }

  private static String invito(int sequenza, MetodoInvito metodo) {
    return CalendarioInviti.ics(
        new Invito(
            "incontro-7@esempio.it",
            sequenza,
            metodo,
            alle("2024-10-07T16:00"),
            alle("2024-10-07T19:00"),
            "Sala Legrenzi; Clusone, piano 1",
            "Tavolo «Minori, famiglia», incontro n. 1",
            "Ordine del giorno: 1. Saluti\n2. Lavori"),
        UFFICIO,
        INVITATO,
        SCRITTO);
  }

  private static ZonedDateTime alle(String ora) {
    return LocalDateTime.parse(ora).atZone(Termini.ROMA);
  }

  static Calendar rileggi(String ics) throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(ics));
  }

  static VEvent evento(Calendar calendario) {
    return calendario.<VEvent>getComponent(Component.VEVENT).orElseThrow();
  }

  static String valore(VEvent evento, String proprieta) {
    return evento.getRequiredProperty(proprieta).getValue();
  }

  private static String valore(Calendar calendario, String proprieta) {
    return calendario.getRequiredProperty(proprieta).getValue();
  }
}
