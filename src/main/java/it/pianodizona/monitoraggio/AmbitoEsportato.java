package it.pianodizona.monitoraggio;

import it.pianodizona.monitoraggio.LavoriInCorso.InMano;
import it.pianodizona.piano.Fase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A row as programs get it. Fields may be added; those that are here keep their names and meanings.
 * Amounts are in euro with two decimals.
 *
 * @param pianoId {@code null}, like all that depends on a plan, where none was started
 * @param giorniAllaScadenza negative past the term; {@code null} once the Accordo is concluded
 * @param inMano offices that have open tasks
 * @param flussiBloccanti late flows of an Ambito that waits for a payment
 * @param istanza id of the running process; {@code null} when it has ended
 */
public record AmbitoEsportato(
    String codiceAmbito,
    String ambito,
    String codiceAts,
    String ats,
    String distretto,
    String triennio,
    Long pianoId,
    Fase fase,
    RigaAmbito.Stato stato,
    LocalDate scadenzaAccordo,
    Long giorniAllaScadenza,
    String proroghe,
    LocalDate accordoPrecedenteFinoAl,
    List<String> inMano,
    OffsetDateTime primaScadenza,
    int firmeDovute,
    int firmeRaccolte,
    List<String> firmeMancanti,
    List<String> firmeRifiutate,
    LocalDate accordoTrasmesso,
    int progettiPresentati,
    int progettiApprovati,
    int progettiSenzaPartner,
    int progettiDaPagare,
    BigDecimal premialitaAssegnata,
    BigDecimal premialitaPagata,
    BigDecimal premialitaResidua,
    int flussiInTempo,
    int flussiInRitardo,
    int flussiBloccanti,
    int domande,
    int ammessi,
    int ammessiConRiserva,
    int esclusi,
    int ritirate,
    int adesioni,
    int obiettivi,
    int obiettiviCoProgettati,
    int obiettiviSociosanitari,
    int anomalie,
    String istanza) {

  public static AmbitoEsportato di(RigaAmbito riga) {
    var piano = Optional.ofNullable(riga.piano());
    return new AmbitoEsportato(
        riga.codiceAmbito(),
        riga.ambito(),
        riga.codiceAts(),
        riga.ats(),
        riga.distretto(),
        riga.triennio(),
        piano.map(RigaAmbito.DatiPiano::id).orElse(null),
        piano.map(RigaAmbito.DatiPiano::fase).orElse(null),
        riga.stato(),
        piano.map(RigaAmbito.DatiPiano::scadenzaAccordo).orElse(null),
        piano.map(RigaAmbito.DatiPiano::giorni).orElse(null),
        piano.map(RigaAmbito.DatiPiano::proroghe).orElse(null),
        piano.map(RigaAmbito.DatiPiano::accordoPrecedente).orElse(null),
        riga.lavoro().inMano().stream().map(InMano::descrizione).toList(),
        Optional.ofNullable(riga.lavoro().primaScadenza())
            .map(ZonedDateTime::toOffsetDateTime)
            .orElse(null),
        riga.firme().enti(),
        riga.firme().firmati(),
        riga.firme().mancanti(),
        riga.firme().rifiuti(),
        riga.firme().trasmesso(),
        riga.premialita().presentati(),
        riga.premialita().approvati(),
        riga.premialita().senzaPartner(),
        riga.premialita().inAttesa(),
        riga.premialita().assegnata().importo(),
        riga.premialita().pagata().importo(),
        riga.premialita().residua().importo(),
        riga.flussi().inTempo(),
        riga.flussi().inRitardo(),
        riga.flussi().bloccanti(),
        riga.partecipazione().domande(),
        riga.partecipazione().ammessi(),
        riga.partecipazione().conRiserva(),
        riga.partecipazione().esclusi(),
        riga.partecipazione().ritirate(),
        riga.partecipazione().adesioni(),
        riga.obiettivi().totale(),
        riga.obiettivi().coProgettati(),
        riga.obiettivi().sociosanitari(),
        riga.lavoro().anomalie(),
        riga.lavoro().istanza());
  }
}
