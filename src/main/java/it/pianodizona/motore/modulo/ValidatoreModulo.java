package it.pianodizona.motore.modulo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Repeats on the server every check that a Camunda Form does in the browser, because the engine
 * does none: a client that talks to the REST API must meet the same rules.
 */
public class ValidatoreModulo {

  /** Longest text the engine stores in a variable; also the limit of a form that sets none. */
  static final int LUNGHEZZA_MASSIMA = 4_000;

  /** Largest number our tables store; also the limit of a form that sets none. */
  private static final BigDecimal NUMERO_MASSIMO = new BigDecimal("9999999999999.99");

  private static final Pattern NUMERO = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,10})?");

  /** Control characters, which PostgreSQL or a mail refuses, and halves of a character. */
  private static final Pattern ILLEGGIBILE =
      Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n\t\r]]|\r(?!\n)");

  private static final Pattern A_CAPO = Pattern.compile("[\n\r\u2028\u2029]");

  private static final Pattern MARCATURA =
      Pattern.compile("<\\s*/?\\s*[a-zA-Z!][^<>]*>|<\\s*script", Pattern.CASE_INSENSITIVE);
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern TELEFONO = Pattern.compile("\\+?[0-9][0-9 ./()-]{4,24}");

  private final BiPredicate<String, Map<String, ?>> feel;

  /**
   * @param feel evaluates a FEEL condition over the submitted values
   */
  public ValidatoreModulo(BiPredicate<String, Map<String, ?>> feel) {
    this.feel = feel;
  }

  /** One Italian sentence per wrong field, in the order of the page; empty when all is well. */
  public List<String> errori(Modulo modulo, Map<String, ?> valori, Set<String> inviate) {
    var errori = new ArrayList<String>();
    var ignote = new HashSet<>(inviate);
    ignote.removeAll(modulo.chiavi());
    ignote.stream()
        .sorted()
        .map(chiave -> "«" + breve(chiave) + "»: campo sconosciuto, non fa parte di questo modulo.")
        .forEach(errori::add);
    // options and conditions written by the client must not decide about its own fields
    var contesto = new HashMap<String, Object>(valori);
    contesto.keySet().removeAll(ignote);
    modulo
        .campi()
        .forEach(campo -> controlla(campo, campo.etichetta(), valori, inviate, contesto, errori));
    return errori;
  }

  /**
   * What the application may read of a submission: not the fields that the official could not fill
   * in, whatever a client sent for them.
   */
  public Map<String, Object> leggibili(Modulo modulo, Map<String, ?> valori) {
    var leggibili = new HashMap<String, Object>(valori);
    modulo.campi().stream()
        .filter(campo -> nonCompilabile(campo, valori))
        .map(CampoModulo::chiave)
        .forEach(leggibili::remove);
    return leggibili;
  }

  private boolean nonCompilabile(CampoModulo campo, Map<String, ?> contesto) {
    return campo.soloLettura() || campo.nascostoSe().stream().anyMatch(c -> feel.test(c, contesto));
  }

  private void controlla(
      CampoModulo campo,
      String nome,
      Map<String, ?> valori,
      Set<String> inviate,
      Map<String, ?> contesto,
      List<String> errori) {
    boolean nonCompilabile = nonCompilabile(campo, contesto);
    if (nonCompilabile && !inviate.contains(campo.chiave())) {
      return;
    }
    var valore = valori.get(campo.chiave());
    if (vuoto(valore, campo)) {
      if (campo.obbligatorio() && !nonCompilabile) {
        errori.add(frase(nome, "è obbligatorio: " + atteso(campo)));
      }
      return;
    }
    switch (campo.tipo()) {
      case "textfield", "textarea" -> testo(campo, nome, valore, errori);
      case "number" -> numero(campo, nome, valore, errori);
      case "checkbox" -> {
        if (!(valore instanceof Boolean)) {
          errori.add(frase(nome, "non è valido: si accetta solo sì o no"));
        }
      }
      case "datetime" -> data(campo, nome, valore, errori);
      case "radio", "select" -> scelta(campo, nome, List.of(valore), valori, contesto, errori);
      case "checklist", "taglist" -> {
        if (valore instanceof Collection<?> scelte) {
          scelta(campo, nome, scelte, valori, contesto, errori);
        } else {
          errori.add(frase(nome, "non è valido: si accetta un elenco di scelte"));
        }
      }
      case "dynamiclist" -> righe(campo, nome, valore, contesto, errori);
      default -> {
        // button, expression and the like carry nothing that the application reads
      }
    }
  }

  private static boolean vuoto(Object valore, CampoModulo campo) {
    return valore == null
        || valore instanceof String testo && testo.isBlank()
        || valore instanceof Collection<?> elenco && elenco.isEmpty() && campo.multiplo()
        // a required box that must be ticked is empty while it is false
        || Boolean.FALSE.equals(valore) && campo.tipo().equals("checkbox") && campo.obbligatorio();
  }

  private void testo(CampoModulo campo, String nome, Object valore, List<String> errori) {
    if (!(valore instanceof String testo)) {
      errori.add(frase(nome, "non è valido: si accetta un testo"));
      return;
    }
    int minimo = campo.regola("minLength").map(Integer::parseInt).orElse(0);
    int massimo = campo.regola("maxLength").map(Integer::parseInt).orElse(LUNGHEZZA_MASSIMA);
    if (testo.length() < minimo) {
      errori.add(
          frase(nome, "è troppo corto: almeno " + minimo + " caratteri, ne ha " + testo.length()));
    }
    if (testo.length() > massimo) {
      errori.add(
          frase(
              nome,
              "è troppo lungo: al massimo " + massimo + " caratteri, ne ha " + testo.length()));
    }
    if (ILLEGGIBILE.matcher(testo).find()) {
      errori.add(
          frase(
              nome,
              "contiene caratteri illeggibili: si accettano lettere, cifre, segni, a capo e"
                  + " tabulazioni"));
    }
    if (campo.tipo().equals("textfield") && A_CAPO.matcher(testo).find()) {
      errori.add(frase(nome, "va scritto su una riga sola, senza andare a capo"));
    }
    if (MARCATURA.matcher(testo).find()) {
      errori.add(frase(nome, "contiene marcatura HTML: si accetta solo testo semplice"));
    }
    campo
        .regola("pattern")
        .filter(p -> !Pattern.compile(p).matcher(testo).find())
        .ifPresent(
            p -> errori.add(frase(nome, "non ha la forma attesa (" + esempio(campo, p) + ")")));
    campo
        .regola("validationType")
        .ifPresent(
            tipo -> {
              if (tipo.equals("email") && !EMAIL.matcher(testo).matches()) {
                errori.add(frase(nome, "non è un indirizzo e-mail, per esempio nome@ente.it"));
              }
              if (tipo.equals("phone") && !TELEFONO.matcher(testo).matches()) {
                errori.add(frase(nome, "non è un numero di telefono"));
              }
            });
  }

  private void numero(CampoModulo campo, String nome, Object valore, List<String> errori) {
    if (!(valore instanceof Number) && !(valore instanceof String)) {
      errori.add(frase(nome, "non è valido: si accetta un numero"));
      return;
    }
    BigDecimal numero;
    try {
      numero = decimale(valore);
    } catch (NumberFormatException e) {
      errori.add(frase(nome, "non è valido: si accetta un numero, non «" + breve(valore) + "»"));
      return;
    }
    if (numero.abs().compareTo(NUMERO_MASSIMO) > 0) {
      errori.add(frase(nome, "non è valido: il numero è troppo grande"));
      return;
    }
    campo
        .regola("min")
        .map(BigDecimal::new)
        .filter(min -> numero.compareTo(min) < 0)
        .ifPresent(min -> errori.add(frase(nome, "deve essere almeno " + italiano(min))));
    campo
        .regola("max")
        .map(BigDecimal::new)
        .filter(max -> numero.compareTo(max) > 0)
        .ifPresent(max -> errori.add(frase(nome, "deve essere al massimo " + italiano(max))));
    if (campo.decimali() >= 0 && numero.stripTrailingZeros().scale() > campo.decimali()) {
      errori.add(
          frase(
              nome,
              campo.decimali() == 0
                  ? "deve essere un numero intero"
                  : "ha troppe cifre decimali: al massimo " + campo.decimali()));
    }
  }

  /** A text must be written in plain digits: no exponents, signs or digits of other scripts. */
  private static BigDecimal decimale(Object valore) {
    var testo = valore.toString();
    if (valore instanceof String && !NUMERO.matcher(testo).matches()) {
      throw new NumberFormatException(testo);
    }
    return new BigDecimal(testo);
  }

  private void data(CampoModulo campo, String nome, Object valore, List<String> errori) {
    var testo = String.valueOf(valore);
    try {
      switch (campo.sottotipo()) {
        case "time" -> ora(campo, testo);
        case "datetime" -> anno(OffsetDateTime.parse(testo).getYear(), testo);
        default -> anno(LocalDate.parse(testo).getYear(), testo);
      }
    } catch (DateTimeParseException e) {
      errori.add(frase(nome, "non è valido: " + atteso(campo) + ", non «" + breve(testo) + "»"));
    }
  }

  private static void ora(CampoModulo campo, String testo) {
    if (campo.oraSenzaFuso()) {
      LocalTime.parse(testo);
    } else {
      OffsetTime.parse(testo);
    }
  }

  private static void anno(int anno, String testo) {
    if (anno < 1900 || anno > 2199) {
      throw new DateTimeParseException("Anno fuori dall'intervallo 1900-2199", testo, 0);
    }
  }

  private void scelta(
      CampoModulo campo,
      String nome,
      Collection<?> scelte,
      Map<String, ?> valori,
      Map<String, ?> contesto,
      List<String> errori) {
    var ammesse = campo.opzioni().or(() -> opzioniDaVariabile(campo, contesto));
    if (new HashSet<>(scelte).size() < scelte.size()) {
      errori.add(frase(nome, "contiene due volte la stessa scelta"));
    }
    ammesse.ifPresent(
        opzioni ->
            scelte.stream()
                .filter(scelta -> !opzioni.contains(String.valueOf(scelta)))
                .forEach(
                    scelta ->
                        errori.add(
                            frase(
                                nome,
                                "non ammette «" + breve(scelta) + "»: si sceglie dall'elenco"))));
  }

  private static Optional<List<String>> opzioniDaVariabile(
      CampoModulo campo, Map<String, ?> contesto) {
    return campo
        .chiaveOpzioni()
        .map(
            chiave ->
                contesto.get(chiave) instanceof Collection<?> opzioni
                    ? opzioni.stream().map(ValidatoreModulo::valoreOpzione).toList()
                    : List.<String>of());
  }

  private static String valoreOpzione(Object opzione) {
    return opzione instanceof Map<?, ?> coppia
        ? String.valueOf(coppia.get("value"))
        : String.valueOf(opzione);
  }

  private void righe(
      CampoModulo campo, String nome, Object valore, Map<String, ?> contesto, List<String> errori) {
    if (!(valore instanceof Collection<?> righe)) {
      errori.add(frase(nome, "non è valido: si accetta un elenco di righe"));
      return;
    }
    int numero = 0;
    for (var riga : righe) {
      numero++;
      if (!(riga instanceof Map<?, ?> celle)) {
        errori.add(frase(nome + ", riga " + numero, "non è valida"));
        continue;
      }
      @SuppressWarnings("unchecked")
      var valori = (Map<String, ?>) celle;
      for (var chiave : valori.keySet()) {
        if (!campo.colonne().containsKey(chiave)) {
          errori.add(
              frase(nome + ", riga " + numero + ", " + breve(chiave), "è un campo sconosciuto"));
        }
      }
      for (var colonna : campo.colonne().values()) {
        controlla(
            colonna,
            nome + ", riga " + numero + ", " + colonna.etichetta(),
            valori,
            valori.keySet(),
            contesto,
            errori);
      }
    }
  }

  private static String atteso(CampoModulo campo) {
    return switch (campo.tipo()) {
      case "number" -> "si accetta un numero";
      case "checkbox" -> "la casella va spuntata";
      case "radio", "select" -> "si sceglie una voce dall'elenco";
      case "checklist", "taglist" -> "si sceglie almeno una voce";
      case "dynamiclist" -> "serve almeno una riga";
      case "datetime" ->
          switch (campo.sottotipo()) {
            case "time" -> "si accetta un'ora, per esempio 16:00";
            case "datetime" -> "si accettano una data e un'ora";
            default -> "si accetta una data, per esempio 2024-10-02";
          };
      default -> "si accetta un testo";
    };
  }

  private static String esempio(CampoModulo campo, String espressione) {
    return campo.descrizione().orElse("espressione " + espressione);
  }

  private static String frase(String nome, String problema) {
    return "«" + nome + "» " + problema + ".";
  }

  private static String italiano(BigDecimal numero) {
    return numero.toPlainString().replace('.', ',');
  }

  /** The beginning of what a client sent, fit for a message. */
  static String breve(Object valore) {
    var testo = String.valueOf(valore);
    var inizio = testo.length() > 40 ? testo.substring(0, 40) + "…" : testo;
    return ILLEGGIBILE.matcher(inizio).replaceAll("�");
  }
}
