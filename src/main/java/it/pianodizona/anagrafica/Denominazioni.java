package it.pianodizona.anagrafica;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/** Alphabetical order of names, the same on every database: accents and case do not matter. */
final class Denominazioni {

  private Denominazioni() {}

  static <T> Comparator<T> inOrdine(Function<T, String> nome) {
    return Comparator.comparing((T t) -> chiave(nome.apply(t))).thenComparing(nome);
  }

  private static String chiave(String nome) {
    return Normalizer.normalize(nome, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
