package it.pianodizona.simulazione;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.Adesioni;
import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Denaro;
import it.pianodizona.notifiche.StatoMessaggio;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Piano;
import it.pianodizona.piano.Proroghe;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.libro.Movimento;
import it.pianodizona.tavoli.Partecipazione;
import it.pianodizona.tavoli.Tavoli;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a run left in the database, read once at its end. */
@Component
@Simulazione
@Transactional(readOnly = true)
class Bilancio {

  /**
   * One Ambito at the end of a run.
   *
   * @param firma day of the last signature; {@code null} without an Accordo
   * @param ritardo days from the date in force to the last signature, or to the end of the run
   *     without one; 0 or less when it was in time
   * @param trasmissione {@code null} when the ATS did not transmit
   */
  record Riga(
      Ambito ambito,
      Piano piano,
      int comuni,
      boolean perRegola,
      LocalDate firma,
      long ritardo,
      LocalDate trasmissione,
      int rifiuti,
      boolean accordoPrecedente,
      Domande domande,
      int progetti,
      int approvati,
      Denaro assegnata,
      Denaro liquidata,
      Flussi flussi) {}

  /**
   * The domande of a plan.
   *
   * @param ammesse admitted at least once, also those withdrawn or excluded later
   * @param aiTavoli that had a seat, also those that lost it later
   */
  record Domande(
      int presentate, int tardive, int ammesse, int escluse, int aiTavoli, int aderenti) {
    static final Domande NESSUNA = new Domande(0, 0, 0, 0, 0, 0);
  }

  record Flussi(int dovuti, int acquisiti, int inRitardo) {
    static final Flussi NESSUNO = new Flussi(0, 0, 0);
  }

  private final JdbcClient jdbc;
  private final Piani piani;
  private final Anagrafica anagrafica;
  private final Accordi accordi;
  private final Adesioni adesioni;
  private final Proroghe proroghe;
  private final Premialita premialita;
  private final Territorio territorio;
  private final Tavoli tavoli;

  Bilancio(
      JdbcClient jdbc,
      Piani piani,
      Anagrafica anagrafica,
      Accordi accordi,
      Adesioni adesioni,
      Proroghe proroghe,
      Premialita premialita,
      Territorio territorio,
      Tavoli tavoli) {
    this.jdbc = jdbc;
    this.piani = piani;
    this.anagrafica = anagrafica;
    this.accordi = accordi;
    this.adesioni = adesioni;
    this.proroghe = proroghe;
    this.premialita = premialita;
    this.territorio = territorio;
    this.tavoli = tavoli;
  }

  /** One row per plan, by Ambito. */
  List<Riga> righe(Parametri parametri) {
    var perRegola = territorio.assegnatiPerRegola();
    var domande = domande(parametri.triennio());
    var flussi = flussi(parametri.triennio());
    var righe = new ArrayList<Riga>();
    for (var piano : piani.elenco(parametri.triennio())) {
      var ambito = anagrafica.ambito(piano.codiceAmbito());
      var accordo = accordi.ultimo(piano.id());
      var firmato = accordo.filter(a -> accordi.firmatoDaTutti(a.id()));
      var firma = firmato.flatMap(a -> accordi.dataUltimaFirma(piano.id())).orElse(null);
      var riepilogo = premialita.riepilogo(piano.id());
      var sue = domande.getOrDefault(piano.id(), Domande.NESSUNA);
      righe.add(
          new Riga(
              ambito,
              piano,
              anagrafica.comuniDi(ambito.codice(), parametri.fine()).size(),
              perRegola.contains(ambito.codice()),
              firma,
              ChronoUnit.DAYS.between(
                  piano.scadenzaAccordo().toLocalDate(), firma == null ? parametri.fine() : firma),
              firmato.flatMap(a -> accordi.trasmissione(a.id())).map(t -> t.data()).orElse(null),
              proroghe.mancati(piano.id()).size(),
              proroghe.precedente(piano.id()).isPresent(),
              new Domande(
                  sue.presentate(),
                  sue.tardive(),
                  sue.ammesse(),
                  sue.escluse(),
                  (int)
                      tavoli.partecipazioni(piano.id()).stream()
                          .map(Partecipazione::domandaId)
                          .filter(Objects::nonNull)
                          .distinct()
                          .count(),
                  (int)
                      adesioni.delPiano(piano.id()).stream()
                          .filter(a -> Boolean.TRUE.equals(a.accolta()))
                          .count()),
              riepilogo.presentati(),
              riepilogo.approvati(),
              riepilogo.assegnata(),
              riepilogo.liquidata(),
              flussi.getOrDefault(piano.id(), Flussi.NESSUNO)));
    }
    return righe;
  }

