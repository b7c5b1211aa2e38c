package it.pianodizona;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every way to fill in a form wrongly that its definition lets one think of, one field at a time.
 * Reads the definition by itself, not through the classes under test.
 */
final class ValoriSbagliati {

  /** Stands for the fields that a form does not have. */
  static final String SCONOSCIUTO = "";

  private static final int LIMITE_DEL_MOTORE = 4_000;

  private final Map<String, ?> giusti;
  private final List<Sbaglio> sbagli = new ArrayList<>();

  /**
   * One wrong value.
   *
   * @param campo the field, or {@link #SCONOSCIUTO}
   * @param nome what the refusal must name: the label of the field, or the unknown key
   * @param condizionato whether it is wrong only as long as the other answers stay as they are
   */
  record Sbaglio(String campo, String chiave, Object valore, String nome, boolean condizionato) {}

  /**
   * @param definizione the deployed form
   * @param giusti a right submission, prefilled values included, as plain lists and maps
   */
  static List<Sbaglio> di(JsonNode definizione, Map<String, ?> giusti) {
    var valori = new ValoriSbagliati(giusti);
    valori.deiCampi(definizione.path("components"), false);
    valori.sconosciuti();
    return valori.sbagli;
  }

  private ValoriSbagliati(Map<String, ?> giusti) {
    this.giusti = giusti;
  }

  private void deiCampi(JsonNode componenti, boolean condizionati) {
    for (var componente : componenti) {
      boolean condizionato = condizionati || componente.has("conditional");
      var tipo = componente.path("type").asText();
      if (tipo.equals("group")) {
        deiCampi(componente.path("components"), condizionato);
      } else if (tipo.equals("dynamiclist")) {
        delleRighe(componente);
      } else if (componente.has("key")) {
        delCampo(componente, condizionato);
      }
    }
  }

  private void delCampo(JsonNode campo, boolean condizionato) {
    var chiave = campo.path("key").asText();
    var nome = etichetta(campo);
    for (var valore : sbagliati(campo)) {
      sbagli.add(new Sbaglio(chiave, chiave, valore, nome, false));
    }
    boolean compilato = giusti.get(chiave) != null && !giusti.get(chiave).equals("");
    if (obbligatorio(campo) && (!condizionato || compilato)) {
      for (var vuoto : vuoti(campo)) {
        sbagli.add(new Sbaglio(chiave, chiave, vuoto, nome, condizionato));
      }
    }
    var opzioni = campo.path("valuesKey").asText("");
    if (!opzioni.isEmpty()) {
      opzioniDelCliente(opzioni);
    }
  }

  private void delleRighe(JsonNode elenco) {
    var chiave = elenco.path("path").asText();
    var nome = etichetta(elenco);
    for (var valore : Arrays.<Object>asList("righe", 3, true, Map.of("a", "b"), List.of("riga"))) {
      sbagli.add(new Sbaglio(chiave, chiave, valore, nome, false));
    }
    sbagli.add(righe(chiave, "amministratore", true, "amministratore"));
    for (var colonna : elenco.path("components")) {
      var campo = colonna.path("key").asText("");
      if (campo.isEmpty()) {
        continue;
      }
      var dellaColonna = nome + ", riga 1, " + etichetta(colonna);
      for (var valore : sbagliati(colonna)) {
        sbagli.add(righe(chiave, campo, valore, dellaColonna));
      }
      if (obbligatorio(colonna)) {
        for (var vuoto : vuoti(colonna)) {
          sbagli.add(righe(chiave, campo, vuoto, dellaColonna));
        }
      }
      var opzioni = colonna.path("valuesKey").asText("");
      if (!opzioni.isEmpty()) {
        opzioniDelCliente(opzioni);
      }
    }
  }

  /** The right rows with one wrong cell in the first; one row alone when there were none. */
  private Sbaglio righe(String chiave, String colonna, Object valore, String nome) {
    var righe = new ArrayList<Object>();
    if (giusti.get(chiave) instanceof Collection<?> precedenti) {
      righe.addAll(precedenti);
    }
    var prima = new HashMap<String, Object>();
    if (!righe.isEmpty() && righe.remove(0) instanceof Map<?, ?> celle) {
      celle.forEach((cella, contenuto) -> prima.put(cella.toString(), contenuto));
    }
    prima.put(colonna, valore);
    righe.add(0, prima);
    return new Sbaglio(nome, chiave, righe, nome, false);
  }

  private void opzioniDelCliente(String chiave) {
    var opzioni = List.of(Map.of("label", "Aggiunta", "value", "NON-ESISTE"));
    sbagli.add(sconosciuto(chiave, opzioni, chiave));
  }

  private static Sbaglio sconosciuto(String chiave, Object valore, String nome) {
    return new Sbaglio(SCONOSCIUTO, chiave, valore, nome, false);
  }

