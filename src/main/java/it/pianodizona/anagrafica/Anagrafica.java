package it.pianodizona.anagrafica;

import it.pianodizona.comune.CodiceFiscale;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Email;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register of who takes part: ATS, ASST, Ambiti, Comuni and Third Sector bodies.
 *
 * <p>Every reading is one query, whatever the number of rows; every writing joins the caller's
 * transaction or opens its own. Codes that do not exist raise {@link DatoNonValido}. Lists are in
 * alphabetical order, the same on every database.
 */
@Service
@DependsOnDatabaseInitialization
@DependsOn(PrimoAvvioAnagrafica.NOME)
public class Anagrafica {

  private static final String AMBITI =
      """
      select a.codice, a.denominazione, a.codice_registro_nazionale, a.codice_ats,
             a.forma_ente_capofila, a.capofila, a.email, aa.codice_asst
        from ambito a
        left join ambito_asst aa on aa.codice_ambito = a.codice
      """;
  private static final String COMUNI =
      """
      select c.codice_istat, c.denominazione, c.sigla_provincia, c.provincia, c.codice_catastale,
             c.popolazione, c.anno_popolazione, c.email
        from comune c
      """;
  private static final String VALIDA_AL =
      "p.valida_dal <= :al and (p.valida_al is null or p.valida_al >= :al)";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final TransactionTemplate transazione;
  private final TransactionTemplate puntoDiRitorno;