  private Map<Long, Domande> domande(String triennio) {
    return jdbc
        .sql(
            """
            select p.id,
                   count(*) presentate,
                   sum(case when d.tardiva then 1 else 0 end) tardive,
                   sum(case when exists (
                     select 1 from domanda_storia s
                     where s.domanda_id = d.id and s.fatto in ('AMMESSA', 'CON_RISERVA'))
                     then 1 else 0 end) ammesse,
                   sum(case when d.esito = 'ESCLUSA' then 1 else 0 end) escluse
            from domanda d
            join avviso a on a.id = d.avviso_id
            join piano p on p.id = a.piano_id
            where p.triennio = ?
            group by p.id\
            """)
        .param(triennio)
        .query(
            (riga, n) ->
                Map.entry(
                    riga.getLong("id"),
                    new Domande(
                        riga.getInt("presentate"),
                        riga.getInt("tardive"),
                        riga.getInt("ammesse"),
                        riga.getInt("escluse"),
                        0,
                        0)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<Long, Flussi> flussi(String triennio) {
    return jdbc
        .sql(
            """
            select p.id,
                   count(*) dovuti,
                   sum(case when f.stato = 'ACQUISITO' then 1 else 0 end) acquisiti,
                   sum(case when exists (
                     select 1 from debito_storia s
                     where s.debito_id = f.id and s.fatto = 'IN_RITARDO') then 1 else 0 end)
                     in_ritardo
            from debito_informativo f join piano p on p.id = f.piano_id
            where p.triennio = ?
            group by p.id\
            """)
        .param(triennio)
        .query(
            (riga, n) ->
                Map.entry(
                    riga.getLong("id"),
                    new Flussi(
                        riga.getInt("dovuti"),
                        riga.getInt("acquisiti"),
                        riga.getInt("in_ritardo"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Every payment, by day. */
  Map<YearMonth, Denaro> pagamenti(Parametri parametri) {
    var mesi = new TreeMap<YearMonth, Denaro>();
    for (var piano : piani.elenco(parametri.triennio())) {
      for (Movimento movimento : premialita.movimenti(piano.id())) {
        mesi.merge(YearMonth.from(movimento.data()), movimento.importo(), Denaro::piu);
      }
    }
    return mesi;
  }

  /** Letters written, by month and purpose; a digest counts as one of its own. */
  Map<YearMonth, Map<String, Integer>> posta() {
    record Conto(YearMonth mese, String scopo, int quante) {}
    return jdbc
        .sql(
            """
            select extract(year from creato) anno, extract(month from creato) mese, scopo,
                   count(*) quante
            from messaggio
            group by extract(year from creato), extract(month from creato), scopo\
            """)
        .query(
            (riga, n) ->
                new Conto(
                    YearMonth.of(riga.getInt("anno"), riga.getInt("mese")),
                    riga.getString("scopo"),
                    riga.getInt("quante")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Conto::mese,
                TreeMap::new,
                Collectors.toMap(Conto::scopo, Conto::quante, Integer::sum, TreeMap::new)));
  }

  /** Letters by what became of them, in words and in lower case. */
  Map<String, Integer> postaPerStato() {
    return jdbc
        .sql("select stato, count(*) quante from messaggio group by stato")
        .query(
            (riga, n) ->
                Map.entry(
                    StatoMessaggio.valueOf(riga.getString("stato"))
                        .descrizione()
                        .toLowerCase(Locale.ITALIAN),
                    riga.getInt("quante")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
  }

  /** Sums one number over all rows. */
  static int somma(List<Riga> righe, Function<Riga, Integer> quale) {
    return righe.stream().mapToInt(quale::apply).sum();
  }
}