  private void sconosciuti() {
    Stream.of(
            sconosciuto("amministratore", true, "amministratore"),
            sconosciuto("pianoId", 999_999L, "pianoId"),
            sconosciuto("codiceAmbito", "50001", "codiceAmbito"),
            sconosciuto("lunghissimo", "x".repeat(100_000), "lunghissimo"),
            sconosciuto("chiave".repeat(60), "x", "chiavechiave"),
            sconosciuto("con\u0000nullo", "\u0000", "con"))
        .forEach(sbagli::add);
  }

  private static List<Object> sbagliati(JsonNode campo) {
    return switch (campo.path("type").asText()) {
      case "textfield" -> testi(campo, "prima riga\nseconda riga");
      case "textarea" -> testi(campo);
      case "number" -> numeri(campo);
      case "checkbox" -> List.of("true", "forse", 1, List.of(), Map.of("a", true));
      case "datetime" -> date(campo.path("subtype").asText());
      case "radio", "select" ->
          List.of("NON-ESISTE", "<script>alert(1)</script>", 999, true, List.of("x"), Map.of());
      case "checklist", "taglist" ->
          List.of("NON-ESISTE", "[]", 3, Map.of("a", "b"), List.of("NON-ESISTE"), List.of("", ""));
      default -> throw new AssertionError("Tipo di campo che la prova non conosce: " + campo);
    };
  }

  private static List<Object> testi(JsonNode campo, String... altri) {
    var regole = campo.path("validate");
    var sbagliati = new ArrayList<Object>(List.of(altri));
    sbagliati.addAll(
        List.of(
            12,
            true,
            List.of(),
            List.of("testo"),
            Map.of("testo", "x"),
            "a".repeat(regole.path("maxLength").asInt(LIMITE_DEL_MOTORE) + 1),
            "<script>alert(1)</script>",
            "con\u0000nullo",
            "con\u0007campanello",
            "con\u001b[31mcolore",
            "mezzo carattere \ud800"));
    if (regole.path("minLength").asInt(0) > 1) {
      sbagliati.add("a".repeat(regole.path("minLength").asInt() - 1));
    }
    if (regole.has("pattern")) {
      sbagliati.add("§§§§");
    }
    if (regole.path("validationType").asText().equals("email")) {
      sbagliati.addAll(List.of("nessuno", "a@b", "due nomi@ente.example"));
    }
    return sbagliati;
  }

  private static List<Object> numeri(JsonNode campo) {
    var regole = campo.path("validate");
    var sbagliati =
        new ArrayList<Object>(
            List.of(
                "molto",
                "0x10",
                "1.000,50",
                "NaN",
                "1e400",
                "9".repeat(100_000),
                Double.NaN,
                1e300,
                true,
                List.of(),
                List.of(1),
                Map.of("valore", 1)));
    if (regole.has("min")) {
      sbagliati.addAll(List.of(regole.path("min").asDouble() - 1, -1e15));
    }
    if (regole.has("max")) {
      sbagliati.add(regole.path("max").asDouble() + 1);
    }
    if (campo.has("decimalDigits")) {
      sbagliati.add(1.123456);
    }
    return sbagliati;
  }

  private static List<Object> date(String sottotipo) {
    var sbagliati =
        new ArrayList<Object>(
            List.of("ieri", "31/12/2024", "2024-02-30", "0001-01-01", 20240101, true, List.of()));
    sbagliati.addAll(
        switch (sottotipo) {
          // the last one is not among the hours that the page offers
          case "time" -> List.of("25:00", "16.00", "16", "16:00+02:00", "16:07");
          case "datetime" ->
              List.of(
                  "2024-11-06",
                  "2024-11-06T18:00",
                  "2024-11-06T25:00+01:00",
                  "2024-13-06T18:00+01:00",
                  "2024-11-06T18:07+01:00",
                  "+999999999-01-01T18:00+01:00");
          default -> List.of("2024-11-06T18:00+01:00", "2024-13-01", "+999999999-01-01");
        });
    return sbagliati;
  }

  private static List<Object> vuoti(JsonNode campo) {
    return switch (campo.path("type").asText()) {
      case "checklist", "taglist" -> Arrays.asList(null, List.of());
      case "checkbox" -> Arrays.asList(null, false);
      default -> Arrays.asList(null, "", "   ");
    };
  }

  private static boolean obbligatorio(JsonNode campo) {
    return campo.path("validate").path("required").asBoolean();
  }

  private static String etichetta(JsonNode campo) {
    if (!campo.path("type").asText().equals("datetime")) {
      return campo.path("label").asText();
    }
    return campo
        .path(campo.path("subtype").asText().equals("time") ? "timeLabel" : "dateLabel")
        .asText();
  }
}
