package it.pianodizona.monitoraggio;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.Processi;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Piano;
import it.pianodizona.piano.Triennio;
import it.pianodizona.piano.processo.PianoDiZonaProcesso;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A whole Region in the database: plans in every phase, with all that hangs on them, invented and
 * the same at every run.
 */
@TestComponent
class RegioneFixture {

  static final int FLUSSI = 13;
  private static final int DOMANDE = 12;
  private static final int OBIETTIVI = 10;
  private static final int PROGETTI = 4;
  private static final int MESSAGGI = 60;

  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Processi processi;
  private final ManagementService lavori;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transazione;
  private final Clock orologio;

  RegioneFixture(
      Anagrafica anagrafica,
      Piani piani,
      Processi processi,
      ManagementService lavori,
      JdbcTemplate jdbc,
      TransactionTemplate transazione,
      Clock orologio) {
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.processi = processi;
    this.lavori = lavori;
    this.jdbc = jdbc;
    this.transazione = transazione;
    this.orologio = orologio;
  }

  /**
   * @param quanti how many Ambiti, those of Bergamo first
   * @param conProcessi whether the process of each plan runs too, up to its first task
   * @return codici of the Ambiti that got a plan
   */
  List<String> riempi(String triennio, int quanti, boolean conProcessi) {
    var ambiti =
        anagrafica.ambiti().stream()
            .sorted(
                Comparator.comparing((Ambito a) -> !a.codiceAts().equals("325"))
                    .thenComparing(Ambito::codice))
            .map(Ambito::codice)
            .limit(quanti)
            .toList();
    transazione.executeWithoutResult(
        stato -> {
          piani.registra(
              Triennio.di(
                  triennio, "DGR di prova", LocalDate.now(orologio).plusDays(45), "2021-2023"));
          piani.avvia(triennio, ambiti);
        });
    if (conProcessi) {
      avvia(triennio);
    }
    var elenco = piani.elenco(triennio);
    transazione.executeWithoutResult(stato -> fasi(elenco));
    var aggiornati = piani.elenco(triennio);
    transazione.executeWithoutResult(
        stato -> {
          accordi(aggiornati);
          domande(aggiornati);
          obiettivi(aggiornati);
          premialita(aggiornati);
          flussi(aggiornati, triennio);
          messaggi(aggiornati);
        });
    return ambiti;
  }

  private void avvia(String triennio) {
    for (var piano : piani.elenco(triennio)) {
      processi.avvia(
          PianoDiZonaProcesso.CHIAVE,
          piano.riferimento().chiave(),
          Map.of(
              "pianoId",
              piano.id(),
              "codiceAmbito",
              piano.codiceAmbito(),
              "triennio",
              triennio,
              PianoDiZonaProcesso.SCADENZA_ACCORDO.nome(),
              piano.scadenzaAccordo(),
              PianoDiZonaProcesso.RITARDO_DAL.nome(),
              piano.ritardoDal(),
              PianoDiZonaProcesso.ACCORDO_RAGGIUNTO.nome(),
              false));
    }
    for (List<Job> pronti = pronti(); !pronti.isEmpty(); pronti = pronti()) {
      pronti.forEach(lavoro -> lavori.executeJob(lavoro.getId()));
    }
  }

  private List<Job> pronti() {
    return lavori.createJobQuery().messages().withRetriesLeft().list();
  }

  private void fasi(List<Piano> elenco) {
    var fasi = Fase.values();
    var righe = new ArrayList<Object[]>();
    var passaggi = new ArrayList<Object[]>();
    for (int i = 0; i < elenco.size(); i++) {
      int arrivata = i % fasi.length;
      boolean tardi = i % 7 == 3;
      righe.add(
          new Object[] {
            fasi[arrivata].name(),
            tardi,
            tardi ? adesso().minusDays(20) : elenco.get(i).scadenzaAccordo().toOffsetDateTime(),
            elenco.get(i).id()
          });
      for (int f = 0; f <= arrivata; f++) {
        passaggi.add(
            new Object[] {elenco.get(i).id(), fasi[f].name(), adesso().minusDays(100 - f * 10L)});
      }
    }
    jdbc.batchUpdate(
        "update piano set fase = ?, in_ritardo = ?, scadenza_accordo = ? where id = ?", righe);
    jdbc.batchUpdate(
        "delete from fase_del_piano where piano_id = ?",
        elenco.stream().map(p -> new Object[] {p.id()}).toList());
    jdbc.batchUpdate("insert into fase_del_piano (piano_id, fase, da) values (?, ?, ?)", passaggi);
  }

