package it.pianodizona.portale.web;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.IncontroPrevisto;
import it.pianodizona.tavoli.Incontro;
import it.pianodizona.tavoli.StatoIncontro;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The dates of a notice as a calendar to subscribe to (RFC 5545): a meeting keeps its UID when it
 * moves, so that calendars that ask again move it too.
 */
final class CalendarioAvviso {

  private static final ProdId PRODOTTO = new ProdId("-//Piano di Zona//Avvisi//IT");
  private static final Duration DI_NUOVO_TRA = Duration.ofHours(12);

  private CalendarioAvviso() {}

  /**
   * @param tenuti the meetings of the tavoli already open, by area; the other areas show those that
   *     the notice announced
   */
  static String ics(Avviso avviso, Map<String, List<Incontro>> tenuti, ZonedDateTime adesso) {
    var contenuto = avviso.contenuto();
    var calendario = new Calendar();
    calendario.add(PRODOTTO);
    calendario.add(ImmutableVersion.VERSION_2_0);
    calendario.add(ImmutableMethod.PUBLISH);
    calendario.add(new XProperty("X-WR-CALNAME", contenuto.titolo()));
    calendario.add(new XProperty("X-WR-TIMEZONE", Termini.ROMA.getId()));
    calendario.add(new RefreshInterval(null, DI_NUOVO_TRA));
    calendario.add(
        TimeZoneRegistryFactory.getInstance()
            .createRegistry()
            .getTimeZone(Termini.ROMA.getId())
            .getVTimeZone());
    calendario.add(termine(avviso, adesso));
    contenuto.incontri().stream()
        .filter(i -> !tenuti.containsKey(i.area()))
        .forEach(i -> calendario.add(incontro(avviso, i, adesso)));
    tenuti.forEach(
        (area, incontri) ->
            incontri.forEach(i -> calendario.add(incontro(avviso, area, i, adesso))));
    return calendario.toString();
  }

  private static VEvent termine(Avviso avviso, ZonedDateTime adesso) {
    var evento = evento(avviso, "termine", adesso);
    evento.add(new DtStart<>(avviso.scadenzaDomande()));
    evento.add(new Summary("Termine per le domande: " + avviso.contenuto().titolo()));
    evento.add(
        new Description(
            "Le domande arrivate dopo il %s, ora di Roma, sono tardive."
                .formatted(DateItaliane.italiana(avviso.scadenzaDomande()))));
    return evento;
  }

  private static VEvent incontro(Avviso avviso, IncontroPrevisto previsto, ZonedDateTime adesso) {
    return incontro(
        avviso,
        previsto.area(),
        previsto.numero(),
        previsto.inizio(),
        previsto.fine(),
        previsto.luogo(),
        adesso);
  }

  private static VEvent incontro(
      Avviso avviso, String area, Incontro tenuto, ZonedDateTime adesso) {
    var evento =
        incontro(
            avviso, area, tenuto.numero(), tenuto.inizio(), tenuto.fine(), tenuto.luogo(), adesso);
    evento.add(new Sequence(tenuto.sequenza()));
    if (tenuto.stato() == StatoIncontro.ANNULLATO) {
      evento.add(ImmutableStatus.VEVENT_CANCELLED);
    }
    return evento;
  }

  private static VEvent incontro(
      Avviso avviso,
      String area,
      int numero,
      ZonedDateTime inizio,
      ZonedDateTime fine,
      String luogo,
      ZonedDateTime adesso) {
    var evento = evento(avviso, area + "-" + numero, adesso);
    evento.add(new DtStart<>(inizio));
    evento.add(new DtEnd<>(fine));
    evento.add(new Summary("Tavolo «%s», %d° incontro".formatted(avviso.nomeArea(area), numero)));
    evento.add(new Location(luogo));
    evento.add(new Description(avviso.contenuto().titolo()));
    return evento;
  }

  private static VEvent evento(Avviso avviso, String nome, ZonedDateTime adesso) {
    var evento = new VEvent(false);
    evento.add(new Uid("avviso-%s-%s@pianodizona".formatted(avviso.numero(), nome)));
    evento.add(new DtStamp(adesso.toInstant()));
    return evento;
  }
}
