package it.pianodizona.anagrafica;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;

/**
 * A CSV file read whole: UTF-8, comma separated, first line with the names of the columns.
 *
 * @param file name used in messages
 * @param righe rows in file order
 * @param colonne names in file order
 */
record Tabella(String file, List<String> colonne, List<Riga> righe) {

  private static final CSVFormat FORMATO =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  /** One row, with the line it is on. */
  record Riga(String file, long numero, Map<String, String> valori) {

    /** The text of the column, without surrounding spaces; empty when there is none. */
    String testo(String colonna) {
      return valori.get(colonna).strip();
    }

    /** The text of a column that cannot be empty nor longer than the given length. */
    String obbligatorio(String colonna, int lunghezza, String accettato) {
      String testo = testo(colonna);
      if (testo.isEmpty() || testo.length() > lunghezza) {
        throw errore(colonna, accettato);
      }
      return testo;
    }

    /** The text of a column that follows a pattern. */
    String conForma(String colonna, Pattern forma, String accettato) {
      String testo = testo(colonna);
      if (!forma.matcher(testo).matches()) {
        throw errore(colonna, accettato);
      }
      return testo;
    }

    /** A whole number greater than zero. */
    int positivo(String colonna) {
      String testo = testo(colonna);
      if (!testo.matches("[0-9]{1,8}") || Integer.parseInt(testo) == 0) {
        throw errore(colonna, "un numero intero da 1 a 99999999, senza punti");
      }
      return Integer.parseInt(testo);
    }

    ImportazioneNonValida errore(String colonna, String accettato) {
      return new ImportazioneNonValida(file, numero, colonna, valori.get(colonna), accettato);
    }
  }

  /**
   * Reads a file that must have the given columns.
   *
   * @throws ImportazioneNonValida when the file is missing, is not UTF-8 or CSV, lacks a column or
   *     has a row with too few or too many values
   */
  static Tabella leggi(Resource cartella, String nome, String... richieste) {
    String contenuto = decodifica(nome, byteDi(cartella, nome));
    List<Riga> righe = new ArrayList<>();
    List<String> colonne = null;
    long numero = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(contenuto), FORMATO)) {
      long primaDellaRiga = 0;
      for (CSVRecord record : parser) {
        numero = primaDellaRiga + 1;
        primaDellaRiga = Math.max(parser.getCurrentLineNumber(), numero);
        if (colonne == null) {
          colonne = intestazione(nome, record, richieste);
          continue;
        }
        if (record.size() == 1 && record.get(0).isBlank()) {
          continue;
        }
        righe.add(new Riga(nome, numero, valori(nome, numero, colonne, record)));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ImportazioneNonValida(
          nome, numero + 1, "(intera riga)", null, "una riga CSV con le virgolette chiuse");
    }
    if (colonne == null) {
      throw new ImportazioneNonValida(
          nome, 1, "(intestazione)", null, "le colonne " + String.join(", ", richieste));
    }
    return new Tabella(nome, colonne, righe);
  }

  /** The only column whose name follows the pattern, with the year written in its first group. */
  Map.Entry<String, Integer> colonnaConAnno(Pattern forma, String esempio) {
    List<Map.Entry<String, Integer>> trovate = new ArrayList<>();
    for (String colonna : colonne) {
      Matcher nome = forma.matcher(colonna);
      if (nome.matches()) {
        trovate.add(Map.entry(colonna, Integer.valueOf(nome.group(1))));
      }
    }
    if (trovate.size() != 1) {
      throw new ImportazioneNonValida(
          file,
          1,
          "(intestazione)",
          String.join(",", colonne),
          "una sola colonna con l'anno nel nome, per esempio " + esempio);
    }
    return trovate.get(0);
  }

  /** The rows by key, refusing two rows with the same one. */
  <K> Map<K, Riga> senzaDoppioni(String colonna, Function<Riga, K> chiave) {
    Map<K, Riga> viste = new LinkedHashMap<>();
    for (Riga riga : righe) {
      Riga precedente = viste.putIfAbsent(chiave.apply(riga), riga);
      if (precedente != null) {
        throw riga.errore(
            colonna, "un valore diverso in ogni riga; è già alla riga " + precedente.numero());
      }
    }
    return viste;
  }

  private static byte[] byteDi(Resource cartella, String nome) {
    try {
      return cartella.createRelative(nome).getContentAsByteArray();
    } catch (IOException e) {
      throw new ImportazioneNonValida(
          nome, 1, "(intero file)", null, "un file leggibile nella cartella " + cartella);
    }
  }

  private static String decodifica(String nome, byte[] contenuto) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer ingresso = ByteBuffer.wrap(contenuto);
    CharBuffer uscita = CharBuffer.allocate(contenuto.length + 1);
    CoderResult esito = decoder.decode(ingresso, uscita, true);
    uscita.flip();
    String testo = uscita.toString();
    if (esito.isError()) {
      long riga = 1 + testo.chars().filter(c -> c == '\n').count();
      String inizioRiga = testo.substring(testo.lastIndexOf('\n') + 1);
      throw new ImportazioneNonValida(
          nome,
          riga,
          "(codifica dei caratteri)",
          "%s[byte %02X]".formatted(inizioRiga, contenuto[ingresso.position()]),
          "un file di testo in UTF-8");
    }
    return testo.startsWith("\uFEFF") ? testo.substring(1) : testo;
  }

  private static List<String> intestazione(String nome, CSVRecord record, String... richieste) {
    List<String> colonne = record.stream().map(String::strip).toList();
    for (String richiesta : richieste) {
      if (colonne.stream().filter(richiesta::equals).count() != 1) {
        throw new ImportazioneNonValida(
            nome,
            1,
            richiesta,
            String.join(",", colonne),
            "un'intestazione in cui ogni colonna compare una volta: "
                + String.join(", ", richieste));
      }
    }
    return colonne;
  }

  private static Map<String, String> valori(
      String nome, long numero, List<String> colonne, CSVRecord record) {
    if (record.size() != colonne.size()) {
      throw new ImportazioneNonValida(
          nome,
          numero,
          "(intera riga)",
          String.join(",", record.toList()),
          "una riga di %d valori; questa ne ha %d".formatted(colonne.size(), record.size()));
    }
    Map<String, String> valori = new LinkedHashMap<>();
    for (int i = 0; i < colonne.size(); i++) {
      valori.put(colonne.get(i), record.get(i));
    }
    return valori;
  }
}
