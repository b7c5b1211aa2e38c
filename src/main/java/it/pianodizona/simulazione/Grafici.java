package it.pianodizona.simulazione;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Charts as SVG, with a title for who cannot see them; the numbers are in the CSV files too. */
final class Grafici {

  private static final int LARGHEZZA = 880;
  private static final int ALTEZZA = 260;
  private static final int SINISTRA = 70;
  private static final int SOTTO = 34;
  private static final List<String> COLORI =
      List.of("#0b4f8a", "#3b8ec2", "#7fb7d6", "#e0a526", "#2e7d4f", "#8a8f98", "#a33d3d");

  private Grafici() {}

  /** Columns one above the other, one column for each label. */
  static String colonne(String titolo, List<String> etichette, Map<String, List<Double>> serie) {
    double massimo =
        tondo(
            IntStream.range(0, etichette.size())
                .mapToDouble(i -> serie.values().stream().mapToDouble(s -> s.get(i)).sum())
                .max()
                .orElse(1));
    var svg = inizio(titolo);
    asse(svg, massimo);
    double passo = (double) (LARGHEZZA - SINISTRA - 10) / Math.max(1, etichette.size());
    double[] alto = new double[etichette.size()];
    int colore = 0;
    for (var voce : serie.entrySet()) {
      for (int i = 0; i < etichette.size(); i++) {
        double altezza = voce.getValue().get(i) / massimo * (ALTEZZA - SOTTO - 10);
        if (altezza > 0) {
          svg.append(
              n(
                  "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                  SINISTRA + i * passo,
                  ALTEZZA - SOTTO - alto[i] - altezza,
                  Math.max(1, passo - 1),
                  altezza,
                  COLORI.get(colore % COLORI.size())));
          alto[i] += altezza;
        }
      }
      colore++;
    }
    int ogni = Math.max(1, etichette.size() / 12);
    for (int i = 0; i < etichette.size(); i += ogni) {
      svg.append(
          n(
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
              SINISTRA + (i + 0.5) * passo, ALTEZZA - SOTTO + 16, etichette.get(i)));
    }
    return svg.append("</svg>").append(legenda(serie.keySet().stream().toList())).toString();
  }

  /** Bars from left to right, longest first as given. */
  static String barre(String titolo, Map<String, Integer> valori) {
    int alta = 26;
    int altezza = valori.size() * alta + 6;
    double massimo = Math.max(1, valori.values().stream().mapToInt(v -> v).max().orElse(1));
    var svg =
        new StringBuilder(
            n(
                "<svg role=\"img\" viewBox=\"0 0 %d %d\" xmlns=\"http://www.w3.org/2000/svg\">"
                    + "<title>%s</title>",
                LARGHEZZA, altezza, titolo));
    int i = 0;
    for (var voce : valori.entrySet()) {
      double lunga = voce.getValue() / massimo * (LARGHEZZA - 400);
      svg.append(
          n(
              "<text x=\"290\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"300\" y=\"%d\""
                  + " width=\"%.1f\" height=\"18\" fill=\"%s\"/><text x=\"%.1f\""
                  + " y=\"%d\">%,d</text>",
              i * alta + 18,
              voce.getKey(),
              i * alta + 4,
              Math.max(1, lunga),
              COLORI.get(0),
              306 + lunga,
              i * alta + 18,
              voce.getValue()));
      i++;
    }
    return svg.append("</svg>").toString();
  }

  private static StringBuilder inizio(String titolo) {
    return new StringBuilder(
        n(
            "<svg role=\"img\" viewBox=\"0 0 %d %d\" xmlns=\"http://www.w3.org/2000/svg\">"
                + "<title>%s</title>",
            LARGHEZZA, ALTEZZA, titolo));
  }

  /** The least number not below this one whose quarters are round: 4, 8, 20, 40, 80, 200, … */
  static double tondo(double massimo) {
    for (double decina = 1; ; decina *= 10) {
      for (int quarti : new int[] {4, 8, 12, 20}) {
        if (massimo <= quarti * decina) {
          return quarti * decina;
        }
      }
    }
  }

  private static void asse(StringBuilder svg, double massimo) {
    for (int i = 0; i <= 4; i++) {
      double y = ALTEZZA - SOTTO - i / 4.0 * (ALTEZZA - SOTTO - 10);
      svg.append(
          n(
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d5dae0\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,.0f</text>",
              SINISTRA, LARGHEZZA - 10, y, y, SINISTRA - 6, y + 4, massimo * i / 4));
    }
  }

  private static String legenda(List<String> nomi) {
    var legenda = new StringBuilder("<ul class=\"legenda\">");
    for (int i = 0; i < nomi.size(); i++) {
      legenda.append(
          n(
              "<li><span style=\"background:%s\"></span>%s</li>",
              COLORI.get(i % COLORI.size()), nomi.get(i)));
    }
    return legenda.append("</ul>").toString();
  }

  /** Numbers with dots and commas as in Italian, but not inside attributes. */
  private static String n(String modello, Object... valori) {
    var testo = new StringBuilder();
    int da = 0;
    int valore = 0;
    var pezzi = java.util.regex.Pattern.compile("%[,.0-9]*[dsf]").matcher(modello);
    while (pezzi.find()) {
      var segno = pezzi.group();
      testo.append(modello, da, pezzi.start());
      testo.append(
          String.format(segno.contains(",") ? Locale.ITALY : Locale.ROOT, segno, valori[valore++]));
      da = pezzi.end();
    }
    return testo.append(modello.substring(da)).toString();
  }
}
