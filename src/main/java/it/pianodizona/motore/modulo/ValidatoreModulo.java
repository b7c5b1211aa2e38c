package it.pianodizona.motore.modulo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  private final Feel feel;
  private final Clock orologio;

  /**
   * @param feel evaluates the expressions of the form over the submitted values
   * @param orologio tells what today is, where a form takes no day of the past
   */
  public ValidatoreModulo(Feel feel, Clock orologio) {
    this.feel = feel;
    this.orologio = orologio;
  }

  /**
   * One Italian sentence per wrong field, in the order of the page; empty when all is well.
   *
   * @param valori what the form holds after the submission, and the variables its rules may name
   * @param inviate the keys the client sent
   * @param preparati what the application had put in the fields that nobody may change
   */
  public List<String> errori(
      Modulo modulo, Map<String, ?> valori, Set<String> inviate, Map<String, ?> preparati) {
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
    for (var campo : modulo.campi()) {
      var prima =
          preparati.containsKey(campo.chiave())
              ? Optional.of(new Preparato(preparati.get(campo.chiave())))
              : Optional.<Preparato>empty();
      controlla(campo, campo.etichetta(), valori, inviate, contesto, prima, errori);
    }
    return errori;
  }

  /**
   * What the application may read of a submission: not the fields that the official could not fill
   * in, whatever a client sent for them.
   */
  public Map<String, Object> leggibili(Modulo modulo, Map<String, ?> valori) {
    var leggibili = new HashMap<String, Object>(valori);
    for (var campo : modulo.campi()) {
      if (nonCompilabile(campo, valori)) {
        leggibili.remove(campo.chiave());
      } else if (campo.tipo().equals("dynamiclist")
          && valori.get(campo.chiave()) instanceof Collection<?> righe) {
        leggibili.put(
            campo.chiave(), righe.stream().map(r -> leggibile(campo, r, valori)).toList());
      }
    }
    return leggibili;
  }

  private Object leggibile(CampoModulo elenco, Object riga, Map<String, ?> contesto) {
    if (!(riga instanceof Map<?, ?> celle)) {
      return riga;
    }
    var dentro = dentro(contesto, celle);
    var leggibile = new HashMap<Object, Object>(celle);
    elenco.colonne().values().stream()
        .filter(colonna -> nascosto(colonna, dentro))
        .map(CampoModulo::chiave)
        .forEach(leggibile::remove);
    return leggibile;
  }

  /** What an expression inside a row may name: its cells come before the fields of the form. */
  private static Map<String, Object> dentro(Map<String, ?> contesto, Map<?, ?> celle) {
    var dentro = new HashMap<String, Object>(contesto);
    celle.forEach((chiave, valore) -> dentro.put(String.valueOf(chiave), valore));
    dentro.put("this", celle);
    dentro.put("parent", contesto);
    return dentro;
  }

  private boolean nonCompilabile(CampoModulo campo, Map<String, ?> contesto) {
    return campo.soloLettura() || nascosto(campo, contesto) || bloccatoOra(campo, contesto);
  }

  private boolean nascosto(CampoModulo campo, Map<String, ?> contesto) {
    return campo.nascostoSe().stream().anyMatch(c -> feel.vera(c, contesto));
  }

  private boolean bloccatoOra(CampoModulo campo, Map<String, ?> contesto) {
    return campo.bloccatoSe().filter(c -> feel.vera(c, contesto)).isPresent();
  }

  /** What the application had put in a field; its own type, because it may be nothing. */
  private record Preparato(Object valore) {

    /** The cells of a column, one per row. */
    List<Object> colonna(String chiave) {
      return valore instanceof Collection<?> righe
          ? righe.stream()
              .map(riga -> riga instanceof Map<?, ?> celle ? (Object) celle.get(chiave) : null)
              .collect(Collectors.toCollection(ArrayList::new))
          : List.of();
    }

    int righe() {
      return ValidatoreModulo.righe(valore);
    }

    /** A cell of a list whose rows neither come nor go. */
    Preparato cella(int riga, String chiave) {
      return new Preparato(riga < righe() ? colonna(chiave).get(riga) : null);
    }
  }

  private static int righe(Object elenco) {
    return elenco instanceof Collection<?> righe ? righe.size() : 0;
  }

  private void controlla(
      CampoModulo campo,
      String nome,
      Map<String, ?> valori,
      Set<String> inviate,
      Map<String, ?> contesto,
      Optional<Preparato> prima,
      List<String> errori) {
    boolean nonCompilabile = nonCompilabile(campo, contesto);
    if (nonCompilabile && !inviate.contains(campo.chiave())) {
      return;
    }
    var valore = valori.get(campo.chiave());
    if ((campo.bloccato() || bloccatoOra(campo, contesto))
        && prima.filter(p -> !uguali(p.valore(), valore)).isPresent()) {
      errori.add(frase(nome, "è in sola lettura: non si può cambiare"));
      return;
    }
    if (campo.righeFisse()
        && inviate.contains(campo.chiave())
        && prima.filter(p -> p.righe() != righe(valore)).isPresent()) {
      errori.add(frase(nome, "ha un numero di righe che non si può cambiare"));
    }
    if (vuoto(valore, campo)) {
      if (campo.obbligatorio() && !nonCompilabile) {
        errori.add(frase(nome, "è obbligatorio: " + atteso(campo)));
      }
      return;
    }
    switch (campo.tipo()) {
      case "textfield", "textarea" -> testo(campo, nome, valore, contesto, errori);
      case "number" -> numero(campo, nome, valore, contesto, errori);
      case "checkbox" -> {
        if (!(valore instanceof Boolean)) {
          errori.add(frase(nome, "non è valido: si accetta solo sì o no"));
        }
      }
      case "datetime" -> data(campo, nome, valore, errori);
      case "radio", "select" -> scelta(campo, nome, List.of(valore), contesto, errori);
      case "checklist", "taglist" -> {
        if (valore instanceof Collection<?> scelte) {
          scelta(campo, nome, scelte, contesto, errori);
        } else {
          errori.add(frase(nome, "non è valido: si accetta un elenco di scelte"));
        }
      }
      case "dynamiclist" -> righe(campo, nome, valore, contesto, prima, errori);
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

  private void testo(
      CampoModulo campo, String nome, Object valore, Map<String, ?> contesto, List<String> errori) {
    if (!(valore instanceof String testo)) {
      errori.add(frase(nome, "non è valido: si accetta un testo"));
      return;
    }
    int minimo = limite(campo, "minLength", contesto).map(BigDecimal::intValue).orElse(0);
    int massimo =
        limite(campo, "maxLength", contesto).map(BigDecimal::intValue).orElse(LUNGHEZZA_MASSIMA);
    int lunghezza = testo.strip().length();
    if (lunghezza < minimo) {
      errori.add(
          frase(nome, "è troppo corto: almeno " + minimo + " caratteri, ne ha " + lunghezza));
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

  private void numero(
      CampoModulo campo, String nome, Object valore, Map<String, ?> contesto, List<String> errori) {
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
    limite(campo, "min", contesto)
        .filter(min -> numero.compareTo(min) < 0)
        .ifPresent(min -> errori.add(frase(nome, "deve essere almeno " + italiano(min))));
    limite(campo, "max", contesto)
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
    campo
        .passo()
        .filter(passo -> numero.remainder(passo).signum() != 0)
        .ifPresent(
            passo -> errori.add(frase(nome, "deve essere un multiplo di " + italiano(passo))));
  }

  /** A limit of a field; none when its expression gives no number with these values. */
  private Optional<BigDecimal> limite(CampoModulo campo, String regola, Map<String, ?> contesto) {
    return campo
        .regola(regola)
        .flatMap(
            scritto ->
                scritto.startsWith("=")
                    ? Optional.ofNullable(feel.valuta(scritto.substring(1), contesto))
                        .filter(Number.class::isInstance)
                        .map(Object::toString)
                    : Optional.of(scritto))
        .map(BigDecimal::new);
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
        case "time" -> passo(campo, nome, ora(campo, testo), errori);
        case "datetime" -> {
          var momento =
              campo.oraSenzaFuso()
                  ? LocalDateTime.parse(testo)
                  : OffsetDateTime.parse(testo).toLocalDateTime();
          giorno(campo, nome, momento.toLocalDate(), testo, errori);
          passo(campo, nome, momento.toLocalTime(), errori);
        }
        default -> giorno(campo, nome, LocalDate.parse(testo), testo, errori);
      }
    } catch (DateTimeParseException e) {
      errori.add(frase(nome, "non è valido: " + atteso(campo) + ", non «" + breve(testo) + "»"));
    }
  }

  private static LocalTime ora(CampoModulo campo, String testo) {
    return campo.oraSenzaFuso() ? LocalTime.parse(testo) : OffsetTime.parse(testo).toLocalTime();
  }

  private static void passo(CampoModulo campo, String nome, LocalTime ora, List<String> errori) {
    if (ora.getMinute() % campo.intervalloMinuti() != 0) {
      errori.add(frase(nome, "si indica a intervalli di " + campo.intervalloMinuti() + " minuti"));
    }
  }

  private void giorno(
      CampoModulo campo, String nome, LocalDate giorno, String testo, List<String> errori) {
    anno(giorno.getYear(), testo);
    if (campo.soloDaOggi() && giorno.isBefore(LocalDate.now(orologio))) {
      errori.add(frase(nome, "non può essere un giorno già passato"));
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
      Map<String, ?> contesto,
      List<String> errori) {
    var ammesse = opzioni(campo, contesto);
    if (new HashSet<>(scelte).size() < scelte.size()) {
      errori.add(frase(nome, "contiene due volte la stessa scelta"));
    }
    scelte.stream()
        .filter(scelta -> ammesse.stream().noneMatch(ammessa -> uguali(ammessa, scelta)))
        .forEach(
            scelta ->
                errori.add(
                    frase(nome, "non ammette «" + breve(scelta) + "»: si sceglie dall'elenco")));
  }

  /**
   * In the order in which the page looks for them; a field with no source has nothing to choose.
   */
  private List<?> opzioni(CampoModulo campo, Map<String, ?> contesto) {
    var daVariabile = campo.chiaveOpzioni();
    if (daVariabile.isPresent()) {
      return opzioni(contesto.get(daVariabile.get()));
    }
    return campo
        .opzioni()
        .orElseGet(
            () ->
                campo
                    .espressioneOpzioni()
                    .map(espressione -> opzioni(feel.valuta(espressione, contesto)))
                    .orElse(List.of()));
  }

  private static List<Object> opzioni(Object elenco) {
    return elenco instanceof Collection<?> opzioni
        ? opzioni.stream()
            .map(opzione -> opzione instanceof Map<?, ?> coppia ? coppia.get("value") : opzione)
            .filter(Objects::nonNull)
            .map(Object.class::cast)
            .toList()
        : List.of();
  }

  /** Same kind and same value; an empty text is nothing, and 10 is 10.0. */
  private static boolean uguali(Object uno, Object altro) {
    if (uno instanceof Number && altro instanceof Number) {
      try {
        return new BigDecimal(uno.toString()).compareTo(new BigDecimal(altro.toString())) == 0;
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return Objects.equals("".equals(uno) ? null : uno, "".equals(altro) ? null : altro);
  }

  private void righe(
      CampoModulo campo,
      String nome,
      Object valore,
      Map<String, ?> contesto,
      Optional<Preparato> prima,
      List<String> errori) {
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
      var dentro = dentro(contesto, celle);
      for (var colonna : campo.colonne().values()) {
        controlla(
            colonna,
            nome + ", riga " + numero + ", " + colonna.etichetta(),
            valori,
            valori.keySet(),
            dentro,
            dellaCella(campo, colonna, numero, valori.get(colonna.chiave()), prima),
            errori);
      }
    }
  }

  /**
   * What a cell held before. Where rows come and go a cell may hold what any row held, or nothing.
   */
  private static Optional<Preparato> dellaCella(
      CampoModulo elenco,
      CampoModulo colonna,
      int riga,
      Object valore,
      Optional<Preparato> dellElenco) {
    if (dellElenco.isEmpty()) {
      return Optional.empty();
    }
    if (elenco.righeFisse()) {
      return Optional.of(dellElenco.get().cella(riga - 1, colonna.chiave()));
    }
    var celle = dellElenco.get().colonna(colonna.chiave());
    return celle.stream().anyMatch(cella -> uguali(cella, valore))
        ? Optional.empty()
        : Optional.of(new Preparato(null));
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