  public Anagrafica(
      JdbcClient jdbc, JdbcTemplate jdbcTemplate, PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.transazione = new TransactionTemplate(transactionManager);
    this.puntoDiRitorno = new TransactionTemplate(transactionManager);
    this.puntoDiRitorno.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * @param codice five digits
   * @throws DatoNonValido when no Ambito has that code
   */
  public Ambito ambito(String codice) {
    return ambiti(
            jdbc.sql(AMBITI + " where a.codice = :codice order by aa.posizione")
                .param("codice", codice))
        .stream()
        .findFirst()
        .orElseThrow(() -> sconosciuto("Ambito", codice, "di cinque cifre di un Ambito"));
  }

  /** All the Ambiti of the Region. */
  public List<Ambito> ambiti() {
    return ambiti(jdbc.sql(AMBITI + " order by aa.posizione"));
  }

  /**
   * The Ambiti that lie, wholly or partly, over the ASST; in the 2021-23 rules ASST and Distretto
   * coincide.
   *
   * @throws DatoNonValido when no ASST has that code
   */
  public List<Ambito> ambitiDelDistretto(String codiceAsst) {
    List<Ambito> trovati =
        ambiti(
            jdbc.sql(
                    AMBITI
                        + """
                         where exists (select 1 from ambito_asst d
                                        where d.codice_ambito = a.codice
                                          and d.codice_asst = :asst)
                         order by aa.posizione
                        """)
                .param("asst", codiceAsst));
    if (trovati.isEmpty()) {
      asst(codiceAsst);
    }
    return trovati;
  }

  /**
   * The Ambiti of the ATS.
   *
   * @throws DatoNonValido when no ATS has that code
   */
  public List<Ambito> ambitiDellAts(String codiceAts) {
    List<Ambito> trovati =
        ambiti(
            jdbc.sql(AMBITI + " where a.codice_ats = :ats order by aa.posizione")
                .param("ats", codiceAts));
    if (trovati.isEmpty()) {
      ats(codiceAts);
    }
    return trovati;
  }

  /**
   * The Comuni that belong to the Ambito on the given day, with the population of reference.
   *
   * @throws DatoNonValido when no Ambito has that code
   */
  public List<Comune> comuniDi(String codiceAmbito, LocalDate al) {
    Objects.requireNonNull(al, "al");
    List<Comune> trovati =
        comuni(
            jdbc.sql(
                    COMUNI
                        + " join appartenenza p on p.codice_istat = c.codice_istat"
                        + " where p.codice_ambito = :ambito and "
                        + VALIDA_AL)
                .param("ambito", codiceAmbito)
                .param("al", al));
    if (trovati.isEmpty()) {
      ambito(codiceAmbito);
    }
    return trovati;
  }

  /**
   * The Comuni that belong to the Ambito on the given day, with their population in one year: what
   * a weighted vote needs, where every Comune must be counted in the same year.
   *
   * @throws DatoNonValido when no Ambito has that code, or the population of some Comune in that
   *     year is not known
   */
  public List<Comune> comuniDi(String codiceAmbito, LocalDate al, int annoPopolazione) {
    List<Comune> comuni = comuniDi(codiceAmbito, al);
    Map<String, Integer> abitanti = new LinkedHashMap<>();
    jdbc.sql(
            """
            select n.codice_istat, n.abitanti
              from popolazione_annuale n
              join appartenenza p on p.codice_istat = n.codice_istat
             where n.anno = :anno and p.codice_ambito = :ambito and
            """
                + VALIDA_AL)
        .param("anno", annoPopolazione)
        .param("ambito", codiceAmbito)
        .param("al", al)
        .query(
            rs -> {
              abitanti.put(rs.getString(1), rs.getInt(2));
            });
    List<String> mancanti = new ArrayList<>();
    List<Comune> contati = new ArrayList<>(comuni.size());
    for (Comune comune : comuni) {
      Integer nellAnno =
          comune.annoPopolazione() == annoPopolazione
              ? Integer.valueOf(comune.popolazione())
              : abitanti.get(comune.codiceIstat());
      if (nellAnno == null) {
        mancanti.add(comune.denominazione());
      } else {
        contati.add(
            new Comune(
                comune.codiceIstat(),
                comune.denominazione(),
                comune.siglaProvincia(),
                comune.provincia(),
                comune.codiceCatastale(),
                nellAnno,
                annoPopolazione,
                comune.email()));
      }
    }
    if (!mancanti.isEmpty()) {
      throw DatoNonValido.regola(
          "Anno della popolazione",
          "per il %d non è nota la popolazione di %s; indicare un altro anno o caricare il dato."
              .formatted(annoPopolazione, String.join(", ", mancanti)));
    }
    return contati;
  }

  /** All the Comuni of the Region. */
  public List<Comune> comuni() {
    return comuni(jdbc.sql(COMUNI));
  }

  /** The Comuni that on the given day belong to no Ambito, or to one that is not known. */
  public List<Comune> comuniSenzaAmbito(LocalDate al) {
    return comuni(
        jdbc.sql(
                COMUNI
                    + " where not exists (select 1 from appartenenza p"
                    + " where p.codice_istat = c.codice_istat and "
                    + VALIDA_AL
                    + ")")
            .param("al", al));
  }

  /**
   * @param codiceIstat six digits
   * @throws DatoNonValido when no Comune of Lombardy has that code
   */
  public Comune comune(String codiceIstat) {
    return comuni(jdbc.sql(COMUNI + " where c.codice_istat = :codice").param("codice", codiceIstat))
        .stream()
        .findFirst()
        .orElseThrow(
            () -> sconosciuto("Comune", codiceIstat, "ISTAT di sei cifre di un Comune lombardo"));
  }

  /**
   * The Ambito a Comune belongs to on the given day; empty when it belongs to none.
   *
   * @throws DatoNonValido when no Comune has that code
   */
  public Optional<Ambito> ambitoDi(String codiceIstat, LocalDate al) {
    List<Ambito> trovati =
        ambiti(
            jdbc.sql(
                    AMBITI
                        + " join appartenenza p on p.codice_ambito = a.codice"
                        + " where p.codice_istat = :istat and "
                        + VALIDA_AL
                        + " order by aa.posizione")
                .param("istat", codiceIstat)
                .param("al", al));
    if (trovati.isEmpty()) {
      comune(codiceIstat);
    }
    return trovati.stream().findFirst();
  }

  /**
   * @throws DatoNonValido when no ATS has that code
   */
  public Ats ats(String codice) {
    return jdbc.sql("select codice, denominazione, email from ats where codice = :codice")
        .param("codice", codice)
        .query(Ats.class)
        .optional()
        .orElseThrow(() -> sconosciuto("ATS", codice, "di tre cifre di una ATS"));
  }

  /** All the ATS. */
  public List<Ats> ats() {
    return Denominazioni.inOrdine(
        jdbc.sql("select codice, denominazione, email from ats").query(Ats.class).list(),
        Ats::denominazione);
  }

  /**
   * @throws DatoNonValido when no ASST has that code
   */
  public Asst asst(String codice) {
    return jdbc.sql(
            "select codice, denominazione, codice_ats, email from asst where codice = :codice")
        .param("codice", codice)
        .query(Asst.class)
        .optional()
        .orElseThrow(() -> sconosciuto("ASST", codice, "di tre cifre di una ASST"));
  }

  /** All the ASST. */
  public List<Asst> asst() {
    return Denominazioni.inOrdine(
        jdbc.sql("select codice, denominazione, codice_ats, email from asst")
            .query(Asst.class)
            .list(),
        Asst::denominazione);
  }

  /**
   * The body with that tax code, if it is registered.
   *
   * @throws DatoNonValido when the text is not a tax code
   */
  public Optional<Ets> etsPerCodiceFiscale(String codiceFiscale) {
    return jdbc.sql(
            """
            select id, codice_fiscale, denominazione, forma_giuridica, sede, email, pec,
                   runts_numero, runts_sezione, runts_data
              from ets where codice_fiscale = :cf
            """)
        .param("cf", new CodiceFiscale(codiceFiscale).valore())
        .query(Ets.class)
        .optional();
  }

  /**
   * Registers a body, or replaces what is known of the one with the same tax code; the id stays the
   * same. Two registrations of the same body at the same time give one row.
   *
   * @param ets its {@code id} is ignored
   * @return the body with its id
   */
  public Ets registraEts(Ets ets) {
    return transazione.execute(
        stato -> {
          if (aggiorna(ets) == 0) {
            try {
              puntoDiRitorno.executeWithoutResult(nested -> inserisci(ets));
            } catch (DuplicateKeyException appenaRegistrato) {
              aggiorna(ets);
            }
          }
          long id =
              jdbc.sql("select id from ets where codice_fiscale = ?")
                  .param(ets.codiceFiscale())
                  .query(Long.class)
                  .single();
          return ets.conId(id);
        });
  }

  /**
   * Sets the e-mail of a body.
   *
   * @param codice code of the ATS, ASST or Ambito, ISTAT code of the Comune, tax code of the ETS
   * @throws DatoNonValido when the body does not exist or the address is wrong
   */
  public void aggiornaRecapito(TipoEnte tipo, String codice, String email) {
    aggiornaRecapiti(tipo, Collections.singletonMap(codice, email));
  }

  /**
   * Sets the e-mails of many bodies of one kind, all or none.
   *
   * @param perCodice address by code
   * @throws DatoNonValido when one body does not exist or one address is wrong
   */
  public void aggiornaRecapiti(TipoEnte tipo, Map<String, String> perCodice) {
    List<Map.Entry<String, String>> righe = List.copyOf(perCodice.entrySet());
    List<Object[]> valori =
        righe.stream()
            .map(riga -> new Object[] {Email.di(riga.getValue()).indirizzo(), riga.getKey()})
            .toList();
    transazione.executeWithoutResult(
        stato -> {
          int[] toccate = jdbcTemplate.batchUpdate(tipo.aggiornamentoEmail(), valori);
          for (int i = 0; i < toccate.length; i++) {
            if (toccate[i] == 0) {
              throw sconosciuto(tipo.nome(), righe.get(i).getKey(), "di un ente registrato");
            }
          }
        });
  }

  /**
   * Records who leads the Ambito from now on.
   *
   * @param capofila name of the body
   * @throws DatoNonValido when the Ambito does not exist or the name is missing or too long
   */
  public void cambiaCapofila(String codiceAmbito, FormaEnteCapofila forma, String capofila) {
    Objects.requireNonNull(forma, "forma");
    if (capofila == null || capofila.isBlank() || capofila.strip().length() > 200) {
      throw new DatoNonValido(
          "Ente capofila", capofila, "il nome dell'ente, al massimo 200 caratteri");
    }
    int toccate =
        jdbc.sql("update ambito set forma_ente_capofila = ?, capofila = ? where codice = ?")
            .params(forma.name(), capofila.strip(), codiceAmbito)
            .update();
    if (toccate == 0) {
      throw sconosciuto("Ambito", codiceAmbito, "di cinque cifre di un Ambito");
    }
  }

  /**
   * A Comune joins an Ambito from the given day, leaving the one it was in, if any, the day before.
   *
   * @throws DatoNonValido when Comune or Ambito do not exist, the Comune is already in that Ambito,
   *     or a membership starts on that day or later
   */
  public void associa(String codiceIstat, String codiceAmbito, LocalDate dal) {
    Objects.requireNonNull(dal, "dal");
    transazione.executeWithoutResult(
        stato -> {
          Comune comune = conBlocco(codiceIstat);
          ambito(codiceAmbito);
          rifiutaSuccessive(comune, dal);
          if (ambitoDi(codiceIstat, dal).filter(a -> a.codice().equals(codiceAmbito)).isPresent()) {
            throw DatoNonValido.regola(
                "Appartenenza",
                "%s è già nell'Ambito %s.".formatted(comune.denominazione(), codiceAmbito));
          }
          chiudi(codiceIstat, dal.minusDays(1));
          jdbc.sql(
                  "insert into appartenenza (codice_istat, codice_ambito, valida_dal)"
                      + " values (?, ?, ?)")
              .params(codiceIstat, codiceAmbito, dal)
              .update();
        });
  }

  /**
   * A Comune leaves its Ambito.
   *
   * @param ultimoGiorno the last day of membership
   * @throws DatoNonValido when the Comune does not exist, is in no Ambito on that day, or a
   *     membership starts later
   */
  public void recedi(String codiceIstat, LocalDate ultimoGiorno) {
    Objects.requireNonNull(ultimoGiorno, "ultimoGiorno");
    transazione.executeWithoutResult(
        stato -> {
          Comune comune = conBlocco(codiceIstat);
          rifiutaSuccessive(comune, ultimoGiorno.plusDays(1));
          if (chiudi(codiceIstat, ultimoGiorno) == 0) {
            throw DatoNonValido.regola(
                "Appartenenza",
                "%s non è in nessun Ambito in quel giorno.".formatted(comune.denominazione()));
          }
        });
  }

  private Comune conBlocco(String codiceIstat) {
    Comune comune = comune(codiceIstat);
    jdbc.sql("select codice_istat from comune where codice_istat = ? for update")
        .param(codiceIstat)
        .query(String.class)
        .single();
    return comune;
  }

  private void rifiutaSuccessive(Comune comune, LocalDate dal) {
    boolean successive =
        jdbc.sql("select count(*) from appartenenza where codice_istat = ? and valida_dal >= ?")
                .params(comune.codiceIstat(), dal)
                .query(Long.class)
                .single()
            > 0;
    if (successive) {
      throw DatoNonValido.regola(
          "Appartenenza",
          "%s ha già un'appartenenza che comincia da quella data in poi."
              .formatted(comune.denominazione()));
    }
  }

  private int chiudi(String codiceIstat, LocalDate ultimoGiorno) {
    return jdbc.sql(
            """
            update appartenenza set valida_al = :ultimo
             where codice_istat = :istat and valida_dal <= :ultimo
               and (valida_al is null or valida_al >= :ultimo)
            """)
        .param("ultimo", ultimoGiorno)
        .param("istat", codiceIstat)
        .update();
  }

  private int aggiorna(Ets ets) {
    return jdbc.sql(
            """
            update ets set denominazione = ?, forma_giuridica = ?, sede = ?, email = ?, pec = ?,
                           runts_numero = ?, runts_sezione = ?, runts_data = ?
             where codice_fiscale = ?
            """)
        .params(valori(ets))
        .update();
  }

  private void inserisci(Ets ets) {
    jdbc.sql(
            """
            insert into ets (denominazione, forma_giuridica, sede, email, pec,
                             runts_numero, runts_sezione, runts_data, codice_fiscale)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(valori(ets))
        .update();
  }

  private static List<Object> valori(Ets ets) {
    List<Object> valori = new ArrayList<>();
    valori.add(ets.denominazione());
    valori.add(ets.formaGiuridica());
    valori.add(ets.sede());
    valori.add(ets.email());
    valori.add(ets.pec());
    valori.add(ets.runtsNumero());
    valori.add(ets.runtsSezione());
    valori.add(ets.runtsData());
    valori.add(ets.codiceFiscale());
    return valori;
  }

  private static List<Comune> comuni(JdbcClient.StatementSpec interrogazione) {
    return Denominazioni.inOrdine(
        interrogazione.query(Anagrafica::comuneDellaRiga).list(), Comune::denominazione);
  }

  /**
   * By hand because the Comuni are many: Spring's mapper asks the driver for {@code codiceIstat}
   * before {@code codice_istat}, and each column it does not find costs an exception per row.
   */
  private static Comune comuneDellaRiga(ResultSet rs, int numero) throws SQLException {
    return new Comune(
        rs.getString("codice_istat"),
        rs.getString("denominazione"),
        rs.getString("sigla_provincia"),
        rs.getString("provincia"),
        rs.getString("codice_catastale"),
        rs.getInt("popolazione"),
        rs.getInt("anno_popolazione"),
        rs.getString("email"));
  }

  private static List<Ambito> ambiti(JdbcClient.StatementSpec interrogazione) {
    Map<String, Ambito> trovati = new LinkedHashMap<>();
    interrogazione.query(
        rs -> {
          Ambito riga = ambitoDellaRiga(rs);
          trovati.merge(riga.codice(), riga, Anagrafica::conLeAsstDiEntrambi);
        });
    return Denominazioni.inOrdine(List.copyOf(trovati.values()), Ambito::denominazione);
  }

  private static Ambito ambitoDellaRiga(ResultSet rs) throws SQLException {
    String forma = rs.getString("forma_ente_capofila");
    String asst = rs.getString("codice_asst");
    return new Ambito(
        rs.getString("codice"),
        rs.getString("denominazione"),
        rs.getString("codice_registro_nazionale"),
        rs.getString("codice_ats"),
        asst == null ? List.of() : List.of(asst),
        forma == null ? null : FormaEnteCapofila.valueOf(forma),
        rs.getString("capofila"),
        rs.getString("email"));
  }

  private static Ambito conLeAsstDiEntrambi(Ambito primo, Ambito secondo) {
    List<String> asst = new ArrayList<>(primo.codiciAsst());
    asst.addAll(secondo.codiciAsst());
    return new Ambito(
        primo.codice(),
        primo.denominazione(),
        primo.codiceRegistroNazionale(),
        primo.codiceAts(),
        asst,
        primo.formaEnteCapofila(),
        primo.capofila(),
        primo.email());
  }

  private static DatoNonValido sconosciuto(String ente, String codice, String quale) {
    return new DatoNonValido(ente, codice, "il codice " + quale);
  }
}