  private void accordi(List<Piano> elenco) {
    var aperti = dallaFase(elenco, Fase.ACCORDO);
    jdbc.batchUpdate(
        "insert into accordo (piano_id, tentativo, entro, aperto) values (?, 1, ?, ?)",
        aperti.stream()
            .map(p -> new Object[] {p.id(), p.scadenzaAccordo().toOffsetDateTime(), adesso()})
            .toList());
    var accordi = chiavi("select id, piano_id from accordo");
    var comuni = comuniPerAmbito(elenco);
    var enti = new ArrayList<Object[]>();
    for (var piano : aperti) {
      int posizione = 1;
      for (var comune : comuni.getOrDefault(piano.codiceAmbito(), List.of())) {
        enti.add(
            new Object[] {
              accordi.get(piano.id()),
              posizione++,
              "COMUNE",
              comune.codiceIstat(),
              "Comune di " + comune.denominazione()
            });
      }
      enti.add(new Object[] {accordi.get(piano.id()), posizione++, "ATS", "325", "ATS"});
      enti.add(new Object[] {accordi.get(piano.id()), posizione, "ASST", "720", "ASST"});
    }
    jdbc.batchUpdate(
        """
        insert into accordo_sottoscrittore (accordo_id, posizione, tipo, codice_ente, nome)
        values (?, ?, ?, ?, ?)""",
        enti);
    // where the plan is still in the phase of the signatures, the last three are missing
    jdbc.update(
        """
        insert into firma (sottoscrittore_id, esito, persona, ruolo, atto, data_atto, data,
                           registrata)
        select s.id, 'FIRMATA', 'Persona inventata', 'Sindaco', 'DGC 1', ?, ?, ?
          from accordo_sottoscrittore s
          join accordo a on a.id = s.accordo_id
          join piano p on p.id = a.piano_id
         where not exists (select 1 from firma f where f.sottoscrittore_id = s.id)
           and (p.fase <> 'ACCORDO'
                or s.posizione <= (select max(t.posizione) - 3 from accordo_sottoscrittore t
                                    where t.accordo_id = a.id))""",
        LocalDate.now(orologio),
        LocalDate.now(orologio),
        adesso());
    jdbc.batchUpdate(
        """
        insert into accordo_trasmissione (accordo_id, data, protocollo, registrata)
        values (?, ?, 'P-1', ?)""",
        dallaFase(elenco, Fase.PREMIALITA).stream()
            .map(p -> new Object[] {accordi.get(p.id()), LocalDate.now(orologio), adesso()})
            .toList());
  }

  /** Comuni of Bergamo are in their Ambito; the others are shared out among those without any. */
  private Map<String, List<Comune>> comuniPerAmbito(List<Piano> elenco) {
    var perAmbito = new TreeMap<String, List<Comune>>();
    var oggi = LocalDate.now(orologio);
    var senza = anagrafica.comuniSenzaAmbito(oggi);
    var vuoti = new ArrayList<String>();
    for (var piano : elenco) {
      var suoi = anagrafica.comuniDi(piano.codiceAmbito(), oggi);
      perAmbito.put(piano.codiceAmbito(), new ArrayList<>(suoi));
      if (suoi.isEmpty()) {
        vuoti.add(piano.codiceAmbito());
      }
    }
    for (int i = 0; i < senza.size() && !vuoti.isEmpty(); i++) {
      perAmbito.get(vuoti.get(i % vuoti.size())).add(senza.get(i));
    }
    return perAmbito;
  }

