package it.pianodizona.monitoraggio;

import it.pianodizona.accordo.SituazioniAccordi;
import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Asst;
import it.pianodizona.anagrafica.Ats;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.monitoraggio.LavoriInCorso.Lavoro;
import it.pianodizona.monitoraggio.RigaAmbito.DatiPiano;
import it.pianodizona.monitoraggio.RigaAmbito.Firme;
import it.pianodizona.monitoraggio.RigaAmbito.FlussiDovuti;
import it.pianodizona.monitoraggio.RigaAmbito.Obiettivi;
import it.pianodizona.monitoraggio.RigaAmbito.Partecipazione;
import it.pianodizona.monitoraggio.RigaAmbito.Premi;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Piano;
import it.pianodizona.piano.Proroghe;
import it.pianodizona.piano.Triennio;
import it.pianodizona.premialita.QuadroPremialita;
import it.pianodizona.premialita.SituazionePremialita;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The read model of the Region: one row for each Ambito in a triennio, put together from what the
 * other rooms recorded. However many the Ambiti, it asks the database a fixed number of questions.
 */
@Service
@Transactional(readOnly = true)
public class Monitoraggio {

  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Proroghe proroghe;
  private final SituazioniAccordi accordi;
  private final QuadroPremialita premialita;
  private final Rilevazioni rilevazioni;
  private final LavoriInCorso lavori;
  private final Clock orologio;

  Monitoraggio(
      Anagrafica anagrafica,
      Piani piani,
      Proroghe proroghe,
      SituazioniAccordi accordi,
      QuadroPremialita premialita,
      Rilevazioni rilevazioni,
      LavoriInCorso lavori,
      Clock orologio) {
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.proroghe = proroghe;
    this.accordi = accordi;
    this.premialita = premialita;
    this.rilevazioni = rilevazioni;
    this.lavori = lavori;
    this.orologio = orologio;
  }

  /** The trienni that were opened, the newest first. */
  public List<Triennio> trienni() {
    return piani.trienni();
  }

  /**
   * The triennio somebody asks for; when nothing is asked, the newest one that has begun to be
   * planned.
   *
   * @return empty text when no triennio was ever opened
   * @throws DatoNonValido for a triennio that does not exist
   */
  public String triennio(String richiesto) {
    var codici = piani.trienni().stream().map(Triennio::codice).toList();
    if (richiesto == null || richiesto.isBlank()) {
      return codici.isEmpty() ? "" : codici.get(0);
    }
    if (!codici.contains(richiesto)) {
      throw new DatoNonValido(
          "Triennio",
          richiesto,
          codici.isEmpty()
              ? "un triennio avviato; non ce n'è ancora nessuno"
              : "uno tra " + String.join(", ", codici));
    }
    return richiesto;
  }

