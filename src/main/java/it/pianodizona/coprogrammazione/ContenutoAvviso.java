package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Email;
import it.pianodizona.comune.Termini;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a notice of co-programmazione says (S2; fields of dominio §7). A value that exists keeps all
 * its rules: at least one area, each with its meetings, all after the deadline for domande, which
 * comes after the publication.
 *
 * @param attoRegionale the regional act behind the plan, e.g. {@code DGR XII/2167 del 15/04/2024}
 * @param capofila the Ente capofila that publishes
 * @param pec address for domande; {@code null} when this channel is closed
 * @param email address for domande; {@code null} when this channel is closed
 * @param canaleWeb whether domande are taken on the public page
 * @param pubblicazione first day on line; a past day means at once
 * @param scadenzaDomande last day for domande, until 23:59:59 Europe/Rome
 * @param rup name of the responsabile unico del procedimento
 * @param firmatario name and office of who signs
 */
public record ContenutoAvviso(
    String titolo,
    String attoRegionale,
    String capofila,
    List<Area> aree,
    List<IncontroPrevisto> incontri,
    String chiPuoPartecipare,
    String impegni,
    String pec,
    String email,
    boolean canaleWeb,
    LocalDate pubblicazione,
    LocalDate scadenzaDomande,
    String rup,
    String firmatario) {

  private static final String SCADENZA = "Termine per le domande";
  private static final String INCONTRI = "Incontri";

  /**
   * @throws DatoNonValido when a field is missing or a rule across fields is broken
   */
  public ContenutoAvviso {
    titolo = Testi.obbligatorio("Titolo", titolo, 300);
    attoRegionale = Testi.obbligatorio("Atto regionale", attoRegionale, 200);
    capofila = Testi.obbligatorio("Ente capofila", capofila, 200);
    chiPuoPartecipare = Testi.obbligatorio("Chi può partecipare", chiPuoPartecipare, 4000);
    impegni = Testi.obbligatorio("Impegni dei partecipanti", impegni, 4000);
    rup = Testi.obbligatorio("RUP", rup, 120);
    firmatario = Testi.obbligatorio("Firmatario", firmatario, 120);
    pec = indirizzo(pec);
    email = indirizzo(email);
    if (pec == null && email == null && !canaleWeb) {
      throw DatoNonValido.regola(
          "Canali", "serve almeno un canale per le domande: PEC, e-mail o pagina web.");
    }
    if (pubblicazione == null) {
      throw new DatoNonValido("Data di pubblicazione", null, "una data");
    }
    if (scadenzaDomande == null) {
      throw new DatoNonValido(SCADENZA, null, "una data");
    }
    if (!scadenzaDomande.isAfter(pubblicazione)) {
      throw DatoNonValido.regola(
          SCADENZA,
          "il %s non viene dopo la data di pubblicazione (%s)."
              .formatted(
                  DateItaliane.italiana(scadenzaDomande), DateItaliane.italiana(pubblicazione)));
    }
    aree = aree == null ? List.of() : List.copyOf(aree);
    incontri =
        incontri == null
            ? List.of()
            : incontri.stream().sorted(Comparator.comparing(IncontroPrevisto::inizio)).toList();
    verificaAree(aree);
    verificaIncontri(aree, incontri, scadenzaDomande);
  }

  /** The same notice with another deadline and other meetings, as a reopening sets them. */
  public ContenutoAvviso riaperto(LocalDate scadenza, List<IncontroPrevisto> nuoviIncontri) {
    return new ContenutoAvviso(
        titolo,
        attoRegionale,
        capofila,
        aree,
        nuoviIncontri,
        chiPuoPartecipare,
        impegni,
        pec,
        email,
        canaleWeb,
        pubblicazione,
        scadenza,
        rup,
        firmatario);
  }

  /** Last instant for domande, Europe/Rome. */
  public ZonedDateTime scadenza() {
    return Termini.fineGiorno(scadenzaDomande);
  }

  /** Codes of the areas, in the order of the notice. */
  public List<String> codiciAree() {
    return aree.stream().map(Area::codice).toList();
  }

  /** Meetings of one area, earliest first. */
  public List<IncontroPrevisto> incontriDi(String area) {
    return incontri.stream().filter(i -> i.area().equals(area)).toList();
  }

  /** Day of the first meeting of all. */
  public LocalDate primoIncontro() {
    return incontri.get(0).giorno();
  }

  /**
   * When to remind the office that the deadline is near: some days before it at nine, or half way
   * when the notice is shorter than that.
   *
   * @param da when the notice went on line
   */
  public ZonedDateTime promemoria(ZonedDateTime da, int giorniPrima) {
    var promemoria =
        scadenzaDomande.minusDays(giorniPrima).atTime(LocalTime.of(9, 0)).atZone(Termini.ROMA);
    return promemoria.isAfter(da)
        ? promemoria
        : da.plusSeconds(java.time.Duration.between(da, scadenza()).toSeconds() / 2);
  }

  private static String indirizzo(String testo) {
    var email = Email.facoltativa(testo);
    return email == null ? null : email.indirizzo();
  }

  private static void verificaAree(List<Area> aree) {
    if (aree.isEmpty()) {
      throw DatoNonValido.regola("Aree", "serve almeno un'area tematica.");
    }
    var codici = new HashSet<String>();
    for (var area : aree) {
      if (!codici.add(area.codice())) {
        throw DatoNonValido.regola(
            "Aree", "l'area «%s» compare due volte.".formatted(area.denominazione()));
      }
    }
  }

  private static void verificaIncontri(
      List<Area> aree, List<IncontroPrevisto> incontri, LocalDate scadenza) {
    var numeri = new HashSet<String>();
    var nomi = aree.stream().collect(Collectors.toMap(Area::codice, Area::denominazione));
    for (var incontro : incontri) {
      if (!nomi.containsKey(incontro.area())) {
        throw DatoNonValido.regola(
            INCONTRI,
            "l'incontro del %s è di un'area («%s») che non è tra quelle dell'avviso."
                .formatted(DateItaliane.italiana(incontro.giorno()), incontro.area()));
      }
      if (!incontro.giorno().isAfter(scadenza)) {
        throw DatoNonValido.regola(
            INCONTRI,
            "l'incontro n. %d di «%s» è il %s, che non viene dopo il termine per le domande (%s)."
                .formatted(
                    incontro.numero(),
                    nomi.get(incontro.area()),
                    DateItaliane.italiana(incontro.giorno()),
                    DateItaliane.italiana(scadenza)));
      }
      if (!numeri.add(incontro.area() + "/" + incontro.numero())) {
        throw DatoNonValido.regola(
            INCONTRI,
            "l'area «%s» ha due incontri con il numero %d."
                .formatted(nomi.get(incontro.area()), incontro.numero()));
      }
    }
    for (var area : aree) {
      if (incontri.stream().noneMatch(i -> i.area().equals(area.codice()))) {
        throw DatoNonValido.regola(
            INCONTRI, "manca almeno un incontro per l'area «%s».".formatted(area.denominazione()));
      }
    }
  }
}
