package it.pianodizona.monitoraggio;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.fascicolo.Foglio;
import it.pianodizona.piano.Triennio;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a file of totals, cell by cell. */
final class TotaliDalFile {

  static final List<String> COLONNE =
      List.of("triennio", "indicatore", "codice_ats", "obiettivo", "al", "valore", "fonte");

  private static final String CAMPO = "File dei totali";
  private static final String INDICATORI =
      "uno tra "
          + Stream.of(IndicatoreCiclo.values())
              .map(IndicatoreCiclo::codice)
              .collect(Collectors.joining(", "));
  private static final int VALORE_MASSIMO = 99_999;
  private static final int FONTE_MASSIMA = 200;

  private final Foglio foglio;
  private final Map<String, String> ats;
  private final List<CellaErrata> errori = new ArrayList<>();
  private final List<Totale> totali = new ArrayList<>();
  private final Map<String, Integer> righe = new HashMap<>();

  /** One total, as it stands in a row of the file. */
  record Totale(
      String triennio,
      IndicatoreCiclo indicatore,
      String codiceAts,
      String obiettivo,
      LocalDate al,
      int valore,
      String fonte) {

    private String chiave() {
      return "%s|%s|%s|%s".formatted(triennio, indicatore, codiceAts, obiettivo);
    }

    private String chiaveDei(IndicatoreCiclo altro) {
      return new Totale(triennio, altro, codiceAts, obiettivo, al, valore, fonte).chiave();
    }
  }

  /**
   * @param errori empty when the file is good; then every row is in {@code totali}
   */
  record Lettura(List<Totale> totali, List<CellaErrata> errori) {}

  private TotaliDalFile(Foglio foglio, Map<String, String> ats) {
    this.foglio = foglio;
    this.ats = ats;
  }

  /**
   * @param ats names by code, of the ATS that exist
   * @throws DatoNonValido when the file is not a table with these columns, or has no rows
   */
  static Lettura leggi(byte[] contenuto, Map<String, String> ats) {
    var foglio = Foglio.leggi(CAMPO, contenuto, "totali").get(0);
    var intestazioni = foglio.righe().getOrDefault(1, List.of());
    if (!intestazioni.equals(COLONNE)) {
      throw DatoNonValido.regola(
          CAMPO,
          "la prima riga deve avere le colonne %s, in quest'ordine; il file ha %s."
              .formatted(
                  String.join(", ", COLONNE),
                  intestazioni.isEmpty() ? "una prima riga vuota" : intestazioni));
    }
    if (foglio.righe().size() == 1) {
      throw DatoNonValido.regola(CAMPO, "il file non ha righe; serve almeno un totale.");
    }
    var lettura = new TotaliDalFile(foglio, ats);
    foglio.righe().tailMap(2).keySet().forEach(lettura::riga);
    if (lettura.errori.isEmpty()) {
      lettura.approvatiEntroIPresentati();
    }
    return new Lettura(lettura.totali, lettura.errori);
  }

  private void riga(int numero) {
    int prima = errori.size();
    if (foglio.righe().get(numero).size() > COLONNE.size()) {
      errori.add(
          new CellaErrata(
              Foglio.cella(numero, COLONNE.size()),
              "",
              testo(numero, COLONNE.size()),
              "una riga di %d valori".formatted(COLONNE.size())));
      return;
    }
    var triennio = testo(numero, 0);
    try {
      Triennio.verificaCodice(triennio);
    } catch (DatoNonValido e) {
      sbagliata(numero, 0, "tre anni consecutivi nella forma aaaa-aaaa");
    }
    var indicatore =
        Stream.of(IndicatoreCiclo.values())
            .filter(i -> i.codice().equals(testo(numero, 1)))
            .findFirst()
            .orElse(null);
    if (indicatore == null) {
      sbagliata(numero, 1, INDICATORI);
      return;
    }
    LocalDate al = null;
    if (indicatore.perAts()) {
      if (!ats.containsKey(testo(numero, 2))) {
        sbagliata(
            numero,
            2,
            "il codice di una ATS: "
                + ats.keySet().stream().sorted().collect(Collectors.joining(", ")));
      }
      vuota(numero, 3);
      al = data(numero);
    } else {
      vuota(numero, 2);
      vuota(numero, 4);
      if (!testo(numero, 3).matches("[A-Z][A-Z0-9]{0,19}")) {
        sbagliata(numero, 3, "la sigla di un obiettivo, per esempio OS1");
      }
    }
    int valore = valore(numero);
    var fonte = testo(numero, 6);
    if (fonte.isEmpty() || fonte.length() > FONTE_MASSIMA) {
      sbagliata(
          numero,
          6,
          "l'atto da cui viene il dato, al massimo %d caratteri".formatted(FONTE_MASSIMA));
    }
    if (errori.size() > prima) {
      return;
    }
    var totale =
        new Totale(
            triennio,
            indicatore,
            nulloSeVuoto(testo(numero, 2)),
            nulloSeVuoto(testo(numero, 3)),
            al,
            valore,
            fonte);
    var doppia = righe.putIfAbsent(totale.chiave(), numero);
    if (doppia != null) {
      sbagliata(numero, 1, "un totale diverso in ogni riga; questo è già alla riga " + doppia);
      return;
    }
    totali.add(totale);
  }

  private void approvatiEntroIPresentati() {
    var presentati =
        totali.stream()
            .filter(t -> t.indicatore() == IndicatoreCiclo.PROGETTI_PRESENTATI)
            .collect(Collectors.toMap(Totale::chiave, Totale::valore));
    totali.stream()
        .filter(t -> t.indicatore() == IndicatoreCiclo.PROGETTI_APPROVATI)
        .filter(
            t ->
                t.valore()
                    > presentati.getOrDefault(t.chiaveDei(IndicatoreCiclo.PROGETTI_PRESENTATI), 0))
        .forEach(
            t ->
                sbagliata(
                    righe.get(t.chiave()),
                    5,
                    "al massimo il numero dei progetti presentati per %s nel %s"
                        .formatted(t.obiettivo(), t.triennio())));
  }

  private LocalDate data(int numero) {
    try {
      return LocalDate.parse(testo(numero, 4));
    } catch (DateTimeException e) {
      sbagliata(numero, 4, "un giorno nella forma aaaa-mm-gg");
      return null;
    }
  }

  private int valore(int numero) {
    var testo = testo(numero, 5);
    if (!testo.matches("\\d{1,5}")) {
      sbagliata(numero, 5, "un numero intero da 0 a " + VALORE_MASSIMO);
      return 0;
    }
    return Integer.parseInt(testo);
  }

  private void vuota(int numero, int colonna) {
    if (!testo(numero, colonna).isEmpty()) {
      sbagliata(numero, colonna, "nessun valore per l'indicatore " + testo(numero, 1));
    }
  }

  private void sbagliata(int numero, int colonna, String ammesso) {
    errori.add(
        new CellaErrata(
            Foglio.cella(numero, colonna), COLONNE.get(colonna), testo(numero, colonna), ammesso));
  }

  private String testo(int riga, int colonna) {
    return foglio.testo(riga, colonna);
  }

  private static String nulloSeVuoto(String testo) {
    return testo.isEmpty() ? null : testo;
  }
}