  private void domande(List<Piano> elenco) {
    jdbc.batchUpdate(
        """
        insert into avviso (piano_id, codice_ambito, anno, progressivo, numero, stato, titolo,
          atto_regionale, capofila, chi_puo_partecipare, impegni, canale_web, data_pubblicazione,
          data_scadenza, rup, firmatario, pubblicato)
        values (?, ?, ?, 1, ?, 'PUBBLICATO', 'Avviso', 'DGR', 'Capofila', 'Tutti', 'Nessuno', true,
          ?, ?, 'Rup', 'Firma', ?)""",
        elenco.stream()
            .map(
                p ->
                    new Object[] {
                      p.id(),
                      p.codiceAmbito(),
                      Integer.parseInt(p.triennio().substring(0, 4)),
                      "%s/%s".formatted(p.codiceAmbito(), p.triennio()),
                      LocalDate.now(orologio).minusDays(20),
                      LocalDate.now(orologio).plusDays(10),
                      adesso()
                    })
            .toList());
    var avvisi = chiavi("select id, piano_id from avviso");
    jdbc.batchUpdate(
        """
        insert into avviso_area (avviso_id, codice, posizione, denominazione, temi)
        values (?, 'area', 1, 'Area inventata', 'Temi')""",
        elenco.stream().map(p -> new Object[] {avvisi.get(p.id())}).toList());
    jdbc.batchUpdate(
        """
        insert into avviso_incontro (avviso_id, area, numero, giorno, dalle, alle, luogo)
        values (?, 'area', 1, ?, '14:00', '16:00', 'Sala')""",
        elenco.stream()
            .map(p -> new Object[] {avvisi.get(p.id()), LocalDate.now(orologio).plusDays(20)})
            .toList());
    var righe = new ArrayList<Object[]>();
    var esiti = new String[] {"AMMESSA", "AMMESSA", "CON_RISERVA", "ESCLUSA", null, "RITIRATA"};
    for (var piano : elenco) {
      for (int n = 0; n < DOMANDE; n++) {
        righe.add(
            new Object[] {
              avvisi.get(piano.id()),
              "%011d".formatted(n),
              "Associazione inventata " + n,
              "%s-%d-%d".formatted(piano.triennio(), piano.id(), n),
              esiti[n % esiti.length] == null ? "IN_ISTRUTTORIA" : "CONCLUSA",
              esiti[n % esiti.length],
              adesso(),
              adesso()
            });
      }
    }
    jdbc.batchUpdate(
        """
        insert into domanda (avviso_id, codice_fiscale, denominazione, token, stato, esito, ricevuta,
          registrata, attiva, forma_giuridica, sede, email, rappresentante_legale, categoria,
          referente, referente_email, impegni_accettati, liberatoria_proprieta,
          consenso_pubblicazione, informativa_letta, canale, tardiva)
        values (?, ?, ?, ?, ?, ?, ?, ?, true, 'Associazione', 'Via Prima', 'ente@example.org', 'Chi',
          'ETS', 'Chi', 'ente@example.org', true, true, true, true, 'WEB', false)""",
        righe);
  }

  private void obiettivi(List<Piano> elenco) {
    jdbc.batchUpdate(
        """
        insert into documento_di_piano (piano_id, versione, scadenza_bozza, aperto)
        values (?, 1, ?, ?)""",
        elenco.stream().map(p -> new Object[] {p.id(), adesso(), adesso()}).toList());
    var documenti = chiavi("select id, piano_id from documento_di_piano");
    var righe = new ArrayList<Object[]>();
    for (var piano : elenco) {
      for (int n = 0; n < OBIETTIVI; n++) {
        righe.add(
            new Object[] {
              documenti.get(piano.id()),
              n + 1,
              "chiave-" + n,
              String.valueOf((char) ('A' + n)),
              n % 2 == 0,
              n % 5 == 0
            });
      }
    }
    jdbc.batchUpdate(
        """
        insert into obiettivo (documento_id, numero, chiave, macroarea, co_progettato,
          integrazione_sociosanitaria, titolo, descrizione, target, risorse_economiche, personale,
          trasversale, continuita, bisogni, modalita, risultati, impatto, candidato_premialita)
        values (?, ?, ?, ?, ?, ?, 'Obiettivo', 'x', 'x', 1000, 'x', false, false, 'x', 'x', 'x', 'x',
          true)""",
        righe);
  }

