package it.pianodizona.anagrafica;

import it.pianodizona.anagrafica.Tabella.Riga;
import it.pianodizona.comune.CodiceCatastale;
import it.pianodizona.comune.CodiceIstat;
import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty Anagrafica from CSV files, in one transaction: all of it or nothing.
 *
 * <p>Every file is read and checked before the first row is written.
 */
class ImportazioneAnagrafica {

  static final String FILE_AMBITI = "ambiti-lombardia.csv";
  static final String FILE_COMUNI = "comuni-lombardia.csv";
  static final String FILE_ABITANTI = "abitanti-seriate-2017.csv";
  static final String FILE_CAPOFILA = "capofila.csv";
  static final String FILE_RETTIFICHE = "rettifiche.csv";

  private static final Pattern CODICE_AMBITO = Pattern.compile("[0-9]{5}");
  private static final Pattern CODICE_AZIENDA = Pattern.compile("[0-9]{3}");
  private static final Pattern REGISTRO = Pattern.compile("lom_[0-9]{1,3}");
  private static final Pattern POPOLAZIONE = Pattern.compile("popolazione_([0-9]{4})");
  private static final Pattern ABITANTI = Pattern.compile("abitanti_31_12_([0-9]{4})");
  private static final String NOME_ACCETTATO = "un nome di al massimo 200 caratteri";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transazione;

  ImportazioneAnagrafica(JdbcTemplate jdbc, PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.transazione = new TransactionTemplate(transactionManager);
  }

  /** How many rows were written. */
  record Esito(int ats, int asst, int ambiti, int comuni, int appartenenze) {}

  /**
   * Imports the files of the folder, unless an import was already done or Comuni already exist. Two
   * nodes that start together wait for each other: one imports.
   *
   * @param valideDal first day of the memberships
   * @return what was written; empty when there was nothing to do
   * @throws ImportazioneNonValida at the first wrong value; nothing is written
   */
  Optional<Esito> importaSeVuota(Resource cartella, LocalDate valideDal) {
    return transazione.execute(
        stato -> {
          Object eseguita =
              jdbc.queryForMap(
                      "select eseguita_il from importazione_anagrafica where id = 1 for update")
                  .get("eseguita_il");
          if (eseguita != null
              || jdbc.queryForObject("select count(*) from comune", Long.class) > 0) {
            return Optional.empty();
          }
          Esito esito = scrivi(leggi(cartella), valideDal);
          jdbc.update(
              "update importazione_anagrafica"
                  + " set eseguita_il = current_timestamp, appartenenze_valide_dal = ? where id = 1",
              valideDal);
          return Optional.of(esito);
        });
  }

  private record Contenuto(
      Map<String, String> ats,
      Map<String, Azienda> asst,
      List<Ambito> ambiti,
      List<Comune> comuni,
      Map<String, String> ambitoDelComune,
      Map<String, Integer> abitanti,
      int annoAbitanti) {}

  private record Azienda(String denominazione, String codiceAts) {}

  private static Contenuto leggi(Resource cartella) {
    Tabella ambiti =
        rettifica(
            Tabella.leggi(
                cartella,
                FILE_AMBITI,
                "codice_ambito",
                "denominazione",
                "codice_registro_nazionale",
                "codice_ats",
                "ats",
                "codice_asst",
                "asst",
                "forma_ente_capofila"),
            Tabella.leggi(
                cartella,
                FILE_RETTIFICHE,
                "codice_ambito",
                "colonna",
                "valore_fonte",
                "valore_rettificato",
                "motivo"));
    Map<String, Riga> perCodice =
        ambiti.senzaDoppioni(
            "codice_ambito",
            riga -> riga.conForma("codice_ambito", CODICE_AMBITO, "cinque cifre (50084)"));
    ambiti.senzaDoppioni(
        "denominazione", riga -> riga.obbligatorio("denominazione", 200, NOME_ACCETTATO));
    ambiti.senzaDoppioni(
        "codice_registro_nazionale",
        riga -> riga.conForma("codice_registro_nazionale", REGISTRO, "lom_ e un numero (lom_8)"));

    Map<String, String> ats = ats(ambiti);
    Map<String, Azienda> asst = asst(ambiti);
    Map<String, String> capofila = capofila(cartella, perCodice);
    List<Ambito> lettiAmbiti = new ArrayList<>();
    perCodice.forEach(
        (codice, riga) ->
            lettiAmbiti.add(
                new Ambito(
                    codice,
                    riga.testo("denominazione"),
                    riga.testo("codice_registro_nazionale"),
                    riga.testo("codice_ats"),
                    codiciAsst(riga, asst),
                    forma(riga),
                    capofila.get(codice),
                    null)));

    Tabella comuni =
        Tabella.leggi(
            cartella,
            FILE_COMUNI,
            "codice_istat",
            "denominazione",
            "sigla_provincia",
            "provincia",
            "codice_catastale",
            "codice_ambito");
    Map<String, String> ambitoDelComune = new LinkedHashMap<>();
    List<Comune> lettiComuni = comuni(comuni, perCodice, ambitoDelComune);

    Tabella abitanti = Tabella.leggi(cartella, FILE_ABITANTI, "comune");
    Map.Entry<String, Integer> colonna = abitanti.colonnaConAnno(ABITANTI, "abitanti_31_12_2017");
    return new Contenuto(
        ats,
        asst,
        lettiAmbiti,
        lettiComuni,
        ambitoDelComune,
        abitanti(abitanti, colonna.getKey(), lettiComuni),
        colonna.getValue());
  }

