package it.pianodizona.assemblea;

import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.comune.Catena;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.documento.Documenti;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of a sitting of the Assemblea, while it is held: who sits for each Comune, who comes
 * and goes, the votes. The quorum is taken anew at every vote from who is in the room then (art. 18
 * l.r. Lombardia 3/2008 and the rules of each Assemblea).
 *
 * <p>Rows are only added. A mistake is corrected, while the sitting is open, by another row that
 * names the wrong one; once closed the register does not change any more.
 */
@Service
@Transactional
public class Sedute {

  private static final int MOTIVO_MASSIMO = 300;

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Regolamenti regolamenti;
  private final Documenti documenti;
  private final RegistroDellAssemblea registro;
  private final AttiDellAssemblea atti;
  private final Clock orologio;

  Sedute(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Anagrafica anagrafica,
      Piani piani,
      Regolamenti regolamenti,
      Documenti documenti,
      RegistroDellAssemblea registro,
      AttiDellAssemblea atti,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.regolamenti = regolamenti;
    this.documenti = documenti;
    this.registro = registro;
    this.atti = atti;
    this.orologio = orologio;
  }

  /**
   * Everything recorded of a sitting until now.
   *
   * @throws DatoNonValido when there is no such sitting, or the rules count inhabitants and those
   *     of some Comune are not known
   */
  @Transactional(readOnly = true)
  public Quadro quadro(long sedutaId) {
    Seduta seduta = seduta(sedutaId);
    RegolamentoAssemblea regolamento = regolamenti.regolamento(seduta.regolamentoId());
    RiferimentoPiano piano = piani.riferimento(seduta.pianoId());
    List<Componente> componenti = componenti(seduta, regolamento, piano);
    List<Movimento> movimenti = movimenti(sedutaId);
    List<Votazione> dellaPratica = Votazioni.di(jdbc, seduta.approvazioneId());
    Set<String> presenti =
        new Presenze(movimenti).alle(ZonedDateTime.now(orologio), Long.MAX_VALUE);
    return new Quadro(
        seduta,
        Assemblea.deliberazione(jdbc, seduta.approvazioneId()),
        piano,
        regolamento,
        componenti,
        movimenti,
        rappresentanti(sedutaId),
        dellaPratica.stream().filter(v -> v.sedutaId() == sedutaId).toList(),
        voti(sedutaId),
        Votazioni.decisi(dellaPratica),
        presenti,
        Quorum.di(
            regolamento.modoQuorum(),
            regolamento.quorum(seduta.convocazione()),
            componenti,
            componenti.stream().filter(c -> presenti.contains(c.codiceIstat())).toList()),
        chiusura(sedutaId));
  }

  /**
   * Records that some Comuni come in or go out.
   *
   * @param ora in Rome, on the day of the sitting or after its midnight; {@code null} for now
   * @throws DatoNonValido when the hour is outside the sitting, or somebody comes in twice or goes
   *     out without being there
   */
  public void registra(
      long sedutaId, Movimento.Tipo tipo, Collection<String> comuni, LocalTime ora, String chi) {
    Quadro quadro = perScrivere(sedutaId);
    if (tipo == Movimento.Tipo.ANNULLAMENTO) {
      throw new IllegalArgumentException("Un movimento si annulla con annulla()");
    }
    if (comuni.isEmpty()) {
      throw DatoNonValido.regola("Comuni", "indicarne almeno uno.");
    }
    membri(quadro, comuni);
    OffsetDateTime quando = quando(quadro.seduta(), ora);
    OffsetDateTime adesso = adesso();
    var previsti = new ArrayList<>(quadro.movimenti());
    var righe = new ArrayList<Map<String, Object>>();
    for (String comune : new TreeSet<>(comuni)) {
      previsti.add(
          new Movimento(
              -1,
              Long.MAX_VALUE,
              comune,
              tipo,
              quando.atZoneSameInstant(Termini.ROMA),
              null,
              null,
              chi));
      righe.add(
          Map.of(
              "seduta_id", sedutaId,
              "codice_istat", comune,
              "tipo", tipo,
              "quando", quando,
              "registrato", adesso,
              "registrato_da", chi));
    }
    new Presenze(previsti).verifica(quadro.nomi());
    fissaComponenti(quadro);
    registro.aggiungi(quadro.piano().pianoId(), RegistroDellAssemblea.MOVIMENTI, righe);
  }

