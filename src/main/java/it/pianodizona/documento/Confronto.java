package it.pianodizona.documento;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What changed between two versions of the document, or two texts: part by part and card by card,
 * word by word. A card is recognised by its key, never by its title.
 */
public final class Confronto {

  // marks that no person types, so that what people typed is never taken for a mark
  private static final String TOLTO = "\uE000";
  private static final String FINE_TOLTO = "\uE001";
  private static final String NUOVO = "\uE002";
  private static final String FINE_NUOVO = "\uE003";
  private static final Pattern SEGNI = Pattern.compile("[\uE000-\uE003]");
  private static final Pattern PEZZI =
      Pattern.compile("\uE000([^\uE001]*)\uE001|\uE002([^\uE003]*)\uE003|([^\uE000\uE002]+)");

  private static final DiffRowGenerator PAROLE =
      DiffRowGenerator.create()
          .showInlineDiffs(true)
          .inlineDiffByWord(true)
          .mergeOriginalRevised(true)
          .replaceOriginalLinefeedInChangesWithSpaces(false)
          .lineNormalizer(Function.identity())
          .oldTag(apre -> apre ? TOLTO : FINE_TOLTO)
          .newTag(apre -> apre ? NUOVO : FINE_NUOVO)
          .build();

  private Confronto() {}

  /** What happened to a piece of text or to a card. */
  public enum Cambiamento {
    UGUALE,
    AGGIUNTO,
    TOLTO,
    MODIFICATO
  }

  /** Some words, equal in both, only in the second or only in the first. */
  public record Pezzo(Cambiamento cambiamento, String testo) {}

  /** One line, in pieces. */
  public record Riga(List<Pezzo> pezzi) {}

  /** A part's text or a card, with its lines. */
  public record Voce(String titolo, Cambiamento cambiamento, List<Riga> righe) {}

  /** One part of the document with what changed in it; no entries when nothing did. */
  public record ParteConfrontata(Parte parte, List<Voce> voci) {}

  /** Compares two versions, part by part. */
  public static List<ParteConfrontata> versioni(Contenuto prima, Contenuto dopo) {
    var parti = new ArrayList<ParteConfrontata>();
    for (var parte : Parte.values()) {
      var voci = new ArrayList<Voce>();
      aggiungi(
          voci, "Testo", prima.sezione(parte).testoOVuoto(), dopo.sezione(parte).testoOVuoto());
      if (parte == Parte.ESITI) {
        schede(
            voci,
            prima.esiti(),
            dopo.esiti(),
            EsitoNumerato::numero,
            e -> "Esito: " + e.esito().obiettivo(),
            e -> TestoScheda.di(e.esito()));
      }
      if (parte == Parte.OBIETTIVI) {
        schede(
            voci,
            prima.obiettivi(),
            dopo.obiettivi(),
            Obiettivo::chiave,
            o -> "Obiettivo " + o.etichetta(),
            o -> TestoScheda.di(o.scheda(), o.indicatori(), o.fondi()));
      }
      parti.add(new ParteConfrontata(parte, voci));
    }
    return parti;
  }

  private static <S> void schede(
      List<Voce> voci,
      List<S> prima,
      List<S> dopo,
      Function<S, Object> chiave,
      Function<S, String> titolo,
      Function<S, String> testo) {
    Map<Object, S> vecchie = prima.stream().collect(Collectors.toMap(chiave, Function.identity()));
    Map<Object, S> nuove =
        dopo.stream()
            .collect(
                Collectors.toMap(
                    chiave, Function.identity(), (una, altra) -> una, LinkedHashMap::new));
    nuove.forEach(
        (suaChiave, scheda) ->
            aggiungi(
                voci,
                titolo.apply(scheda),
                Optional.ofNullable(vecchie.get(suaChiave)).map(testo).orElse(null),
                testo.apply(scheda)));
    prima.stream()
        .filter(scheda -> !nuove.containsKey(chiave.apply(scheda)))
        .forEach(scheda -> aggiungi(voci, titolo.apply(scheda), testo.apply(scheda), null));
  }

  private static void aggiungi(List<Voce> voci, String titolo, String prima, String dopo) {
    if (!Objects.equals(prima, dopo)) {
      var cambiamento =
          prima == null || prima.isEmpty()
              ? Cambiamento.AGGIUNTO
              : dopo == null || dopo.isEmpty() ? Cambiamento.TOLTO : Cambiamento.MODIFICATO;
      voci.add(new Voce(titolo, cambiamento, testi(prima, dopo)));
    }
  }

  /** Compares two texts, word by word; {@code null} is an empty text. */
  public static List<Riga> testi(String prima, String dopo) {
    return PAROLE.generateDiffRows(righe(prima), righe(dopo)).stream()
        .map(Confronto::riga)
        .toList();
  }

  private static List<String> righe(String testo) {
    return testo == null || testo.isEmpty()
        ? List.of()
        : SEGNI.matcher(testo).replaceAll("\uFFFD").lines().toList();
  }

  private static Riga riga(DiffRow riga) {
    var pezzi = new ArrayList<Pezzo>();
    var trovati = PEZZI.matcher(riga.getOldLine());
    while (trovati.find()) {
      if (trovati.group(1) != null) {
        pezzi.add(new Pezzo(Cambiamento.TOLTO, trovati.group(1)));
      } else if (trovati.group(2) != null) {
        pezzi.add(new Pezzo(Cambiamento.AGGIUNTO, trovati.group(2)));
      } else {
        pezzi.add(new Pezzo(Cambiamento.UGUALE, trovati.group(3)));
      }
    }
    return new Riga(pezzi);
  }
}
