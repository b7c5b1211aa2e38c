package it.pianodizona.dimostrazione;

import static it.pianodizona.dimostrazione.AvvisoDiClusone.CODICE_AMBITO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.anagrafica.TipoEnte;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.BozzeAvviso;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.ComandoDomanda;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
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

  private final Anagrafica anagrafica;
  private final BozzeAvviso bozze;
  private final Avvisi avvisi;
  private final Domande domande;
  private final Clock orologio;

  DatiDimostrativi(
      Anagrafica anagrafica, BozzeAvviso bozze, Avvisi avvisi, Domande domande, Clock orologio) {
    this.anagrafica = anagrafica;
    this.bozze = bozze;
    this.avvisi = avvisi;
    this.domande = domande;
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

  private static String dominio(String denominazione) {
    return Normalizer.normalize(denominazione, Normalizer.Form.NFD)
        .toLowerCase(Locale.ITALIAN)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z]+", "-");
  }
}
