package it.pianodizona.notifiche;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.tavoli.Incontro;
import it.pianodizona.tavoli.StatoIncontro;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The calendar entry of a meeting of a tavolo: one for each meeting, whoever gets it. */
@Component
public class InvitiAiTavoli {

  private final Recapiti recapiti;
  private final PostaProperties proprieta;
  private final Clock orologio;

  InvitiAiTavoli(Recapiti recapiti, PostaProperties proprieta, Clock orologio) {
    this.recapiti = recapiti;
    this.proprieta = proprieta;
    this.orologio = orologio;
  }

  Invito di(String area, Incontro incontro, MetodoInvito metodo) {
    return new Invito(
        "incontro-" + incontro.id() + "@" + proprieta.dominio(),
        incontro.sequenza(),
        metodo,
        incontro.inizio(),
        incontro.fine(),
        incontro.luogo(),
        "Tavolo «%s», incontro n. %d".formatted(area, incontro.numero()),
        "Ordine del giorno: " + incontro.ordineDelGiorno());
  }

  /** The file that puts a meeting in the calendar of a member, or takes it off when cancelled. */
  public String ics(RiferimentoPiano piano, String area, Incontro incontro, Destinatario membro) {
    var ufficio = recapiti.ufficioDiPiano(piano);
    var indirizzo =
        ufficio.email() == null || ufficio.email().isBlank()
            ? proprieta.mittente()
            : ufficio.email();
    return CalendarioInviti.ics(
        di(
            area,
            incontro,
            incontro.stato() == StatoIncontro.ANNULLATO
                ? MetodoInvito.CANCEL
                : MetodoInvito.REQUEST),
        new Destinatario(ufficio.nome(), indirizzo),
        membro,
        orologio.instant());
  }
}
