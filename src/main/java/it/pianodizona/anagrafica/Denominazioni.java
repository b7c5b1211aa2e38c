package it.pianodizona.anagrafica;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Alphabetical order of names, the same on every database: accents and case do not matter. */
final class Denominazioni {

  private static final Pattern ACCENTI = Pattern.compile("\\p{M}");

  private Denominazioni() {}

  static <T> List<T> inOrdine(List<T> elementi, Function<T, String> nome) {
    record Voce<T>(String chiave, String nome, T elemento) {}
    return elementi.stream()
        .map(elemento -> new Voce<>(chiave(nome.apply(elemento)), nome.apply(elemento), elemento))
        .sorted(Comparator.comparing((Voce<T> v) -> v.chiave()).thenComparing(Voce::nome))
        .map(Voce::elemento)
        .toList();
  }

  private static String chiave(String nome) {
    return ACCENTI
        .matcher(Normalizer.normalize(nome, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
