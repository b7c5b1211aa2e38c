package it.pianodizona.monitoraggio;

import it.pianodizona.attuazione.Flussi;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.monitoraggio.Rilevazioni.Dovuto;
import it.pianodizona.monitoraggio.ScadenzaVicina.Tipo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What falls due in the coming days, and what is late, for many plans in a fixed number of queries.
 * It asks what is still to be done, not the register of computed terms: a term that was met is not
 * here.
 */
@Service
@Transactional(readOnly = true)
public class ScadenzeVicine {

  public static final int GIORNI = 90;
  public static final int GIORNI_MASSIMI = 366;

  private final Rilevazioni rilevazioni;
  private final LavoriInCorso lavori;
  private final Flussi flussi;
  private final Clock orologio;

  ScadenzeVicine(Rilevazioni rilevazioni, LavoriInCorso lavori, Flussi flussi, Clock orologio) {
    this.rilevazioni = rilevazioni;
    this.lavori = lavori;
    this.flussi = flussi;
    this.orologio = orologio;
  }

  /**
   * @param quadro whose rows
   * @param giorni how far to look, 1 to 366, today being day 0
   * @return earliest first; what is late and still due comes before
   * @throws DatoNonValido when the days are out of range
   */
  public List<ScadenzaVicina> elenco(Quadro quadro, int giorni) {
    if (giorni < 1 || giorni > GIORNI_MASSIMI) {
      throw new DatoNonValido("Giorni", giorni, "un numero intero da 1 a " + GIORNI_MASSIMI);
    }
    var adesso = ZonedDateTime.now(orologio).withZoneSameInstant(Termini.ROMA);
    var inizioGiornata = adesso.with(LocalTime.MIN);
    var entro = Termini.fineGiorno(adesso.toLocalDate().plusDays(giorni));
    var perPiano = new HashMap<Long, RigaAmbito>();
    var perChiave = new HashMap<String, RigaAmbito>();
    for (var riga : quadro.righe()) {
      if (riga.piano() != null) {
        perPiano.put(riga.piano().id(), riga);
        perChiave.put(riga.codiceAmbito() + "/" + riga.triennio(), riga);
      }
    }
    var piani = perPiano.keySet();
    var trovate = new ArrayList<ScadenzaVicina>();
    accordi(quadro, adesso, entro, trovate);
    rilevazioni
        .flussiDovuti(piani, entro)
        .forEach(
            d ->
                trovate.add(
                    nuova(
                        Tipo.FLUSSO,
                        "%s, %s"
                            .formatted(flussi.flusso(d.codice()).denominazione(), d.dettaglio()),
                        "",
                        d.quando(),
                        adesso,
                        perPiano.get(d.pianoId()))));
    lavori
        .inScadenza(perChiave.keySet(), entro)
        .forEach(
            c ->
                trovate.add(
                    nuova(
                        Tipo.COMPITO,
                        c.compito(),
                        c.chi(),
                        c.entro(),
                        adesso,
                        perChiave.get(c.chiave()))));
    rilevazioni
        .avvisiAperti(piani, inizioGiornata, entro)
        .forEach(
            d ->
                trovate.add(
                    nuova(
                        Tipo.AVVISO,
                        "Termine per le domande",
                        "avviso n. " + d.codice(),
                        d.quando(),
                        adesso,
                        perPiano.get(d.pianoId()))));
    eventi(Tipo.TAVOLO, rilevazioni.incontri(piani, adesso, entro), perPiano, adesso, trovate);
    eventi(Tipo.ASSEMBLEA, rilevazioni.sedute(piani, adesso, entro), perPiano, adesso, trovate);
    trovate.sort(
        Comparator.comparing((ScadenzaVicina s) -> s.quando().toLocalDate())
            .thenComparing(ScadenzaVicina::tipo)
            .thenComparing(ScadenzaVicina::descrizione)
            .thenComparing(ScadenzaVicina::ats)
            .thenComparing(ScadenzaVicina::ambito)
            .thenComparing(ScadenzaVicina::dettaglio));
    return trovate;
  }

  private static void accordi(
      Quadro quadro, ZonedDateTime adesso, ZonedDateTime entro, List<ScadenzaVicina> trovate) {
    for (var riga : quadro.righe()) {
      if (riga.piano() != null && riga.piano().giorni() != null) {
        LocalDate scadenza = riga.piano().scadenzaAccordo();
        var quando = Termini.fineGiorno(scadenza);
        if (!quando.isAfter(entro)) {
          trovate.add(
              nuova(
                  Tipo.ACCORDO,
                  "Firma e trasmissione dell'Accordo di programma",
                  riga.fase(),
                  quando,
                  adesso,
                  riga));
        }
      }
    }
  }

  private static void eventi(
      Tipo tipo,
      List<Dovuto> dovuti,
      Map<Long, RigaAmbito> perPiano,
      ZonedDateTime adesso,
      List<ScadenzaVicina> trovate) {
    for (var d : dovuti) {
      var descrizione =
          tipo == Tipo.TAVOLO
              ? "Tavolo " + d.codice()
              : "Assemblea dei Sindaci, %s convocazione"
                  .formatted(d.codice().equals("1") ? "prima" : "seconda");
      trovate.add(
          nuova(tipo, descrizione, d.dettaglio(), d.quando(), adesso, perPiano.get(d.pianoId())));
    }
  }

  private static ScadenzaVicina nuova(
      Tipo tipo,
      String descrizione,
      String dettaglio,
      ZonedDateTime quando,
      ZonedDateTime adesso,
      RigaAmbito riga) {
    return new ScadenzaVicina(
        tipo,
        descrizione,
        dettaglio,
        quando,
        quando.isBefore(adesso),
        riga.codiceAts(),
        riga.ats(),
        riga.codiceAmbito(),
        riga.ambito(),
        riga.triennio());
  }
}
