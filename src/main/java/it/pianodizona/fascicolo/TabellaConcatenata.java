package it.pianodizona.fascicolo;

import it.pianodizona.comune.Catena;
import it.pianodizona.comune.Catena.Anello;
import it.pianodizona.comune.Catena.Riga;
import it.pianodizona.comune.Catena.RigaAgliAtti;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table whose rows are chained: says once which columns are evidence, so that what is written and
 * what is read back have the same canonical form. The table also has an {@code id} and the three
 * columns {@code catena_numero}, {@code catena_precedente}, {@code catena_impronta}.
 */
public final class TabellaConcatenata {

  private enum Genere {
    TESTO,
    NUMERO,
    SI_NO,
    GIORNO,
    ISTANTE
  }

  private final String nome;
  private final String tipo;
  private final Map<String, Genere> colonne = new LinkedHashMap<>();

  private TabellaConcatenata(String nome, String tipo) {
    this.nome = nome;
    this.tipo = tipo;
  }

  /**
   * @param nome of the table
   * @param tipo what one row is, as reports name it: {@code voto}
   */
  public static TabellaConcatenata di(String nome, String tipo) {
    return new TabellaConcatenata(nome, tipo);
  }

  public TabellaConcatenata testi(String... nomi) {
    return aggiungi(Genere.TESTO, nomi);
  }

  /** Whole or decimal numbers. */
  public TabellaConcatenata numeri(String... nomi) {
    return aggiungi(Genere.NUMERO, nomi);
  }

  public TabellaConcatenata siNo(String... nomi) {
    return aggiungi(Genere.SI_NO, nomi);
  }

  public TabellaConcatenata giorni(String... nomi) {
    return aggiungi(Genere.GIORNO, nomi);
  }

  public TabellaConcatenata istanti(String... nomi) {
    return aggiungi(Genere.ISTANTE, nomi);
  }

  private TabellaConcatenata aggiungi(Genere genere, String... nomi) {
    for (String colonna : nomi) {
      colonne.put(colonna, genere);
    }
    return this;
  }

  /** The evidence in the values of a row, by column; a column without a value may be left out. */
  public Riga riga(Map<String, ?> valori) {
    if (!colonne.keySet().containsAll(valori.keySet())) {
      throw new IllegalArgumentException(nome + " has not all of " + valori.keySet());
    }
    var riga = Catena.riga(tipo.replace(' ', '-'));
    colonne.forEach(
        (colonna, genere) -> {
          Object valore = valori.get(colonna);
          switch (genere) {
            case TESTO -> riga.campo(colonna, valore == null ? null : valore.toString());
            case NUMERO ->
                riga.campo(colonna, valore == null ? null : new BigDecimal(valore.toString()));
            case SI_NO -> riga.campo(colonna, (Boolean) valore);
            case GIORNO -> riga.campo(colonna, (LocalDate) valore);
            case ISTANTE -> riga.campo(colonna, (OffsetDateTime) valore);
          }
        });
    return riga;
  }

  /** The insert that takes {@link #parametri}. */
  public String inserimento() {
    return "insert into %s (%s, catena_numero, catena_precedente, catena_impronta) values (%s)"
        .formatted(
            nome,
            String.join(", ", colonne.keySet()),
            String.join(", ", Collections.nCopies(colonne.size() + 3, "?")));
  }

  /** The values of a row and its link, in the order of {@link #inserimento}. */
  public List<Object> parametri(Map<String, ?> valori, Anello anello) {
    var parametri = new ArrayList<Object>();
    for (String colonna : colonne.keySet()) {
      Object valore = valori.get(colonna);
      parametri.add(valore instanceof Enum<?> costante ? costante.name() : valore);
    }
    parametri.add(anello.numero());
    parametri.add(anello.precedente());
    parametri.add(anello.impronta());
    return parametri;
  }

  /** A row as it is in the table now. */
  public RigaAgliAtti letta(ResultSet riga) throws SQLException {
    var valori = new LinkedHashMap<String, Object>();
    for (var colonna : colonne.entrySet()) {
      valori.put(colonna.getKey(), valore(riga, colonna.getKey(), colonna.getValue()));
    }
    return new RigaAgliAtti(
        tipo + " " + riga.getLong("id"),
        new Anello(
            riga.getLong("catena_numero"),
            riga.getString("catena_precedente"),
            riga.getString("catena_impronta")),
        riga(valori));
  }

  public String nome() {
    return nome;
  }

  private static Object valore(ResultSet riga, String colonna, Genere genere) throws SQLException {
    return switch (genere) {
      case TESTO -> riga.getString(colonna);
      case NUMERO -> riga.getBigDecimal(colonna);
      case SI_NO -> riga.getObject(colonna, Boolean.class);
      case GIORNO -> riga.getObject(colonna, LocalDate.class);
      case ISTANTE -> riga.getObject(colonna, OffsetDateTime.class);
    };
  }
}