  /**
   * Takes back an entry or an exit that was recorded by mistake.
   *
   * @throws DatoNonValido when it is not of this sitting, was taken back already, or without it the
   *     others make no sense
   */
  public void annulla(long sedutaId, long movimentoId, String motivo, String chi) {
    Quadro quadro = perScrivere(sedutaId);
    Movimento sbagliato =
        quadro.movimenti().stream()
            .filter(m -> m.id() == movimentoId && m.tipo() != Movimento.Tipo.ANNULLAMENTO)
            .findFirst()
            .orElseThrow(
                () -> new DatoNonValido("Presenza", movimentoId, "una presenza di questa seduta"));
    if (quadro.movimenti().stream().anyMatch(m -> Long.valueOf(movimentoId).equals(m.corregge()))) {
      throw DatoNonValido.regola("Presenza", "è già stata annullata.");
    }
    var previsti = new ArrayList<>(quadro.movimenti());
    previsti.remove(sbagliato);
    new Presenze(previsti).verifica(quadro.nomi());
    registro.aggiungi(
        quadro.piano().pianoId(),
        RegistroDellAssemblea.MOVIMENTI,
        Map.of(
            "seduta_id",
            sedutaId,
            "codice_istat",
            sbagliato.codiceIstat(),
            "tipo",
            Movimento.Tipo.ANNULLAMENTO,
            "quando",
            sbagliato.quando().toOffsetDateTime(),
            "corregge",
            movimentoId,
            "motivo",
            motivo(motivo),
            "registrato",
            adesso(),
            "registrato_da",
            chi));
  }

  /**
   * Records who sits for a Comune from now on: the mayor by name, a commissario, or a delegate.
   *
   * @throws DatoNonValido when the rules do not allow the delegation
   */
  public void rappresenta(long sedutaId, Rappresentante rappresentante, String chi) {
    Quadro quadro = perScrivere(sedutaId);
    String comune = rappresentante.codiceIstat();
    membri(quadro, Set.of(comune));
    if (rappresentante.qualita() == Rappresentante.Qualita.DELEGATO) {
      verificaDelega(quadro, rappresentante);
    }
    Long precedente =
        jdbc.sql(
                """
                select max(id) from seduta_rappresentante
                 where seduta_id = ? and codice_istat = ?""")
            .params(sedutaId, comune)
            .query(Long.class)
            .optional()
            .orElse(null);
    var riga = new HashMap<String, Object>();
    riga.put("seduta_id", sedutaId);
    riga.put("corregge", precedente);
    riga.put("codice_istat", comune);
    riga.put("qualita", rappresentante.qualita());
    riga.put("nome", rappresentante.nome());
    riga.put("carica", rappresentante.carica());
    riga.put("atto", rappresentante.atto());
    riga.put("registrato", adesso());
    riga.put("registrato_da", chi);
    fissaComponenti(quadro);
    registro.aggiungi(quadro.piano().pianoId(), RegistroDellAssemblea.RAPPRESENTANTI, riga);
  }

  /**
   * Takes a vote. Without quorum nothing is voted, and that is what is recorded.
   *
   * @param ora in Rome; {@code null} for now
   * @param voti of every Comune in the room at that hour, by ISTAT code; not looked at without
   *     quorum
   * @throws DatoNonValido when the point is not to be voted now, or the votes are not those of who
   *     is in the room
   */
  public Votazione vota(
      long sedutaId, Punto punto, LocalTime ora, Map<String, Voto> voti, String chi) {
    Quadro quadro = perScrivere(sedutaId);
    if (quadro.prossimo().filter(punto::equals).isEmpty()) {
      throw DatoNonValido.regola(
          punto.descrizione(),
          quadro.decisi().containsKey(punto)
              ? "è già stato validamente votato."
              : "si vota solo dopo l'approvazione del Piano di Zona.");
    }
    return vota(quadro, punto, quando(quadro.seduta(), ora), null, null, voti, chi);
  }

