package it.pianodizona.attuazione.economia;

import it.pianodizona.attuazione.economia.Voce.Parte;
import it.pianodizona.comune.Denaro;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The economic plan of one year of a Piano di Zona.
 *
 * @param delibera the act that reconfirmed it; {@code null} before
 * @param revisione grows at each change
 */
public record PianoEconomico(
    long id,
    long pianoId,
    int anno,
    Stato stato,
    DatiEconomici dati,
    List<Quota> quote,
    String delibera,
    int revisione) {

  public PianoEconomico {
    quote = List.copyOf(quote);
  }

  /** Where it is. */
  public enum Stato {
    PREVISIONE("previsione"),
    IN_ASSEMBLEA("all'esame dell'Assemblea"),
    APPROVATO("riconfermato dall'Assemblea");

    private final String descrizione;

    Stato(String descrizione) {
      this.descrizione = descrizione;
    }

    public String descrizione() {
      return descrizione;
    }
  }

  public List<Voce> voci(Parte parte) {
    return dati.voci().stream().filter(voce -> voce.parte() == parte).toList();
  }

  public Denaro totale(Parte parte) {
    return Denaro.somma(voci(parte).stream().map(Voce::importo).toList());
  }

  public Denaro totaleQuote() {
    return Denaro.somma(quote.stream().map(Quota::totale).toList());
  }

  public int abitanti() {
    return quote.stream().mapToInt(Quota::abitanti).sum();
  }

  /**
   * Whether the inhabitants were counted before 31 December of the year before, on which the quotas
   * are usually computed (Seriate 2018-20, chapter 9).
   */
  public boolean popolazioneVecchia() {
    return dati.popolazioneAl().isBefore(LocalDate.of(anno - 1, 12, 31));
  }

  /** What keeps it from the Assemblea, in whole sentences; empty when nothing does. */
  public List<String> mancanze() {
    var mancanze = new ArrayList<String>();
    var entrate = totale(Parte.ENTRATA);
    var uscite = totale(Parte.USCITA);
    if (!entrate.positivo()) {
      mancanze.add("Il piano economico dell'anno %d non ha importi.".formatted(anno));
    } else if (!entrate.equals(uscite)) {
      mancanze.add(
          "Il piano economico dell'anno %d non è in pareggio: entrate %s, uscite %s."
              .formatted(anno, entrate, uscite));
    }
    return mancanze;
  }
}