  /** Replaces the values of the source that are known to be wrong, and only those. */
  private static Tabella rettifica(Tabella ambiti, Tabella rettifiche) {
    if (rettifiche.righe().isEmpty()) {
      return ambiti;
    }
    List<Riga> righe = new ArrayList<>(ambiti.righe());
    for (Riga rettifica : rettifiche.righe()) {
      String colonna = rettifica.testo("colonna");
      if (!ambiti.colonne().contains(colonna)) {
        throw rettifica.errore("colonna", "una colonna di " + FILE_AMBITI);
      }
      rettifica.obbligatorio("motivo", 1000, "il motivo della rettifica");
      boolean trovata = false;
      for (int i = 0; i < righe.size(); i++) {
        Riga riga = righe.get(i);
        if (riga.testo("codice_ambito").equals(rettifica.testo("codice_ambito"))) {
          if (!riga.testo(colonna).equals(rettifica.testo("valore_fonte"))) {
            throw rettifica.errore(
                "valore_fonte",
                "il valore che la fonte ha alla riga %d, cioè «%s»"
                    .formatted(riga.numero(), riga.testo(colonna)));
          }
          Map<String, String> valori = new LinkedHashMap<>(riga.valori());
          valori.put(colonna, rettifica.testo("valore_rettificato"));
          righe.set(i, new Riga(riga.file(), riga.numero(), valori));
          trovata = true;
        }
      }
      if (!trovata) {
        throw rettifica.errore("codice_ambito", "il codice di un Ambito di " + FILE_AMBITI);
      }
    }
    return new Tabella(ambiti.file(), ambiti.colonne(), righe);
  }

  /** The ATS by code, each row naming exactly one. */
  private static Map<String, String> ats(Tabella ambiti) {
    return codiciENomi(ambiti.righe(), "codice_ats", "ats");
  }

  /** Distinct code and name pairs, refusing a code with two names or a name with two codes. */
  private static Map<String, String> codiciENomi(
      List<Riga> righe, String colonnaCodice, String colonnaNome) {
    Map<String, String> nomePerCodice = new LinkedHashMap<>();
    Map<String, String> codicePerNome = new HashMap<>();
    for (Riga riga : righe) {
      String codice = riga.conForma(colonnaCodice, CODICE_AZIENDA, "tre cifre (720)");
      String nome = riga.obbligatorio(colonnaNome, 200, NOME_ACCETTATO);
      String altroNome = nomePerCodice.putIfAbsent(codice, nome);
      if (altroNome != null && !altroNome.equals(nome)) {
        throw riga.errore(
            colonnaNome, "«%s», il nome che il codice %s ha già".formatted(altroNome, codice));
      }
      String altroCodice = codicePerNome.putIfAbsent(nome, codice);
      if (altroCodice != null && !altroCodice.equals(codice)) {
        throw riga.errore(
            colonnaCodice, "%s, il codice che «%s» ha già".formatted(altroCodice, nome));
      }
    }
    return nomePerCodice;
  }

  /** The ASST by code, taken from the rows that name exactly one. */
  private static Map<String, Azienda> asst(Tabella ambiti) {
    List<Riga> conUna =
        ambiti.righe().stream()
            .filter(riga -> !riga.testo("codice_asst").isEmpty() || !riga.testo("asst").isEmpty())
            .filter(riga -> !riga.testo("asst").contains("/"))
            .toList();
    Map<String, String> nomi = codiciENomi(conUna, "codice_asst", "asst");
    Map<String, Azienda> asst = new LinkedHashMap<>();
    for (Riga riga : conUna) {
      String codice = riga.testo("codice_asst");
      String ats = riga.testo("codice_ats");
      Azienda nota = asst.putIfAbsent(codice, new Azienda(nomi.get(codice), ats));
      if (nota != null && !nota.codiceAts().equals(ats)) {
        throw riga.errore(
            "codice_ats",
            "%s, la ATS a cui appartiene già la ASST %s".formatted(nota.codiceAts(), codice));
      }
    }
    return asst;
  }