  /**
   * Corrects a vote that was recorded wrongly, at its own hour and with who the register says was
   * there: a new vote that names the wrong one.
   *
   * @throws DatoNonValido when it is not the last version of a vote of this sitting
   */
  public Votazione correggi(
      long sedutaId, long votazioneId, Map<String, Voto> voti, String motivo, String chi) {
    Quadro quadro = perScrivere(sedutaId);
    Votazione sbagliata =
        quadro.correnti().stream()
            .filter(v -> v.id() == votazioneId)
            .findFirst()
            .orElseThrow(
                () ->
                    new DatoNonValido(
                        "Votazione", votazioneId, "una votazione di questa seduta, non corretta"));
    return vota(
        quadro,
        sbagliata.punto(),
        sbagliata.tenuta().toOffsetDateTime(),
        sbagliata,
        motivo(motivo),
        voti,
        chi);
  }

  /**
   * Closes the register, keeps the verbale in the fascicolo and says where the approval stands.
   *
   * @throws DatoNonValido when the quorum is there and something is still to vote, or a vote no
   *     longer agrees with the presences
   */
  public EsitoSeduta chiudi(
      long sedutaId, String presidente, String segretario, String note, String chi) {
    Quadro quadro = perScrivere(sedutaId);
    for (Votazione votazione : quadro.correnti()) {
      if (!quadro.coerente(votazione)) {
        throw DatoNonValido.regola(
            votazione.punto().descrizione(),
            "le presenze sono state corrette dopo il voto: correggere anche il voto.");
      }
    }
    var prossimo = quadro.prossimo();
    if (prossimo.isPresent()) {
      if (quadro.quorum().raggiunto()) {
        throw DatoNonValido.regola(
            "Seduta",
            "il numero legale c'è: resta da mettere ai voti «%s», oppure da registrare chi è uscito."
                .formatted(prossimo.get().descrizione()));
      }
      boolean attestata =
          quadro.correnti().stream().anyMatch(v -> v.punto() == prossimo.get() && !v.valida());
      if (!attestata && !quadro.presenze().intervenuti().isEmpty()) {
        vota(quadro, prossimo.get(), adesso(), null, null, Map.of(), chi);
      }
    }
    fissaComponenti(quadro);
    registro.aggiungi(
        quadro.piano().pianoId(),
        RegistroDellAssemblea.CHIUSURE,
        chiusura(quadro, presidente, segretario, note, chi));
    Quadro chiuso = quadro(sedutaId);
    chiuso.correnti().stream()
        .filter(v -> v.valida() && !v.approvata())
        .filter(v -> chiuso.deliberazione().oggetto() == Oggetto.PIANO_E_SCHEMA)
        .forEach(
            v ->
                documenti.registraRigetto(
                    chiuso.piano().pianoId(), chiuso.seduta().giorno(), Votazioni.conteggio(v)));
    atti.verbale(chiuso, registro.ultimaImpronta(chiuso.piano().pianoId()));
    return chiuso.deliberazione().esito(chiuso.decisi());
  }

  private Map<String, Object> chiusura(
      Quadro quadro, String presidente, String segretario, String note, String chi) {
    var riga = new HashMap<String, Object>();
    riga.put("seduta_id", quadro.seduta().id());
    riga.put(
        "esito",
        quadro.prossimo().isEmpty()
            ? Chiusura.Esito.DELIBERANTE
            : quadro.presenze().intervenuti().isEmpty()
                ? Chiusura.Esito.DESERTA
                : Chiusura.Esito.SENZA_NUMERO_LEGALE);
    riga.put("presidente", presidente);
    riga.put("segretario", segretario);
    riga.put("note", note);
    riga.put("chiusa", adesso());
    riga.put("chiusa_da", chi);
    return riga;
  }

