package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termine;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Protocollo;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices of co-programmazione from the naming of the RUP to the closing report. */
@Service
@Transactional
public class Avvisi {

  private static final String CAMPO = "Avviso";
  private static final String SCADENZA = "Termine per le domande";
  private static final String SELEZIONE =
      """
      select a.*, p.triennio from avviso a join piano p on p.id = a.piano_id
      """;

  private final JdbcClient jdbc;
  private final Piani piani;
  private final Scadenze scadenze;
  private final Protocollo protocollo;
  private final CoProgrammazioneProperties parametri;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Avvisi(
      JdbcClient jdbc,
      Piani piani,
      Scadenze scadenze,
      Protocollo protocollo,
      CoProgrammazioneProperties parametri,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.piani = piani;
    this.scadenze = scadenze;
    this.protocollo = protocollo;
    this.parametri = parametri;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Records the acts that open the co-programmazione; the last ones recorded count.
   *
   * @throws DatoNonValido when an act is dated in the future
   */
  public void nominaRup(long pianoId, AttiDiAvvio atti, String chi) {
    atti.verificaAl(LocalDate.now(orologio));
    jdbc.sql(
            """
            insert into atti_di_avvio (piano_id, rup, numero_determina, data_determina,
              numero_indirizzo, data_indirizzo, priorita, chi, quando)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            pianoId,
            atti.rup(),
            atti.numeroDetermina(),
            atti.dataDetermina(),
            atti.numeroIndirizzo(),
            atti.dataIndirizzo(),
            atti.priorita(),
            chi,
            adesso())
        .update();
  }

  @Transactional(readOnly = true)
  public Optional<AttiDiAvvio> attiDiAvvio(long pianoId) {
    return jdbc.sql(
            """
            select rup, numero_determina, data_determina, numero_indirizzo, data_indirizzo, priorita
            from atti_di_avvio where piano_id = ? order by id desc limit 1""")
        .param(pianoId)
        .query(AttiDiAvvio.class)
        .optional();
  }

  /**
   * Keeps the first draft of a notice.
   *
   * @return its key
   * @throws DatoNonValido when the deadline for domande is not in the future
   */
  public long redigi(long pianoId, ContenutoAvviso contenuto) {
    verificaFutura(contenuto.scadenzaDomande());
    var piano = piani.riferimento(pianoId);
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into avviso (piano_id, codice_ambito, stato, titolo, atto_regionale, capofila,
              chi_puo_partecipare, impegni, pec, email, canale_web, data_pubblicazione,
              data_scadenza, rup, firmatario)
            values (:piano, :ambito, 'BOZZA', :titolo, :atto, :capofila, :chi, :impegni, :pec,
              :email, :web, :pubblicazione, :scadenza, :rup, :firmatario)""")
        .params(testi(contenuto))
        .param("piano", pianoId)
        .param("ambito", piano.codiceAmbito())
        .update(chiave, "id");
    long id = chiave.getKeyAs(Long.class);
    scriviAree(id, contenuto.aree());
    scriviIncontri(id, contenuto.incontri());
    return id;
  }

  /**
   * Replaces a draft that was sent back.
   *
   * @throws DatoNonValido when the notice is no longer a draft, or the deadline for domande is not
   *     in the future
   */
  public void rivedi(long avvisoId, ContenutoAvviso contenuto) {
    richiedi(avvisoId, StatoAvviso.BOZZA);
    verificaFutura(contenuto.scadenzaDomande());
    jdbc.sql(
            """
            update avviso set titolo = :titolo, atto_regionale = :atto, capofila = :capofila,
              chi_puo_partecipare = :chi, impegni = :impegni, pec = :pec, email = :email,
              canale_web = :web, data_pubblicazione = :pubblicazione, data_scadenza = :scadenza,
              rup = :rup, firmatario = :firmatario
            where id = :id""")
        .params(testi(contenuto))
        .param("id", avvisoId)
        .update();
    jdbc.sql("delete from avviso_incontro where avviso_id = ?").param(avvisoId).update();
    jdbc.sql("delete from avviso_area where avviso_id = ?").param(avvisoId).update();
    scriviAree(avvisoId, contenuto.aree());
    scriviIncontri(avvisoId, contenuto.incontri());
  }

  /**
   * The RUP approves a draft, which then no longer changes.
   *
   * @param osservazioni remarks to keep on record; {@code null} when there are none
   * @throws DatoNonValido when it is not a draft, or its deadline passed meanwhile
   */
  public void approva(long avvisoId, String osservazioni, String chi) {
    var avviso = richiedi(avvisoId, StatoAvviso.BOZZA);
    if (!avviso.contenuto().scadenzaDomande().isAfter(LocalDate.now(orologio))) {
      throw DatoNonValido.regola(
          SCADENZA,
          "il %s non è più nel futuro; rinviare l'avviso all'ufficio perché ne fissi un altro."
              .formatted(DateItaliane.italiana(avviso.contenuto().scadenzaDomande())));
    }
    esamina(avvisoId, true, osservazioni, chi);
    passa(avvisoId, StatoAvviso.APPROVATO);
  }

  /**
   * The RUP sends a draft back.
   *
   * @throws DatoNonValido when no remark says what to change
   */
  public void rinvia(long avvisoId, String osservazioni, String chi) {
    richiedi(avvisoId, StatoAvviso.BOZZA);
    esamina(avvisoId, false, Testi.obbligatorio("Osservazioni del RUP", osservazioni, 4000), chi);
  }

  /** Why the notice was last sent back; empty when it was not, or it is approved. */
  @Transactional(readOnly = true)
  public Optional<String> rilievi(long avvisoId) {
    return jdbc.sql(
            """
            select approvato, osservazioni from avviso_esame where avviso_id = ?
            order by id desc limit 1""")
        .param(avvisoId)
        .query((riga, n) -> riga.getBoolean("approvato") ? "" : riga.getString("osservazioni"))
        .optional()
        .filter(testo -> !testo.isEmpty());
  }

  /** Puts the notice on line, for the first time or again after a reopening. */
  public Avviso pubblica(long avvisoId) {
    var avviso = avviso(avvisoId);
    if (avviso.stato() != StatoAvviso.APPROVATO && avviso.stato() != StatoAvviso.PUBBLICATO) {
      throw DatoNonValido.regola(
          CAMPO, "si pubblica solo un avviso approvato; questo è " + descrivi(avviso));
    }
    var numero = avviso.numero() == null ? numera(avviso) : avviso.numero();
    var numeroProtocollo =
        protocollo
            .registra(
                avviso.piano().codiceAmbito(),
                Protocollo.Verso.USCITA,
                "Avviso di co-programmazione " + numero)
            .toString();
    jdbc.sql(
            """
            update avviso set stato = ?, protocollo = ?, pubblicato = coalesce(pubblicato, ?)
            where id = ?""")
        .params(StatoAvviso.PUBBLICATO.name(), numeroProtocollo, adesso(), avvisoId)
        .update();
    jdbc.sql(
            """
            insert into avviso_pubblicazione (avviso_id, protocollo, data_scadenza, quando)
            values (?, ?, ?, ?)""")
        .params(avvisoId, numeroProtocollo, avviso.contenuto().scadenzaDomande(), adesso())
        .update();
    long pianoId = avviso.piano().pianoId();
    var riferimento = "avviso:" + avvisoId;
    scadenze.registra(
        pianoId,
        "DOMANDE",
        riferimento,
        Termini.aData(avviso.contenuto().scadenzaDomande(), "avviso " + numero));
    scadenze.registra(pianoId, "ELENCO_AMMESSI", riferimento, termineElenco(avviso));
    eventi.publishEvent(
        new AvvisoPubblicato(
            avviso.piano(),
            avvisoId,
            numero,
            avviso.contenuto().titolo(),
            avviso.scadenzaDomande()));
    return avviso(avvisoId);
  }

  /** By when the admitted list must be out: the day before the first tavolo. */
  @Transactional(readOnly = true)
  public Termine termineElenco(long avvisoId) {
    return termineElenco(avviso(avvisoId));
  }

  private static Termine termineElenco(Avviso avviso) {
    return Termini.aRitroso(
        avviso.contenuto().primoIncontro(), 1, "elenco degli ammessi prima del primo tavolo");
  }

  /** When the office is reminded of the deadline of a notice that goes on line now. */
  public ZonedDateTime promemoria(Avviso avviso) {
    return avviso.contenuto().promemoria(ZonedDateTime.now(orologio), parametri.promemoriaGiorni());
  }

  /** Tells the office that the deadline for domande is near. */
  public void ricordaScadenza(long avvisoId) {
    var avviso = avviso(avvisoId);
    eventi.publishEvent(
        new ScadenzaDomandeVicina(
            avviso.piano(),
            avvisoId,
            avviso.numero(),
            avviso.scadenzaDomande(),
            domandeInTermine(avvisoId)));
  }

  /** How many domande arrived on time and were not withdrawn. */
  @Transactional(readOnly = true)
  public int domandeInTermine(long avvisoId) {
    return jdbc.sql("select count(*) from domanda where avviso_id = ? and attiva and not tardiva")
        .param(avvisoId)
        .query(Integer.class)
        .single();
  }

  /**
   * Gives a deserted notice a new deadline and new meetings by a new act. Domande that were late
   * for the old deadline are on time for the new one, and their applicants are told.
   *
   * @throws DatoNonValido when the deadline is not in the future, or a meeting comes before it
   */
  public void riapri(
      long avvisoId,
      String numeroAtto,
      LocalDate dataAtto,
      String motivi,
      LocalDate scadenza,
      List<IncontroPrevisto> incontri,
      String chi) {
    var avviso = richiedi(avvisoId, StatoAvviso.PUBBLICATO);
    verificaNonFutura("Data dell'atto di riapertura", dataAtto);
    verificaFutura(scadenza);
    var contenuto = avviso.contenuto().riaperto(scadenza, incontri);
    jdbc.sql(
            """
            insert into avviso_riapertura
              (avviso_id, numero_atto, data_atto, motivi, data_scadenza, chi, quando)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            avvisoId,
            Testi.obbligatorio("Numero dell'atto di riapertura", numeroAtto, 40),
            dataAtto,
            Testi.obbligatorio("Motivi della riapertura", motivi, 2000),
            scadenza,
            chi,
            adesso())
        .update();
    jdbc.sql("update avviso set data_scadenza = ? where id = ?")
        .params(scadenza, avvisoId)
        .update();
    jdbc.sql("delete from avviso_incontro where avviso_id = ?").param(avvisoId).update();
    scriviIncontri(avvisoId, contenuto.incontri());
    jdbc.sql(
            """
            insert into domanda_storia (domanda_id, fatto, chi, quando)
            select id, 'TERMINE_RIAPERTO', cast(? as varchar(120)),
              cast(? as timestamp with time zone)
            from domanda where avviso_id = ? and attiva and tardiva""")
        .params(chi, adesso(), avvisoId)
        .update();
    var tornateTempestive =
        jdbc.sql(
                """
                select id, denominazione, email, protocollo, token from domanda
                where avviso_id = ? and attiva and tardiva order by id""")
            .param(avvisoId)
            .query(
                (riga, n) ->
                    new DomandaTornataTempestiva(
                        avviso.piano(),
                        riga.getLong("id"),
                        riga.getString("denominazione"),
                        riga.getString("email"),
                        riga.getString("protocollo"),
                        contenuto.scadenza(),
                        riga.getString("token")))
            .list();
    jdbc.sql("update domanda set tardiva = false where avviso_id = ? and attiva and tardiva")
        .param(avvisoId)
        .update();
    tornateTempestive.forEach(eventi::publishEvent);
  }

  /** The co-programmazione of a notice on line is over. */
  Avviso chiudi(long avvisoId) {
    var avviso = richiedi(avvisoId, StatoAvviso.PUBBLICATO);
    passa(avvisoId, StatoAvviso.CONCLUSO);
    return avviso;
  }

  /** Those admitted, also with reserve, as receivers of mail. */
  @Transactional(readOnly = true)
  public List<Destinatario> partecipanti(long avvisoId) {
    return jdbc.sql(
            """
            select denominazione, email from domanda
            where avviso_id = ? and esito in ('AMMESSA', 'CON_RISERVA')
            order by denominazione""")
        .param(avvisoId)
        .query(
            (riga, n) -> new Destinatario(riga.getString("denominazione"), riga.getString("email")))
        .list();
  }

  /** Notices that are or were on line, newest first. */
  @Transactional(readOnly = true)
  public List<Avviso> pubblicati() {
    return completa(
        jdbc.sql(SELEZIONE + " where a.numero is not null order by a.pubblicato desc, a.id desc")
            .query(Avvisi::riga)
            .list());
  }

  /** Notices by their keys, in that order. */
  @Transactional(readOnly = true)
  List<Avviso> conId(List<Long> chiavi) {
    if (chiavi.isEmpty()) {
      return List.of();
    }
    var trovati =
        completa(
                jdbc.sql(SELEZIONE + " where a.id in (:id)")
                    .param("id", chiavi)
                    .query(Avvisi::riga)
                    .list())
            .stream()
            .collect(Collectors.toMap(Avviso::id, avviso -> avviso));
    return chiavi.stream().map(trovati::get).toList();
  }

  /** A published notice by its number, e.g. {@code 50084-2024-01}. */
  @Transactional(readOnly = true)
  public Optional<Avviso> perNumero(String numero) {
    return completa(
            jdbc.sql(SELEZIONE + " where a.numero = ?").param(numero).query(Avvisi::riga).list())
        .stream()
        .findFirst();
  }

  /** The last notice of a plan, also a draft. */
  @Transactional(readOnly = true)
  public Optional<Avviso> delPiano(long pianoId) {
    return completa(
            jdbc.sql(SELEZIONE + " where a.piano_id = ? order by a.id desc limit 1")
                .param(pianoId)
                .query(Avvisi::riga)
                .list())
        .stream()
        .findFirst();
  }

  /**
   * @throws DatoNonValido when there is no such notice
   */
  @Transactional(readOnly = true)
  public Avviso avviso(long id) {
    return completa(jdbc.sql(SELEZIONE + " where a.id = ?").param(id).query(Avvisi::riga).list())
        .stream()
        .findFirst()
        .orElseThrow(() -> new DatoNonValido(CAMPO, id, "un avviso esistente"));
  }

  private String numera(Avviso avviso) {
    int anno = LocalDate.now(orologio).getYear();
    var ambito = avviso.piano().codiceAmbito();
    int progressivo =
        jdbc.sql(
                """
                select coalesce(max(progressivo), 0) + 1 from avviso
                where codice_ambito = ? and anno = ?""")
            .params(ambito, anno)
            .query(Integer.class)
            .single();
    var numero = "%s-%d-%02d".formatted(ambito, anno, progressivo);
    jdbc.sql("update avviso set anno = ?, progressivo = ?, numero = ? where id = ?")
        .params(anno, progressivo, numero, avviso.id())
        .update();
    return numero;
  }

  private void esamina(long avvisoId, boolean approvato, String osservazioni, String chi) {
    jdbc.sql(
            """
            insert into avviso_esame (avviso_id, approvato, osservazioni, chi, quando)
            values (?, ?, ?, ?, ?)""")
        .params(
            avvisoId,
            approvato,
            Testi.facoltativo("Osservazioni del RUP", osservazioni, 4000),
            chi,
            adesso())
        .update();
  }

  private void passa(long avvisoId, StatoAvviso stato) {
    jdbc.sql("update avviso set stato = ? where id = ?").params(stato.name(), avvisoId).update();
  }

  private Avviso richiedi(long avvisoId, StatoAvviso stato) {
    var avviso = avviso(avvisoId);
    if (avviso.stato() != stato) {
      throw DatoNonValido.regola(
          CAMPO,
          "questo passo vale per un avviso %s; questo è %s"
              .formatted(stato.descrizione(), descrivi(avviso)));
    }
    return avviso;
  }

  private static String descrivi(Avviso avviso) {
    return avviso.stato().descrizione() + ".";
  }

  private void verificaFutura(LocalDate scadenza) {
    var oggi = LocalDate.now(orologio);
    if (!scadenza.isAfter(oggi)) {
      throw DatoNonValido.regola(
          SCADENZA,
          "il %s non viene dopo oggi (%s)."
              .formatted(DateItaliane.italiana(scadenza), DateItaliane.italiana(oggi)));
    }
  }

  private void verificaNonFutura(String campo, LocalDate data) {
    if (data.isAfter(LocalDate.now(orologio))) {
      throw new DatoNonValido(campo, DateItaliane.italiana(data), "una data non futura");
    }
  }

  private OffsetDateTime adesso() {
    return OffsetDateTime.now(orologio);
  }

  private static Map<String, Object> testi(ContenutoAvviso contenuto) {
    var valori = new java.util.HashMap<String, Object>();
    valori.put("titolo", contenuto.titolo());
    valori.put("atto", contenuto.attoRegionale());
    valori.put("capofila", contenuto.capofila());
    valori.put("chi", contenuto.chiPuoPartecipare());
    valori.put("impegni", contenuto.impegni());
    valori.put("pec", contenuto.pec());
    valori.put("email", contenuto.email());
    valori.put("web", contenuto.canaleWeb());
    valori.put("pubblicazione", contenuto.pubblicazione());
    valori.put("scadenza", contenuto.scadenzaDomande());
    valori.put("rup", contenuto.rup());
    valori.put("firmatario", contenuto.firmatario());
    return valori;
  }

  private void scriviAree(long avvisoId, List<Area> aree) {
    int posizione = 0;
    for (var area : aree) {
      posizione++;
      jdbc.sql(
              """
              insert into avviso_area (avviso_id, codice, posizione, denominazione, temi)
              values (?, ?, ?, ?, ?)""")
          .params(avvisoId, area.codice(), posizione, area.denominazione(), area.temi())
          .update();
    }
  }

  private void scriviIncontri(long avvisoId, List<IncontroPrevisto> incontri) {
    for (var incontro : incontri) {
      jdbc.sql(
              """
              insert into avviso_incontro (avviso_id, area, numero, giorno, dalle, alle, luogo)
              values (?, ?, ?, ?, ?, ?, ?)""")
          .params(
              avvisoId,
              incontro.area(),
              incontro.numero(),
              incontro.giorno(),
              incontro.dalle().toString(),
              incontro.alle().toString(),
              incontro.luogo())
          .update();
    }
  }

  /** A row of the notice, still without areas and meetings. */
  private record Riga(
      long id,
      RiferimentoPiano piano,
      String numero,
      StatoAvviso stato,
      String protocollo,
      ZonedDateTime pubblicato,
      Testo testo) {}

  private record Testo(
      String titolo,
      String attoRegionale,
      String capofila,
      String chi,
      String impegni,
      String pec,
      String email,
      boolean web,
      LocalDate pubblicazione,
      LocalDate scadenza,
      String rup,
      String firmatario) {

    ContenutoAvviso con(List<Area> aree, List<IncontroPrevisto> incontri) {
      return new ContenutoAvviso(
          titolo,
          attoRegionale,
          capofila,
          aree,
          incontri,
          chi,
          impegni,
          pec,
          email,
          web,
          pubblicazione,
          scadenza,
          rup,
          firmatario);
    }
  }

  private record DiAvviso<T>(long avvisoId, T valore) {}

  private static Riga riga(ResultSet riga, int n) throws SQLException {
    var pubblicato = riga.getObject("pubblicato", OffsetDateTime.class);
    return new Riga(
        riga.getLong("id"),
        new RiferimentoPiano(
            riga.getLong("piano_id"), riga.getString("codice_ambito"), riga.getString("triennio")),
        riga.getString("numero"),
        StatoAvviso.valueOf(riga.getString("stato")),
        riga.getString("protocollo"),
        pubblicato == null ? null : pubblicato.atZoneSameInstant(Termini.ROMA),
        new Testo(
            riga.getString("titolo"),
            riga.getString("atto_regionale"),
            riga.getString("capofila"),
            riga.getString("chi_puo_partecipare"),
            riga.getString("impegni"),
            riga.getString("pec"),
            riga.getString("email"),
            riga.getBoolean("canale_web"),
            riga.getObject("data_pubblicazione", LocalDate.class),
            riga.getObject("data_scadenza", LocalDate.class),
            riga.getString("rup"),
            riga.getString("firmatario")));
  }

  private List<Avviso> completa(List<Riga> righe) {
    if (righe.isEmpty()) {
      return List.of();
    }
    var id = righe.stream().map(Riga::id).toList();
    var aree =
        perAvviso(
            jdbc.sql("select * from avviso_area where avviso_id in (:id) order by posizione")
                .param("id", id)
                .query(
                    (riga, n) ->
                        new DiAvviso<>(
                            riga.getLong("avviso_id"),
                            new Area(
                                riga.getString("codice"),
                                riga.getString("denominazione"),
                                riga.getString("temi"))))
                .list());
    var incontri =
        perAvviso(
            jdbc.sql("select * from avviso_incontro where avviso_id in (:id)")
                .param("id", id)
                .query(
                    (riga, n) ->
                        new DiAvviso<>(
                            riga.getLong("avviso_id"),
                            new IncontroPrevisto(
                                riga.getString("area"),
                                riga.getInt("numero"),
                                riga.getObject("giorno", LocalDate.class),
                                LocalTime.parse(riga.getString("dalle")),
                                LocalTime.parse(riga.getString("alle")),
                                riga.getString("luogo"))))
                .list());
    return righe.stream()
        .map(
            riga ->
                new Avviso(
                    riga.id(),
                    riga.piano(),
                    riga.numero(),
                    riga.stato(),
                    riga.testo().con(aree.get(riga.id()), incontri.get(riga.id())),
                    riga.protocollo(),
                    riga.pubblicato()))
        .toList();
  }

  private static <T> Map<Long, List<T>> perAvviso(Collection<DiAvviso<T>> righe) {
    return righe.stream()
        .collect(
            Collectors.groupingBy(
                DiAvviso::avvisoId, Collectors.mapping(DiAvviso::valore, Collectors.toList())));
  }
}