  /**
   * @param triennio as given back by {@link #triennio}
   * @param visibilita whose rows
   */
  public Quadro quadro(String triennio, Visibilita visibilita) {
    var adesso = ZonedDateTime.now(orologio).withZoneSameInstant(Termini.ROMA);
    var oggi = adesso.toLocalDate();
    var ambiti = anagrafica.ambiti().stream().filter(a -> visibilita.vede(a.codice())).toList();
    var ats = perCodice(anagrafica.ats(), Ats::codice, Ats::denominazione);
    var asst = perCodice(anagrafica.asst(), Asst::codice, Asst::denominazione);
    var perAmbito =
        piani.elenco(triennio).stream()
            .filter(p -> visibilita.vede(p.codiceAmbito()))
            .collect(Collectors.toMap(Piano::codiceAmbito, Function.identity()));
    var id = perAmbito.values().stream().map(Piano::id).toList();
    var chiavi = perAmbito.values().stream().map(p -> p.riferimento().chiave()).toList();

    var firme = accordi.dei(id);
    var atti = proroghe.attiPerPiano(triennio);
    var precedenti = rilevazioni.accordiPrecedenti(id);
    var premi =
        premialita.situazioni(triennio).stream()
            .collect(Collectors.toMap(SituazionePremialita::pianoId, Monitoraggio::premi));
    var flussi = rilevazioni.flussi(perAmbito.keySet(), oggi);
    var partecipazione = rilevazioni.partecipazione(id);
    var obiettivi = rilevazioni.obiettivi(id);
    var inCorso = lavori.dei(chiavi);

    var righe =
        ambiti.stream()
            .map(
                ambito -> {
                  var piano = perAmbito.get(ambito.codice());
                  if (piano == null) {
                    return senzaPiano(ambito, triennio, ats, asst);
                  }
                  var premio = premi.getOrDefault(piano.id(), Premi.NESSUNO);
                  return new RigaAmbito(
                      ambito.codiceAts(),
                      ats.get(ambito.codiceAts()),
                      ambito.codiciAsst(),
                      distretto(ambito, asst),
                      ambito.codice(),
                      ambito.denominazione(),
                      triennio,
                      dati(piano, oggi, atti.get(piano.id()), precedenti.get(piano.id())),
                      firme(firme.get(piano.id())),
                      premio,
                      flussi
                          .getOrDefault(ambito.codice(), FlussiDovuti.NESSUNO)
                          .bloccantiSe(premio.inAttesa() > 0),
                      partecipazione.getOrDefault(piano.id(), Partecipazione.NESSUNA),
                      obiettivi.getOrDefault(piano.id(), Obiettivi.NESSUNO),
                      inCorso.getOrDefault(piano.riferimento().chiave(), Lavoro.NESSUNO));
                })
            .sorted(ordine())
            .toList();
    return new Quadro(triennio, adesso, righe);
  }

  private static RigaAmbito senzaPiano(
      Ambito ambito, String triennio, Map<String, String> ats, Map<String, String> asst) {
    return new RigaAmbito(
        ambito.codiceAts(),
        ats.get(ambito.codiceAts()),
        ambito.codiciAsst(),
        distretto(ambito, asst),
        ambito.codice(),
        ambito.denominazione(),
        triennio,
        null,
        Firme.NESSUNA,
        Premi.NESSUNO,
        FlussiDovuti.NESSUNO,
        Partecipazione.NESSUNA,
        Obiettivi.NESSUNO,
        Lavoro.NESSUNO);
  }

  private static DatiPiano dati(Piano piano, LocalDate oggi, String atti, LocalDate precedente) {
    var scadenza = piano.scadenzaAccordo().toLocalDate();
    return new DatiPiano(
        piano.id(),
        piano.fase(),
        piano.inRitardo(),
        scadenza,
        DatiPiano.giorni(piano.fase(), oggi, scadenza),
        atti,
        precedente);
  }

  private static Firme firme(SituazioniAccordi.Situazione situazione) {
    return situazione == null
        ? Firme.NESSUNA
        : new Firme(
            situazione.enti(),
            situazione.firmati(),
            situazione.mancanti(),
            situazione.rifiuti(),
            situazione.trasmesso());
  }

  private static Premi premi(SituazionePremialita situazione) {
    return new Premi(
        situazione.presentati(),
        situazione.approvati(),
        situazione.senzaPartner(),
        situazione.inAttesa(),
        situazione.assegnata(),
        situazione.liquidata(),
        situazione.residua());
  }

  private static String distretto(Ambito ambito, Map<String, String> asst) {
    return ambito.codiciAsst().stream().map(asst::get).collect(Collectors.joining(" e "));
  }

  private static Comparator<RigaAmbito> ordine() {
    var italiano = Collator.getInstance(Locale.ITALIAN);
    return Comparator.comparing(RigaAmbito::ats, italiano)
        .thenComparing(RigaAmbito::distretto, italiano)
        .thenComparing(RigaAmbito::ambito, italiano);
  }

  private static <T> Map<String, String> perCodice(
      List<T> elenco, Function<T, String> codice, Function<T, String> nome) {
    return elenco.stream().collect(Collectors.toMap(codice, nome));
  }
}
