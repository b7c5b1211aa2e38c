package it.pianodizona.notifiche;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termini;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Calendar invitations (RFC 5545, RFC 5546) in local time with the definition of Europe/Rome. Each
 * names only its own recipient: the others' addresses are not disclosed.
 */
final class CalendarioInviti {

  private static final ProdId PRODOTTO = new ProdId("-//Piano di Zona//Convocazioni//IT");

  private static final int OTTETTI_PER_RIGA = 75;

  private CalendarioInviti() {}

  /**
   * @param scritto when the invitation is written
   * @return the text of the {@code .ics} file
   */
  static String ics(
      Invito invito, Destinatario organizzatore, Destinatario invitato, Instant scritto) {
    boolean annullato = invito.metodo() == MetodoInvito.CANCEL;
    var evento = new VEvent(false);
    evento.add(new Uid(invito.uid()));
    evento.add(new DtStamp(scritto));
    evento.add(new Sequence(invito.sequenza()));
    evento.add(new DtStart<>(invito.inizio().withZoneSameInstant(Termini.ROMA)));
    evento.add(new DtEnd<>(invito.fine().withZoneSameInstant(Termini.ROMA)));
    evento.add(new Summary(invito.titolo()));
    evento.add(new Location(invito.luogo()));
    evento.add(new Description(invito.descrizione()));
    evento.add(
        new Status(
            annullato
                ? ImmutableStatus.VEVENT_CANCELLED.getValue()
                : ImmutableStatus.VEVENT_CONFIRMED.getValue()));
    var chiConvoca = new Organizer(URI.create("mailto:" + organizzatore.email()));
    chiConvoca.add(new Cn(organizzatore.nome()));
    evento.add(chiConvoca);
    var chiPartecipa = new Attendee(URI.create("mailto:" + invitato.email()));
    chiPartecipa
        .add(new Cn(invitato.nome()))
        .add(CuType.INDIVIDUAL)
        .add(Role.REQ_PARTICIPANT)
        .add(PartStat.NEEDS_ACTION)
        .add(annullato ? Rsvp.FALSE : Rsvp.TRUE);
    evento.add(chiPartecipa);

    var calendario = new Calendar();
    calendario.add(PRODOTTO);
    calendario.add(ImmutableVersion.VERSION_2_0);
    calendario.add(annullato ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
    calendario.add(
        TimeZoneRegistryFactory.getInstance()
            .createRegistry()
            .getTimeZone(Termini.ROMA.getId())
            .getVTimeZone());
    calendario.add(evento);
    return piegato(calendario);
  }

  /** The same invitation for the same person at another address. */
  static String perIndirizzo(String ics, String email) {
    try {
      var calendario = new CalendarBuilder().build(new StringReader(ics));
      for (var evento : calendario.<VEvent>getComponents(Component.VEVENT)) {
        evento
            .<Attendee>getProperties(Property.ATTENDEE)
            .forEach(invitato -> invitato.setCalAddress(URI.create("mailto:" + email)));
      }
      return piegato(calendario);
    } catch (IOException | ParserException e) {
      throw new IllegalStateException("An invitation that we wrote cannot be read again", e);
    }
  }

  /** Lines of at most 75 octets, as RFC 5545 §3.1 asks: the library writes them whole. */
  private static String piegato(Calendar calendario) {
    var testo = new StringBuilder();
    for (var riga : calendario.toString().split("\\R")) {
      int ottetti = 0;
      for (int codice : riga.codePoints().toArray()) {
        var carattere = Character.toString(codice);
        int peso = carattere.getBytes(StandardCharsets.UTF_8).length;
        if (ottetti + peso > OTTETTI_PER_RIGA) {
          testo.append("\r\n ");
          ottetti = 1;
        }
        testo.append(carattere);
        ottetti += peso;
      }
      testo.append("\r\n");
    }
    return testo.toString();
  }
}