  /** The ASST of the row; the source writes "Cremona/Mantova" for an Ambito over two. */
  private static List<String> codiciAsst(Riga riga, Map<String, Azienda> asst) {
    String codice = riga.testo("codice_asst");
    String nome = riga.testo("asst");
    if (codice.isEmpty() && nome.isEmpty()) {
      return List.of();
    }
    List<String> codici = new ArrayList<>();
    for (String singolo : nome.split("/", -1)) {
      codici.add(
          asst.entrySet().stream()
              .filter(voce -> voce.getValue().denominazione().equals(singolo.strip()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow(
                  () ->
                      riga.errore(
                          "asst", "nomi di ASST presenti in altre righe, separati da una barra")));
    }
    if (!codici.get(0).equals(codice)) {
      throw riga.errore("codice_asst", codici.get(0) + ", il codice della prima ASST nominata");
    }
    if (codici.stream().distinct().count() != codici.size()) {
      throw riga.errore("asst", "ogni ASST una sola volta");
    }
    return codici;
  }

  private static FormaEnteCapofila forma(Riga riga) {
    String testo = riga.testo("forma_ente_capofila");
    if (testo.isEmpty()) {
      return null;
    }
    return Arrays.stream(FormaEnteCapofila.values())
        .filter(forma -> forma.name().equals(testo))
        .findFirst()
        .orElseThrow(
            () ->
                riga.errore(
                    "forma_ente_capofila",
                    "vuoto oppure uno tra " + Arrays.toString(FormaEnteCapofila.values())));
  }

  private static Map<String, String> capofila(Resource cartella, Map<String, Riga> ambiti) {
    Tabella tabella =
        Tabella.leggi(cartella, FILE_CAPOFILA, "codice_ambito", "ente_capofila", "fonte");
    Map<String, String> nomi = new HashMap<>();
    tabella
        .senzaDoppioni("codice_ambito", riga -> riga.testo("codice_ambito"))
        .forEach(
            (codice, riga) -> {
              if (!ambiti.containsKey(codice)) {
                throw riga.errore("codice_ambito", "il codice di un Ambito di " + FILE_AMBITI);
              }
              riga.obbligatorio("fonte", 1000, "l'atto che nomina l'ente capofila");
              nomi.put(codice, riga.obbligatorio("ente_capofila", 200, NOME_ACCETTATO));
            });
    return nomi;
  }

  private static List<Comune> comuni(
      Tabella tabella, Map<String, Riga> ambiti, Map<String, String> ambitoDelComune) {
    Map.Entry<String, Integer> colonna = tabella.colonnaConAnno(POPOLAZIONE, "popolazione_2011");
    Map<String, Riga> righe =
        tabella.senzaDoppioni("codice_istat", ImportazioneAnagrafica::codiceIstat);
    tabella.senzaDoppioni(
        "denominazione", riga -> riga.obbligatorio("denominazione", 200, NOME_ACCETTATO));
    tabella.senzaDoppioni("codice_catastale", ImportazioneAnagrafica::codiceCatastale);
    List<Comune> comuni = new ArrayList<>();
    righe.forEach(
        (codice, riga) -> {
          Provincia provincia = provincia(riga, codice);
          String ambito = riga.testo("codice_ambito");
          if (!ambito.isEmpty()) {
            if (!ambiti.containsKey(ambito)) {
              throw riga.errore(
                  "codice_ambito", "vuoto oppure il codice di un Ambito di " + FILE_AMBITI);
            }
            ambitoDelComune.put(codice, ambito);
          }
          comuni.add(
              new Comune(
                  codice,
                  riga.testo("denominazione"),
                  provincia.name(),
                  provincia.denominazione(),
                  riga.testo("codice_catastale"),
                  riga.positivo(colonna.getKey()),
                  colonna.getValue(),
                  null));
        });
    return comuni;
  }

  private static String codiceIstat(Riga riga) {
    try {
      return new CodiceIstat(riga.testo("codice_istat")).valore();
    } catch (DatoNonValido e) {
      throw riga.errore("codice_istat", e.accettato());
    }
  }

  private static String codiceCatastale(Riga riga) {
    try {
      return new CodiceCatastale(riga.testo("codice_catastale")).valore();
    } catch (DatoNonValido e) {
      throw riga.errore("codice_catastale", e.accettato());
    }
  }

  private static Provincia provincia(Riga riga, String codiceIstat) {
    Provincia provincia =
        Provincia.conCodiceIstat(new CodiceIstat(codiceIstat).provincia())
            .orElseThrow(
                () ->
                    riga.errore(
                        "codice_istat",
                        "un codice che comincia con quello di una provincia lombarda ("
                            + Provincia.codiciAmmessi()
                            + ")"));
    if (!riga.testo("sigla_provincia").equals(provincia.name())) {
      throw riga.errore(
          "sigla_provincia",
          "%s, la provincia del codice ISTAT %s".formatted(provincia.name(), codiceIstat));
    }
    if (!riga.testo("provincia").equals(provincia.denominazione())) {
      throw riga.errore(
          "provincia", "«%s», il nome di %s".formatted(provincia.denominazione(), provincia));
    }
    return provincia;
  }

  private static Map<String, Integer> abitanti(
      Tabella tabella, String colonna, List<Comune> comuni) {
    Map<String, String> codici = new HashMap<>();
    comuni.forEach(comune -> codici.put(comune.denominazione(), comune.codiceIstat()));
    Map<String, Integer> abitanti = new LinkedHashMap<>();
    tabella
        .senzaDoppioni("comune", riga -> riga.testo("comune"))
        .forEach(
            (nome, riga) -> {
              if (!codici.containsKey(nome)) {
                throw riga.errore("comune", "il nome di un Comune di " + FILE_COMUNI);
              }
              abitanti.put(codici.get(nome), riga.positivo(colonna));
            });
    return abitanti;
  }

  private Esito scrivi(Contenuto contenuto, LocalDate valideDal) {
    List<Object[]> ats = new ArrayList<>();
    contenuto.ats().forEach((codice, nome) -> ats.add(new Object[] {codice, nome}));
    jdbc.batchUpdate("insert into ats (codice, denominazione) values (?, ?)", ats);

    List<Object[]> asst = new ArrayList<>();
    contenuto
        .asst()
        .forEach(
            (codice, azienda) ->
                asst.add(new Object[] {codice, azienda.denominazione(), azienda.codiceAts()}));
    jdbc.batchUpdate("insert into asst (codice, denominazione, codice_ats) values (?, ?, ?)", asst);

    List<Object[]> ambiti = new ArrayList<>();
    List<Object[]> ambitiAsst = new ArrayList<>();
    for (Ambito ambito : contenuto.ambiti()) {
      ambiti.add(
          new Object[] {
            ambito.codice(),
            ambito.denominazione(),
            ambito.codiceRegistroNazionale(),
            ambito.codiceAts(),
            ambito.formaEnteCapofila() == null ? null : ambito.formaEnteCapofila().name(),
            ambito.capofila()
          });
      for (int i = 0; i < ambito.codiciAsst().size(); i++) {
        ambitiAsst.add(new Object[] {ambito.codice(), ambito.codiciAsst().get(i), i + 1});
      }
    }
    jdbc.batchUpdate(
        "insert into ambito (codice, denominazione, codice_registro_nazionale, codice_ats,"
            + " forma_ente_capofila, capofila) values (?, ?, ?, ?, ?, ?)",
        ambiti);
    jdbc.batchUpdate(
        "insert into ambito_asst (codice_ambito, codice_asst, posizione) values (?, ?, ?)",
        ambitiAsst);

    List<Object[]> comuni = new ArrayList<>();
    for (Comune comune : contenuto.comuni()) {
      comuni.add(
          new Object[] {
            comune.codiceIstat(),
            comune.denominazione(),
            comune.siglaProvincia(),
            comune.provincia(),
            comune.codiceCatastale(),
            comune.popolazione(),
            comune.annoPopolazione()
          });
    }
    jdbc.batchUpdate(
        "insert into comune (codice_istat, denominazione, sigla_provincia, provincia,"
            + " codice_catastale, popolazione, anno_popolazione) values (?, ?, ?, ?, ?, ?, ?)",
        comuni);

    List<Object[]> appartenenze = new ArrayList<>();
    contenuto
        .ambitoDelComune()
        .forEach((comune, ambito) -> appartenenze.add(new Object[] {comune, ambito, valideDal}));
    jdbc.batchUpdate(
        "insert into appartenenza (codice_istat, codice_ambito, valida_dal) values (?, ?, ?)",
        appartenenze);

    List<Object[]> abitanti = new ArrayList<>();
    contenuto
        .abitanti()
        .forEach(
            (comune, quanti) ->
                abitanti.add(new Object[] {comune, contenuto.annoAbitanti(), quanti}));
    jdbc.batchUpdate(
        "insert into popolazione_annuale (codice_istat, anno, abitanti) values (?, ?, ?)",
        abitanti);

    return new Esito(ats.size(), asst.size(), ambiti.size(), comuni.size(), appartenenze.size());
  }
}
