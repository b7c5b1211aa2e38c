package it.pianodizona.documento;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads an objective as people write it, field by field; what is wrong is told for each field, all
 * at once.
 */
public final class LetturaObiettivo {

  private static final Set<String> SI = Set.of("sì", "si", "s", "vero", "true", "on", "x");
  private static final Set<String> NO = Set.of("no", "n", "falso", "false", "");

  private final Map<CampoObiettivo, String> valori;
  private final Map<CampoObiettivo, String> errori = new EnumMap<>(CampoObiettivo.class);

  /**
   * @param valori as written; a missing field is an empty one
   */
  public LetturaObiettivo(Map<CampoObiettivo, String> valori) {
    this.valori = valori;
    for (var campo : CampoObiettivo.values()) {
      controlla(campo);
    }
    senzaQuali(CampoObiettivo.TRASVERSALE, CampoObiettivo.AREE);
    senzaQuali(CampoObiettivo.COPROGETTATO, CampoObiettivo.ATTORI);
  }

  /** What is accepted in each field that is wrong; empty when all is well. */
  public Map<CampoObiettivo, String> errori() {
    return errori;
  }

  /** The names of the shared budgets it draws on. */
  public Set<String> fondi() {
    return Arrays.stream(testo(CampoObiettivo.FONDI).split(";"))
        .map(String::strip)
        .filter(nome -> !nome.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The objective; only when there are no errors. */
  public SchedaObiettivo scheda() {
    if (!errori.isEmpty()) {
      throw new IllegalStateException("Objective with errors: " + errori.keySet());
    }
    return new SchedaObiettivo(
        testo(CampoObiettivo.TITOLO),
        macroarea(),
        testo(CampoObiettivo.DESCRIZIONE),
        testo(CampoObiettivo.TARGET),
        importo(),
        testo(CampoObiettivo.PERSONALE),
        siNo(CampoObiettivo.TRASVERSALE),
        testo(CampoObiettivo.AREE),
        siNo(CampoObiettivo.SOCIOSANITARIA),
        siNo(CampoObiettivo.CONTINUITA),
        siNo(CampoObiettivo.COPROGETTATO),
        testo(CampoObiettivo.ATTORI),
        testo(CampoObiettivo.BISOGNI),
        testo(CampoObiettivo.MODALITA),
        testo(CampoObiettivo.RISULTATI),
        testo(CampoObiettivo.IMPATTO),
        siNo(CampoObiettivo.PREMIALITA));
  }

  private void controlla(CampoObiettivo campo) {
    var testo = testo(campo);
    if (campo.obbligatorio() && testo.isEmpty()) {
      errori.put(
          campo,
          campo.genere() == CampoObiettivo.Genere.MACROAREA
              ? elencoMacroaree()
              : "un testo da 1 a %d caratteri".formatted(campo.lunghezza()));
      return;
    }
    switch (campo.genere()) {
      case TESTO -> {
        if (testo.length() > campo.lunghezza()) {
          errori.put(campo, "un testo di al massimo %d caratteri".formatted(campo.lunghezza()));
        }
      }
      case MACROAREA -> {
        if (macroarea() == null) {
          errori.put(campo, elencoMacroaree());
        }
      }
      case IMPORTO -> {
        try {
          if (importo().negativo()) {
            errori.put(campo, "un importo maggiore o uguale a zero");
          }
        } catch (DatoNonValido e) {
          errori.put(campo, e.accettato());
        }
      }
      case SI_NO -> {
        var risposta = testo.toLowerCase(Locale.ITALIAN);
        if (!SI.contains(risposta) && !NO.contains(risposta)) {
          errori.put(campo, "sì oppure no");
        }
      }
    }
  }

  private void senzaQuali(CampoObiettivo domanda, CampoObiettivo quali) {
    if (siNo(domanda) && testo(quali).isEmpty()) {
      errori.put(quali, "un testo: «%s» è sì".formatted(domanda.etichetta()));
    }
  }

  private static String elencoMacroaree() {
    return "una lettera da A a J";
  }

  private String testo(CampoObiettivo campo) {
    return Testi.pulito(valori.get(campo));
  }

  private boolean siNo(CampoObiettivo campo) {
    return SI.contains(testo(campo).toLowerCase(Locale.ITALIAN));
  }

  private Denaro importo() {
    var testo = testo(CampoObiettivo.RISORSE);
    return testo.isEmpty() ? Denaro.ZERO : Denaro.euro(testo);
  }

  /** "E", "E." and "E. Anziani" all name the same area. */
  private Macroarea macroarea() {
    var testo = testo(CampoObiettivo.MACROAREA).toUpperCase(Locale.ITALIAN);
    return List.of(Macroarea.values()).stream()
        .filter(
            area ->
                testo.equals(area.name())
                    || testo.equals(area.name() + ".")
                    || testo.equals(area.etichetta().toUpperCase(Locale.ITALIAN)))
        .findFirst()
        .orElse(null);
  }
}