  private Votazione vota(
      Quadro quadro,
      Punto punto,
      OffsetDateTime tenuta,
      Votazione corregge,
      String motivo,
      Map<String, Voto> voti,
      String chi) {
    RegolamentoAssemblea regolamento = quadro.regolamento();
    Set<String> inAula =
        corregge == null
            ? quadro.presenze().alle(tenuta.atZoneSameInstant(Termini.ROMA))
            : quadro.presentiA(corregge);
    List<Componente> presenti = quadro.componenti(inAula);
    Quorum quorum =
        Quorum.di(
            regolamento.modoQuorum(),
            regolamento.quorum(quadro.seduta().convocazione()),
            quadro.componenti(),
            presenti);
    boolean valida = quorum.raggiunto();
    if (valida) {
      votanoIPresenti(quadro, punto, inAula, voti);
    }
    Map<Componente, Voto> espressi = new LinkedHashMap<>();
    if (valida) {
      presenti.forEach(c -> espressi.put(c, voti.get(c.codiceIstat())));
    }
    Scrutinio scrutinio = Scrutinio.di(regolamento.modoVoto(), quadro.componenti(), espressi);
    boolean approvata =
        scrutinio.approvato(regolamento.maggioranza(punto), regolamento.astensioni());
    var riga = new HashMap<String, Object>();
    riga.put("seduta_id", quadro.seduta().id());
    riga.put("punto", punto);
    riga.put("modo_quorum", quorum.modo());
    riga.put("comuni", quorum.comuni());
    riga.put("comuni_presenti", quorum.comuniPresenti());
    riga.put("comuni_richiesti", quorum.comuniRichiesti());
    riga.put("popolazione", quorum.popolazione());
    riga.put("popolazione_presente", quorum.popolazionePresente());
    riga.put("popolazione_richiesta", quorum.popolazioneRichiesta());
    riga.put("favorevoli", scrutinio.favorevoli());
    riga.put("contrari", scrutinio.contrari());
    riga.put("astenuti", scrutinio.astenuti());
    riga.put("voti_assemblea", scrutinio.componenti());
    riga.put("valida", valida);
    riga.put("approvata", approvata);
    riga.put("tenuta", Catena.conservabile(tenuta));
    riga.put("corregge", corregge == null ? null : corregge.id());
    riga.put("motivo", motivo);
    riga.put("registrata", adesso());
    riga.put("registrata_da", chi);
    fissaComponenti(quadro);
    long pianoId = quadro.piano().pianoId();
    long id = registro.aggiungi(pianoId, RegistroDellAssemblea.VOTAZIONI, riga);
    var righe = new ArrayList<Map<String, Object>>();
    espressi.forEach(
        (comune, voto) -> {
          var r = new HashMap<String, Object>();
          r.put("votazione_id", id);
          r.put("codice_istat", comune.codiceIstat());
          r.put("voto", voto);
          r.put("peso", Scrutinio.peso(regolamento.modoVoto(), comune));
          var persona = quadro.rappresentanti().get(comune.codiceIstat());
          r.put("rappresentante", persona == null ? null : accorcia(persona.descrizione()));
          r.put(
              "corregge",
              corregge == null
                  ? null
                  : quadro.voto(corregge, comune.codiceIstat()).map(VotoEspresso::id).orElse(null));
          righe.add(r);
        });
    registro.aggiungi(pianoId, RegistroDellAssemblea.VOTI, righe);
    return Votazioni.di(jdbc, quadro.seduta().approvazioneId()).stream()
        .filter(v -> v.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private static void votanoIPresenti(
      Quadro quadro, Punto punto, Set<String> inAula, Map<String, Voto> voti) {
    var assenti = new TreeSet<>(voti.keySet());
    assenti.removeAll(inAula);
    if (!assenti.isEmpty()) {
      throw DatoNonValido.regola(
          punto.descrizione(),
          "vota solo chi è presente in quel momento; non risulta presente: %s."
              .formatted(quadro.elenco(assenti)));
    }
    var muti = new TreeSet<>(inAula);
    muti.removeAll(voti.keySet());
    if (!muti.isEmpty()) {
      throw DatoNonValido.regola(
          punto.descrizione(),
          "manca il voto di chi è presente in quel momento: %s.".formatted(quadro.elenco(muti)));
    }
  }

  private static void verificaDelega(Quadro quadro, Rappresentante nuovo) {
    var regole = quadro.regolamento().deleghe();
    if (!regole.ammesse()) {
      throw DatoNonValido.regola(
          "Delega",
          "il regolamento dell'Assemblea non ammette deleghe (%s)."
              .formatted(quadro.regolamento().norma()));
    }
    var altri =
        quadro.rappresentanti().values().stream()
            .filter(r -> r.qualita() == Rappresentante.Qualita.DELEGATO)
            .filter(r -> !r.codiceIstat().equals(nuovo.codiceIstat()))
            .toList();
    if (regole.massime() != null && altri.size() >= regole.massime()) {
      throw DatoNonValido.regola(
          "Delega",
          "in una seduta sono ammesse al massimo %d deleghe (%s)."
              .formatted(regole.massime(), quadro.regolamento().norma()));
    }
    var suoi =
        altri.stream()
            .filter(r -> r.stessaPersona(nuovo))
            .map(Rappresentante::codiceIstat)
            .collect(Collectors.toSet());
    if (suoi.size() >= regole.comuniPerDelegato()) {
      throw DatoNonValido.regola(
          "Delega",
          "%s rappresenta già %s: ogni delegato può rappresentare al massimo %s (%s)."
              .formatted(
                  nuovo.nome(),
                  quadro.elenco(suoi),
                  regole.comuniPerDelegato() == 1
                      ? "un Comune"
                      : regole.comuniPerDelegato() + " Comuni",
                  quadro.regolamento().norma()));
    }
  }

  /** Two people recording at once follow each other; the second sees what the first recorded. */
  private Quadro perScrivere(long sedutaId) {
    jdbc.sql("select id from seduta where id = ? for update")
        .param(sedutaId)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Seduta", sedutaId, "una seduta convocata"));
    Quadro quadro = quadro(sedutaId);
    if (ZonedDateTime.now(orologio).isBefore(quadro.seduta().inizio())) {
      throw DatoNonValido.regola(
          "Seduta",
          "comincia il %s: il registro si apre da quel momento."
              .formatted(GIORNO_E_ORA.format(quadro.seduta().inizio())));
    }
    if (!quadro.aperta()) {
      throw DatoNonValido.regola("Seduta", "il registro è chiuso e il verbale è agli atti.");
    }
    return quadro;
  }

  private OffsetDateTime quando(Seduta seduta, LocalTime ora) {
    if (ora == null) {
      return adesso();
    }
    var inizio = seduta.inizio().withZoneSameInstant(Termini.ROMA);
    var quando = inizio.toLocalDate().atTime(ora).atZone(Termini.ROMA);
    if (quando.isBefore(Presenze.minuto(inizio))) {
      quando = inizio.toLocalDate().plusDays(1).atTime(ora).atZone(Termini.ROMA);
    }
    if (quando.isAfter(ZonedDateTime.now(orologio))) {
      throw new DatoNonValido(
          "Ora",
          ora,
          "un'ora dall'inizio della seduta, %s, a questo momento"
              .formatted(GIORNO_E_ORA.format(inizio)));
    }
    return quando.toOffsetDateTime();
  }

  private static void membri(Quadro quadro, Collection<String> comuni) {
    var estranei = new HashSet<>(comuni);
    estranei.removeAll(quadro.nomi().keySet());
    if (!estranei.isEmpty()) {
      throw new DatoNonValido("Comuni", String.join(", ", estranei), "un Comune dell'Ambito");
    }
  }

  private static String motivo(String motivo) {
    if (motivo == null || motivo.isBlank() || motivo.strip().length() > MOTIVO_MASSIMO) {
      throw new DatoNonValido(
          "Motivo della correzione",
          motivo == null || motivo.isBlank() ? null : "un testo lungo",
          "un testo fino a %d caratteri".formatted(MOTIVO_MASSIMO));
    }
    return motivo.strip();
  }

  private static String accorcia(String testo) {
    return testo.length() > 400 ? testo.substring(0, 400) : testo;
  }

  private Seduta seduta(long sedutaId) {
    return jdbc.sql(Assemblea.SEDUTE + " where s.id = ?")
        .param(sedutaId)
        .query(Assemblea::seduta)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Seduta", sedutaId, "una seduta convocata"));
  }

  /** As they were when the register was opened; before that, as they are now. */
  private List<Componente> componenti(
      Seduta seduta, RegolamentoAssemblea regolamento, RiferimentoPiano piano) {
    List<Componente> fissati =
        jdbc.sql(
                """
                select codice_istat, denominazione, popolazione from seduta_componente
                 where seduta_id = ? order by denominazione, codice_istat""")
            .param(seduta.id())
            .query((r, n) -> new Componente(r.getString(1), r.getString(2), r.getInt(3)))
            .list();
    return fissati.isEmpty() ? membri(anagrafica, piano, seduta, regolamento) : fissati;
  }

  static List<Componente> membri(
      Anagrafica anagrafica,
      RiferimentoPiano piano,
      Seduta seduta,
      RegolamentoAssemblea regolamento) {
    List<Comune> comuni =
        regolamento.contaLaPopolazione()
            ? anagrafica.comuniDi(
                piano.codiceAmbito(), seduta.giorno(), regolamento.annoPopolazione())
            : anagrafica.comuniDi(piano.codiceAmbito(), seduta.giorno());
    return comuni.stream()
        .map(c -> new Componente(c.codiceIstat(), c.denominazione(), c.popolazione()))
        .toList();
  }

  private void fissaComponenti(Quadro quadro) {
    long sedutaId = quadro.seduta().id();
    boolean fissati =
        jdbc.sql("select count(*) from seduta_componente where seduta_id = ?")
                .param(sedutaId)
                .query(Long.class)
                .single()
            > 0;
    if (!fissati) {
      jdbcTemplate.batchUpdate(
          """
          insert into seduta_componente (seduta_id, codice_istat, denominazione, popolazione)
          values (?, ?, ?, ?)""",
          quadro.componenti().stream()
              .map(
                  c -> new Object[] {sedutaId, c.codiceIstat(), c.denominazione(), c.popolazione()})
              .toList());
    }
  }

  private List<Movimento> movimenti(long sedutaId) {
    return jdbc.sql("select * from seduta_movimento where seduta_id = ? order by catena_numero")
        .param(sedutaId)
        .query(
            (riga, n) ->
                new Movimento(
                    riga.getLong("id"),
                    riga.getLong("catena_numero"),
                    riga.getString("codice_istat"),
                    Movimento.Tipo.valueOf(riga.getString("tipo")),
                    istante(riga, "quando"),
                    riga.getObject("corregge", Long.class),
                    riga.getString("motivo"),
                    riga.getString("registrato_da")))
        .list();
  }

  private Map<String, Rappresentante> rappresentanti(long sedutaId) {
    var rappresentanti = new HashMap<String, Rappresentante>();
    jdbc.sql("select * from seduta_rappresentante where seduta_id = ? order by id")
        .param(sedutaId)
        .query(
            riga -> {
              rappresentanti.put(
                  riga.getString("codice_istat"),
                  new Rappresentante(
                      riga.getString("codice_istat"),
                      Rappresentante.Qualita.valueOf(riga.getString("qualita")),
                      riga.getString("nome"),
                      riga.getString("carica"),
                      riga.getString("atto")));
            });
    return rappresentanti;
  }

  private Map<Long, List<VotoEspresso>> voti(long sedutaId) {
    return jdbc
        .sql(
            """
            select v.* from voto v join votazione t on t.id = v.votazione_id
             where t.seduta_id = ? order by v.id""")
        .param(sedutaId)
        .query(
            (riga, n) ->
                new VotoEspresso(
                    riga.getLong("id"),
                    riga.getLong("votazione_id"),
                    riga.getString("codice_istat"),
                    Voto.valueOf(riga.getString("voto")),
                    riga.getLong("peso"),
                    riga.getString("rappresentante"),
                    riga.getObject("corregge", Long.class)))
        .list()
        .stream()
        .collect(Collectors.groupingBy(VotoEspresso::votazioneId));
  }

  private Chiusura chiusura(long sedutaId) {
    return jdbc.sql("select * from seduta_chiusura where seduta_id = ?")
        .param(sedutaId)
        .query(
            (riga, n) ->
                new Chiusura(
                    Chiusura.Esito.valueOf(riga.getString("esito")),
                    riga.getString("presidente"),
                    riga.getString("segretario"),
                    riga.getString("note"),
                    istante(riga, "chiusa")))
        .optional()
        .orElse(null);
  }

  private OffsetDateTime adesso() {
    return Catena.conservabile(OffsetDateTime.now(orologio));
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    return riga.getObject(colonna, OffsetDateTime.class).atZoneSameInstant(Termini.ROMA);
  }
}