  /** Four projects, three approved for 20,000 euro each with the acconto paid for two. */
  private void premialita(List<Piano> elenco) {
    var in = dallaFase(elenco, Fase.PREMIALITA);
    jdbc.batchUpdate(
        "insert into premialita_del_piano (piano_id, registrata) values (?, ?)",
        in.stream().map(p -> new Object[] {p.id(), adesso()}).toList());
    var progetti = new ArrayList<Object[]>();
    for (var piano : in) {
      for (int n = 0; n < PROGETTI; n++) {
        progetti.add(new Object[] {piano.id(), n + 1, "Progetto " + n, adesso()});
      }
    }
    jdbc.batchUpdate(
        """
        insert into progetto_premialita (piano_id, obiettivo_id, titolo, scheda_compilata,
          valutazione_registrata)
        values (?, ?, ?, ?, true)""",
        progetti);
    for (var piano : in) {
      var id =
          jdbc.queryForList(
              "select id from progetto_premialita where piano_id = ? order by id",
              Long.class,
              piano.id());
      for (int n = 0; n < id.size(); n++) {
        boolean positiva = n < 3;
        jdbc.update(
            """
            insert into valutazione_progetto (progetto_id, tipo, positiva, giudizio, utente,
              registrata)
            values (?, 'PROPOSTA', ?, 'x', 'gruppo.tecnico', ?)""",
            id.get(n),
            positiva,
            adesso());
        jdbc.update(
            """
            insert into determinazione_premialita (progetto_id, importo, percentuale_acconto,
              motivo, determinata)
            values (?, ?, 20, 'x', ?)""",
            id.get(n),
            positiva ? 20000 : 0,
            adesso());
        if (positiva) {
          scrivi(piano.id(), id.get(n), "ASSEGNAZIONE", "RISORSE", "DA_LIQUIDARE", 20000);
        }
        if (n < 2) {
          scrivi(piano.id(), id.get(n), "ACCONTO", "DA_LIQUIDARE", "TESORERIA", 4000);
        }
      }
    }
  }

  private void scrivi(
      long pianoId, long progettoId, String causale, String dare, String avere, int euro) {
    jdbc.update(
        """
        insert into scrittura_premialita (piano_id, progetto_id, causale, conto_dare, conto_avere,
          importo, atto, data_atto, beneficiario, presupposto, chiave, utente, registrata)
        values (?, ?, ?, ?, ?, ?, 'D 1', ?, 'Capofila', 'prova', ?, 'regione', ?)""",
        pianoId,
        progettoId,
        causale,
        dare,
        avere,
        euro,
        LocalDate.now(orologio),
        "prova:%d:%s".formatted(progettoId, causale),
        adesso());
  }

  /** Every fifth Ambito is late with one flow. */
  private void flussi(List<Piano> elenco, String triennio) {
    var righe = new ArrayList<Object[]>();
    for (int i = 0; i < elenco.size(); i++) {
      for (int n = 0; n < FLUSSI; n++) {
        boolean tardi = n == 0 && i % 5 == 4;
        righe.add(
            new Object[] {
              elenco.get(i).id(),
              elenco.get(i).codiceAmbito(),
              "FNPS_PREVENTIVO",
              triennio.substring(0, 4) + "-" + n,
              LocalDate.now(orologio).minusDays(60),
              tardi ? adesso().minusDays(3) : adesso().plusDays(20 + n),
              n > 8 ? "ACQUISITO" : "DA_INVIARE",
              tardi
            });
      }
    }
    jdbc.batchUpdate(
        """
        insert into debito_informativo (piano_id, codice_ambito, flusso, periodo, apertura, scadenza,
          stato, in_ritardo, acquisizione)
        values (?, ?, ?, ?, ?, ?, ?, ?, 1)""",
        righe);
  }

  private void messaggi(List<Piano> elenco) {
    var righe = new ArrayList<Object[]>();
    for (var piano : elenco) {
      for (int n = 0; n < MESSAGGI; n++) {
        var chiave = "prova|%d|%d".formatted(piano.id(), n);
        righe.add(
            new Object[] {
              chiave,
              piano.codiceAmbito(),
              piano.triennio(),
              "Comune inventato " + n,
              "<" + chiave + "@example.org>",
              adesso(),
              adesso(),
              adesso()
            });
      }
    }
    jdbc.batchUpdate(
        """
        insert into messaggio (chiave, codice_ambito, triennio, destinatario_nome, message_id,
          prossimo_tentativo, creato, inviato, scopo, oggetto, testo, html, stato, tentativi)
        values (?, ?, ?, ?, ?, ?, ?, ?, 'RICHIESTA_FIRMA', 'Firma dell''Accordo', 'x', 'x',
          'INVIATO', 1)""",
        righe);
  }

  private Map<Long, Long> chiavi(String sql) {
    var chiavi = new HashMap<Long, Long>();
    jdbc.query(
        sql,
        riga -> {
          chiavi.put(riga.getLong("piano_id"), riga.getLong("id"));
        });
    return chiavi;
  }

  private static List<Piano> dallaFase(List<Piano> elenco, Fase fase) {
    return elenco.stream().filter(p -> p.fase().compareTo(fase) >= 0).collect(Collectors.toList());
  }

  private OffsetDateTime adesso() {
    return OffsetDateTime.now(orologio.withZone(Termini.ROMA));
  }
}
