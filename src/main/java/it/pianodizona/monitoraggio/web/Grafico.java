package it.pianodizona.monitoraggio.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Horizontal bars made of pieces, all to the same scale. The places are percentages of the width,
 * so that the template draws them as wide as the screen.
 *
 * @param serie names of the pieces, in order; their place is also their colour
 */
public record Grafico(List<String> serie, List<Barra> barre) {

  /**
   * @param totale as it is written beside the bar
   */
  public record Barra(String nome, List<Tratto> tratti, String totale) {

    /** The bar in words. */
    public String inParole() {
      return tratti.stream().map(Tratto::titolo).collect(Collectors.joining(", "));
    }
  }

  /**
   * @param inizio such as {@code 12.5%}
   * @param colore 1 for the first series
   * @param titolo name of the series and value
   */
  public record Tratto(String inizio, String larghezza, int colore, String titolo) {}

  /**
   * One bar before it is drawn.
   *
   * @param valori one for each series
   * @param scritti the same, as people read them
   */
  record Dato(String nome, List<Double> valori, List<String> scritti, String totale) {}

  static Grafico di(List<String> serie, List<Dato> dati) {
    double massimo = dati.stream().mapToDouble(Grafico::somma).max().orElse(0);
    var barre = new ArrayList<Barra>();
    for (var dato : dati) {
      var tratti = new ArrayList<Tratto>();
      double inizio = 0;
      for (int s : IntStream.range(0, serie.size()).toArray()) {
        double valore = dato.valori().get(s);
        if (valore > 0) {
          tratti.add(
              new Tratto(
                  percento(inizio / massimo),
                  percento(valore / massimo),
                  s + 1,
                  serie.get(s) + " " + dato.scritti().get(s)));
          inizio += valore;
        }
      }
      barre.add(new Barra(dato.nome(), tratti, dato.totale()));
    }
    return new Grafico(List.copyOf(serie), barre);
  }

  public boolean vuoto() {
    return barre.stream().allMatch(b -> b.tratti().isEmpty());
  }

  private static double somma(Dato dato) {
    return dato.valori().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static String percento(double parte) {
    return String.format(Locale.ROOT, "%.3f%%", parte * 100);
  }
}
