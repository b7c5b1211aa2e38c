package it.pianodizona.dimostrazione;

import static it.pianodizona.dimostrazione.AvvisoDiClusone.CODICE_AMBITO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.anagrafica.TipoEnte;
import it.pianodizona.attuazione.economia.PianiEconomici;
import it.pianodizona.attuazione.monitoraggio.DatiScheda;
import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioAnnuale;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.BozzeAvviso;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.ComandoDomanda;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.piano.Piani;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the demonstration starts from: invented addresses, the real notice, invented applicants. */
@Service
@Dimostrazione
@Transactional
public class DatiDimostrativi {

  private static final String CHI = "udp";

  private final Anagrafica anagrafica;
  private final BozzeAvviso bozze;
  private final Avvisi avvisi;
  private final Domande domande;
  private final Piani piani;
  private final Monitoraggi monitoraggi;
  private final PianiEconomici economia;
  private final Clock orologio;

  DatiDimostrativi(
      Anagrafica anagrafica,
      BozzeAvviso bozze,
      Avvisi avvisi,
      Domande domande,
      Piani piani,
      Monitoraggi monitoraggi,
      PianiEconomici economia,
      Clock orologio) {
    this.anagrafica = anagrafica;
    this.bozze = bozze;
    this.avvisi = avvisi;
    this.domande = domande;
    this.piani = piani;
    this.monitoraggi = monitoraggi;
    this.economia = economia;
    this.orologio = orologio;
  }

  /** Gives every body of the Ambito an address of the reserved domain and proposes the notice. */
  public void prepara() {
    var ambito = anagrafica.ambito(CODICE_AMBITO);
    anagrafica.aggiornaRecapito(
        TipoEnte.AMBITO, CODICE_AMBITO, "ufficiodipiano@ambito-" + CODICE_AMBITO + ".example");
    anagrafica.aggiornaRecapito(TipoEnte.ATS, ambito.codiceAts(), "protocollo@ats-bergamo.example");
    ambito
        .codiciAsst()
        .forEach(
            asst ->
                anagrafica.aggiornaRecapito(
                    TipoEnte.ASST, asst, "protocollo@asst-" + asst + ".example"));
    Map<String, String> comuni =
        anagrafica.comuniDi(CODICE_AMBITO, LocalDate.now(orologio)).stream()
            .collect(
                Collectors.toMap(
                    Comune::codiceIstat,
                    c -> "sindaco@" + dominio(c.denominazione()) + ".example"));
    anagrafica.aggiornaRecapiti(TipoEnte.COMUNE, comuni);
    bozze.proponi(CODICE_AMBITO, AvvisoDiClusone.TRIENNIO, AvvisoDiClusone.contenuto());
  }

  /**
   * Sends the domande of the invented applicants to every open notice, as the public page would.
   *
   * @return how many were registered; those already sent are not sent twice
   */
  public int presentaDomande() {
    var adesso = ZonedDateTime.now(orologio);
    return avvisi.pubblicati().stream()
        .filter(avviso -> avviso.aperto(adesso))
        .mapToInt(this::presentaDomande)
        .sum();
  }

  private int presentaDomande(Avviso avviso) {
    var gia =
        domande.elenco(avviso.id()).stream()
            .map(Domanda::dati)
            .map(dati -> dati.codiceFiscale())
            .collect(Collectors.toSet());
    int presentate = 0;
    for (var dati : EntiInventati.domande(avviso.contenuto().aree())) {
      if (!gia.contains(dati.codiceFiscale())) {
        domande.presenta(new ComandoDomanda(avviso.numero(), Canale.WEB, dati));
        presentate++;
      }
    }
    return presentate;
  }

  /**
   * Fills in every year that waits for the office of the Ambito, with invented values, and its
   * economic plan.
   *
   * @return how many years were filled in
   */
  public int compilaMonitoraggi() {
    return piani.trienni().stream()
        .flatMap(triennio -> piani.elenco(triennio.codice()).stream())
        .filter(piano -> piano.codiceAmbito().equals(CODICE_AMBITO))
        .flatMap(piano -> monitoraggi.delPiano(piano.id()).stream())
        .filter(m -> m.stato() == MonitoraggioAnnuale.Stato.DA_COMPILARE)
        .mapToInt(this::compila)
        .sum();
  }

  private int compila(MonitoraggioAnnuale monitoraggio) {
    var dati = new HashMap<Long, DatiScheda>();
    for (var scheda : monitoraggi.schede(monitoraggio)) {
      var valori = new HashMap<Integer, DatiScheda.Valore>();
      for (var rilevazione : scheda.rilevazioni()) {
        valori.put(rilevazione.numero(), MonitoraggioInventato.valore(rilevazione));
      }
      dati.put(
          scheda.obiettivo().id(),
          MonitoraggioInventato.scheda(scheda.obiettivo().numero(), valori));
    }
    monitoraggi.scriviTutte(monitoraggio.id(), dati, CHI);
    if (!monitoraggio.ultimo()) {
      long pianoId = monitoraggio.piano().pianoId();
      for (int anno : List.of(monitoraggio.anno(), monitoraggio.annoEconomico())) {
        if (economia.dellAnno(pianoId, anno).isEmpty()) {
          economia.scrivi(
              pianoId,
              anno,
              0,
              MonitoraggioInventato.economico(economia.proposta(pianoId, anno), anno),
              CHI);
        }
      }
    }
    return 1;
  }

  private static String dominio(String denominazione) {
    return Normalizer.normalize(denominazione, Normalizer.Form.NFD)
        .toLowerCase(Locale.ITALIAN)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z]+", "-");
  }
}
