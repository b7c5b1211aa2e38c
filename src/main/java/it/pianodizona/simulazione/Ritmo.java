package it.pianodizona.simulazione;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.comune.Termini;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When people act: office hours, and how late each Ambito is. */
public final class Ritmo {

  /** Days late that stretch the work before the signatures by as much again. */
  private static final double GIORNI_CHE_RADDOPPIANO = 300;

  private final Parametri parametri;
  private final Sorte sorte;
  private final Map<String, LocalDate> ultimaFirma = new HashMap<>();

  /**
   * @param regione all the Ambiti of the Region: those without an Accordo are drawn among them,
   *     also when the run plays fewer
   */
  public Ritmo(Parametri parametri, Sorte sorte, List<Ambito> regione) {
    this.parametri = parametri;
    this.sorte = sorte;
    var perAts = new TreeMap<String, List<Ambito>>();
    regione.forEach(a -> perAts.computeIfAbsent(a.codiceAts(), c -> new ArrayList<>()).add(a));
    perAts.forEach(
        (ats, ambiti) -> {
          var estratti =
              ambiti.stream()
                  .sorted(
                      Comparator.comparingDouble(
                          (Ambito a) -> sorte.di("senza accordo", a.codice()).quota()))
                  .toList();
          int senza = parametri.profilo().accordo().senza().getOrDefault(ats, 0);
          for (int i = 0; i < estratti.size(); i++) {
            var codice = estratti.get(i).codice();
            ultimaFirma.put(codice, scadenza().plusDays(ritardo(codice, i < senza)));
          }
        });
  }

  private LocalDate scadenza() {
    return parametri.scenario().scadenzaAccordo();
  }

  private long ritardo(String ambito, boolean senza) {
    var accordo = parametri.profilo().accordo();
    var tiro = sorte.di("ultima firma", ambito);
    if (senza) {
      return tiro.tra(accordo.senzaDa(), accordo.senzaA());
    }
    return tiro.accade(accordo.inTempo())
        ? -Math.round(tiro.triangolare(0, 5, 40))
        : 1
            + Math.round(
                Math.min(tiro.esponenziale(accordo.ritardoMedio()), accordo.ritardoMassimo()));
  }

  /** The day the last body of an Ambito means to sign. */
  public LocalDate ultimaFirma(String ambito) {
    return ultimaFirma.get(ambito);
  }

  /** How much slower than planned an Ambito works before the signatures; 1 for one in time. */
  public double lentezza(String ambito) {
    double giorni = ChronoUnit.DAYS.between(scadenza(), ultimaFirma(ambito));
    return Math.min(3, 1 + Math.max(0, giorni) / GIORNI_CHE_RADDOPPIANO);
  }

  /** A moment of office hours, this many working days after another. */
  public static Instant dopoGiorni(Instant da, double giorni, Sorte.Tiro tiro) {
    var giorno = da.atZone(Termini.ROMA).toLocalDate();
    for (long restano = Math.round(giorni); restano > 0; restano--) {
      giorno = lavorativo(giorno.plusDays(1));
    }
    var quando = inUfficio(lavorativo(giorno), tiro);
    return quando.isAfter(da) ? quando : inUfficio(lavorativo(giorno.plusDays(1)), tiro);
  }

  /** A moment of office hours on a day, or on the first working one after it. */
  public static Instant inUfficio(LocalDate giorno, Sorte.Tiro tiro) {
    return lavorativo(giorno)
        .atTime(8, 30)
        .plusSeconds(tiro.tra(0, 9 * 3600))
        .atZone(Termini.ROMA)
        .toInstant();
  }

  private static LocalDate lavorativo(LocalDate giorno) {
    var candidato = giorno;
    while (Termini.festivo(candidato) || candidato.getDayOfWeek() == DayOfWeek.SATURDAY) {
      candidato = candidato.plusDays(1);
    }
    return candidato;
  }
}
