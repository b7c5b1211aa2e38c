package it.pianodizona.monitoraggio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One total of a past cycle as programs get it, with the columns of the file it came from.
 *
 * @param codiceAts {@code null} for what is counted by objective
 * @param obiettivo {@code null} for what is counted by ATS
 */
public record TotaleEsportato(
    String triennio,
    String indicatore,
    String codiceAts,
    String ats,
    String obiettivo,
    LocalDate al,
    int valore,
    String fonte) {

  public static List<TotaleEsportato> di(CicloConcluso ciclo) {
    var totali = new ArrayList<TotaleEsportato>();
    var fonte = String.join("; ", ciclo.fonti());
    for (var ats : ciclo.accordi()) {
      totali.add(
          new TotaleEsportato(
              ciclo.triennio(),
              IndicatoreCiclo.AMBITI_CON_ACCORDO.codice(),
              ats.codiceAts(),
              ats.ats(),
              null,
              ciclo.al(),
              ats.conAccordo(),
              fonte));
      totali.add(
          new TotaleEsportato(
              ciclo.triennio(),
              IndicatoreCiclo.AMBITI_SENZA_ACCORDO.codice(),
              ats.codiceAts(),
              ats.ats(),
              null,
              ciclo.al(),
              ats.senzaAccordo(),
              fonte));
    }
    for (var progetti : ciclo.progetti()) {
      totali.add(
          new TotaleEsportato(
              ciclo.triennio(),
              IndicatoreCiclo.PROGETTI_PRESENTATI.codice(),
              null,
              null,
              progetti.obiettivo(),
              null,
              progetti.presentati(),
              fonte));
      totali.add(
          new TotaleEsportato(
              ciclo.triennio(),
              IndicatoreCiclo.PROGETTI_APPROVATI.codice(),
              null,
              null,
              progetti.obiettivo(),
              null,
              progetti.approvati(),
              fonte));
    }
    return totali;
  }
}
