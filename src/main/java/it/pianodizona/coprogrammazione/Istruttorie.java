package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Scadenze;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The office's examination of the domande, from its checks to the proposal for whoever decides.
 * What was checked, proposed and concluded is only ever added to.
 */
@Service
@Transactional
public class Istruttorie {

  private static final String NORMA_PREAVVISO = "art. 10-bis l. 241/1990";
  private static final String NORMA_SENZA_PREAVVISO =
      "art. 13 l. 241/1990 e impostazioni dell'Ambito";

  private final JdbcClient jdbc;
  private final ArchivioDomande archivio;
  private final TerminiProcedimento termini;
  private final Scadenze scadenze;
  private final CoProgrammazioneProperties parametri;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Istruttorie(
      JdbcClient jdbc,
      ArchivioDomande archivio,
      TerminiProcedimento termini,
      Scadenze scadenze,
      CoProgrammazioneProperties parametri,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.archivio = archivio;
    this.termini = termini;
    this.scadenze = scadenze;
    this.parametri = parametri;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Records the office's checks on a domanda.
   *
   * @throws DatoNonValido when the domanda does not wait for them, or a check lies in the future
   */
  public void istruisci(long domandaId, Istruttoria istruttoria, String chi) {
    var domanda = archivio.domanda(domandaId, StatoDomanda.REGISTRATA);
    istruttoria.verificaAl(LocalDate.now(orologio));
    jdbc.sql(
            """
            insert into istruttoria (domanda_id, tempestiva, canale_ammesso, firmata,
              requisiti_provati, categoria_ammessa, firma, documento_identita, categoria, runts,
              runts_numero, runts_verificato, runts_nota, valutazione_richiesta, chi, quando)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            domandaId,
            !domanda.tardiva(),
            istruttoria.canaleAmmesso(),
            istruttoria.firma() != FirmaDomanda.ASSENTE,
            istruttoria.requisitiProvati(),
            istruttoria.categoria() != null,
            istruttoria.firma().name(),
            istruttoria.documentoIdentita(),
            istruttoria.categoria() == null ? null : istruttoria.categoria().name(),
            istruttoria.runts().name(),
            istruttoria.runtsNumero(),
            istruttoria.runtsVerificato(),
            istruttoria.runtsNota(),
            istruttoria.valutazioneRichiesta(),
            chi,
            adesso())
        .update();
    archivio.annota(domandaId, FattoDomanda.ISTRUITA, istruttoria.runtsNota(), null, chi);
    archivio.passa(domandaId, StatoDomanda.IN_ISTRUTTORIA, null);
  }

  /** The last checks on a domanda; empty when there were none. */
  @Transactional(readOnly = true)
  public Optional<Istruttoria> ultima(long domandaId) {
    return jdbc.sql(
            """
            select * from istruttoria where domanda_id = ? and firma is not null
            order by id desc limit 1""")
        .param(domandaId)
        .query(
            (riga, n) -> {
              var categoria = riga.getString("categoria");
              return new Istruttoria(
                  riga.getBoolean("canale_ammesso"),
                  FirmaDomanda.valueOf(riga.getString("firma")),
                  riga.getBoolean("documento_identita"),
                  categoria == null ? null : CategoriaPartecipante.valueOf(categoria),
                  VerificaRunts.valueOf(riga.getString("runts")),
                  riga.getString("runts_numero"),
                  riga.getObject("runts_verificato", LocalDate.class),
                  riga.getString("runts_nota"),
                  riga.getBoolean("requisiti_provati"),
                  riga.getBoolean("valutazione_richiesta"));
            })
        .optional();
  }

  /**
   * Records what the admissibility table proposes. A favourable proposal that the office did not
   * ask to judge goes straight to whoever decides.
   *
   * @return whether the office must judge it
   */
  public boolean proponi(long domandaId, PropostaIstruttoria proposta) {
    archivio.domanda(domandaId, StatoDomanda.IN_ISTRUTTORIA);
    long istruttoria = ultimaIstruttoria(domandaId);
    int ordine = 0;
    for (var regola : proposta.regole()) {
      jdbc.sql(
              """
              insert into istruttoria_regola (istruttoria_id, ordine, esito, motivo, norma)
              values (?, ?, ?, ?, ?)""")
          .params(istruttoria, ++ordine, regola.esito().name(), regola.motivo(), regola.norma())
          .update();
    }
    boolean daValutare =
        !proposta.esito().favorevole() || ultima(domandaId).orElseThrow().valutazioneRichiesta();
    if (!daValutare) {
      daDecidere(domandaId, proposta.sanata(), motiviDellaRiserva(proposta));
    }
    return daValutare;
  }

  /** What the table last proposed for a domanda; empty when it did not. */
  @Transactional(readOnly = true)
  public Optional<PropostaIstruttoria> proposta(long domandaId) {
    var regole =
        jdbc.sql(
                """
                select r.esito, r.motivo, r.norma from istruttoria_regola r
                where r.istruttoria_id = (
                  select max(i.id) from istruttoria i where i.domanda_id = ?)
                order by r.ordine""")
            .param(domandaId)
            .query(
                (riga, n) ->
                    new RegolaApplicata(
                        EsitoIstruttoria.valueOf(riga.getString("esito")),
                        riga.getString("motivo"),
                        riga.getString("norma")))
            .list();
    return regole.isEmpty() ? Optional.empty() : Optional.of(new PropostaIstruttoria(regole));
  }

  /** What the office last concluded about a proposal; empty when it was not asked to. */
  @Transactional(readOnly = true)
  public Optional<Valutazione> valutazione(long domandaId) {
    return jdbc.sql(
            """
            select v.* from istruttoria_valutazione v
            where v.istruttoria_id = (
              select max(i.id) from istruttoria i where i.domanda_id = ?)
            order by v.id desc limit 1""")
        .param(domandaId)
        .query(
            (riga, n) ->
                new Valutazione(
                    EsitoIstruttoria.valueOf(riga.getString("esito")),
                    riga.getString("motivo_scostamento"),
                    riga.getString("testo"),
                    riga.getInt("giorni")))
        .optional();
  }

  /**
   * The office concludes the istruttoria, following the proposal or departing from it.
   *
   * @throws DatoNonValido when it departs without a reason
   */
  public void valuta(long domandaId, Valutazione valutazione, String chi) {
    archivio.domanda(domandaId, StatoDomanda.IN_ISTRUTTORIA);
    var proposta = proposta(domandaId).orElseThrow();
    valutazione.verificaScostamento(proposta.esito());
    jdbc.sql(
            """
            insert into istruttoria_valutazione (istruttoria_id, proposta, esito,
              motivo_scostamento, testo, giorni, chi, quando)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            ultimaIstruttoria(domandaId),
            proposta.esito().name(),
            valutazione.esito().name(),
            valutazione.motivoScostamento(),
            valutazione.testo(),
            valutazione.giorni(),
            chi,
            adesso())
        .update();
    archivio.annota(domandaId, FattoDomanda.VALUTATA, valutazione.motivoScostamento(), null, chi);
    if (valutazione.esito().favorevole()) {
      boolean riserva = valutazione.esito() == EsitoIstruttoria.CON_RISERVA;
      var motivi = motiviDellaRiserva(proposta);
      daDecidere(
          domandaId,
          riserva ? EsitoDomanda.CON_RISERVA : EsitoDomanda.AMMESSA,
          riserva && motivi == null ? valutazione.motivoScostamento() : motivi);
    } else {
      archivio.motiva(domandaId, valutazione.testo());
      archivio.propone(domandaId, EsitoDomanda.ESCLUSA);
    }
  }

  /** What the istruttoria proposes to whoever decides; empty before its end. */
  @Transactional(readOnly = true)
  public Optional<EsitoDomanda> propostaDiEsito(long domandaId) {
    return archivio.proposta(domandaId);
  }

  /**
   * Asks the applicant to complete the domanda (soccorso istruttorio, art. 6 l. 241/1990) within
   * the days that the office chose, which suspend the procedure.
   *
   * @return until when
   */
  public ZonedDateTime richiediIntegrazione(long domandaId) {
    var domanda = archivio.domanda(domandaId, StatoDomanda.IN_ISTRUTTORIA);
    int giorni = valutazione(domandaId).orElseThrow().giorni();
    var termine = termine(domanda, "SOCCORSO", giorni, "soccorso istruttorio, art. 6 l. 241/1990");
    archivio.passa(domandaId, StatoDomanda.INTEGRAZIONE_RICHIESTA, termine);
    archivio.annota(
        domandaId,
        FattoDomanda.INTEGRAZIONE_RICHIESTA,
        domanda.motivi(),
        null,
        ArchivioDomande.SISTEMA);
    termini.sospendi(domanda, CausaSospensione.SOCCORSO, termine.toLocalDate());
    eventi.publishEvent(
        new IntegrazioneRichiesta(
            domanda.piano(),
            domandaId,
            domanda.dati().denominazione(),
            domanda.dati().email(),
            domanda.motivi(),
            termine,
            domanda.token()));
    return termine;
  }

  /**
   * The office judges an integration.
   *
   * @param motivi why it is not enough; required then
   */
  public void esaminaIntegrazione(long domandaId, boolean sufficiente, String motivi, String chi) {
    archivio.domanda(domandaId, StatoDomanda.INTEGRAZIONE_RICEVUTA);
    var testo =
        sufficiente
            ? Testi.facoltativo("Motivi", motivi, 4000)
            : Testi.obbligatorio("Motivi", motivi, 4000);
    archivio.annota(domandaId, FattoDomanda.INTEGRAZIONE_ESAMINATA, testo, null, chi);
    if (sufficiente) {
      sanata(domandaId);
    } else {
      archivio.motiva(domandaId, testo);
    }
  }

  /**
   * Tells the applicant the reasons against admission (art. 10-bis l. 241/1990); the procedure is
   * suspended meanwhile.
   *
   * @return until when observations may come
   */
  public ZonedDateTime inviaPreavviso(long domandaId) {
    var domanda = archivio.domanda(domandaId);
    var motivi = motiviDelRigetto(domanda);
    var termine = termine(domanda, "PREAVVISO", parametri.preavvisoGiorni(), NORMA_PREAVVISO);
    archivio.motiva(domandaId, motivi);
    archivio.passa(domandaId, StatoDomanda.PREAVVISO_INVIATO, termine);
    archivio.annota(
        domandaId,
        FattoDomanda.PREAVVISO_INVIATO,
        motivi,
        NORMA_PREAVVISO,
        ArchivioDomande.SISTEMA);
    termini.sospendi(
        domanda,
        CausaSospensione.PREAVVISO,
        termine.toLocalDate().plusDays(parametri.ripresaSenzaOsservazioniGiorni()));
    eventi.publishEvent(
        new PreavvisoDiRigettoInviato(
            domanda.piano(),
            domandaId,
            domanda.dati().denominazione(),
            domanda.dati().email(),
            motivi,
            termine,
            domanda.token()));
    return termine;
  }

  /** Ends a negative istruttoria where the Ambito sends no preavviso di rigetto. */
  public void chiudiSenzaPreavviso(long domandaId) {
    var domanda = archivio.domanda(domandaId);
    var motivi = motiviDelRigetto(domanda);
    archivio.annota(
        domandaId,
        FattoDomanda.PREAVVISO_OMESSO,
        motivi,
        NORMA_SENZA_PREAVVISO,
        ArchivioDomande.SISTEMA);
    daDecidere(domandaId, EsitoDomanda.ESCLUSA, motivi);
  }

  /** The office judges the observations; its reasons go to whoever decides. */
  public void esaminaOsservazioni(long domandaId, boolean accolte, String motivi, String chi) {
    archivio.domanda(domandaId, StatoDomanda.OSSERVAZIONI_RICEVUTE);
    var testo = Testi.obbligatorio("Valutazione delle osservazioni", motivi, 4000);
    archivio.annota(domandaId, FattoDomanda.OSSERVAZIONI_ESAMINATE, testo, null, chi);
    if (accolte) {
      sanata(domandaId);
    } else {
      daDecidere(domandaId, EsitoDomanda.ESCLUSA, testo);
    }
  }

  /**
   * Whoever decides sends the domanda back to the office.
   *
   * @throws DatoNonValido when the reasons are missing
   */
  public void rinvia(long domandaId, String motivi, String chi) {
    var testo = Testi.obbligatorio("Motivi", motivi, 4000);
    archivio.annota(domandaId, FattoDomanda.RINVIATA, testo, null, chi);
    archivio.passa(domandaId, StatoDomanda.REGISTRATA, null);
  }

  private void sanata(long domandaId) {
    var proposta = proposta(domandaId).orElseThrow();
    daDecidere(domandaId, proposta.sanata(), motiviDellaRiserva(proposta));
  }

  private static String motiviDellaRiserva(PropostaIstruttoria proposta) {
    return Testi.facoltativo("Motivi", proposta.motivi(EsitoIstruttoria.CON_RISERVA), 4000);
  }

  private void daDecidere(long domandaId, EsitoDomanda proposto, String motivi) {
    archivio.motiva(domandaId, motivi);
    archivio.propone(domandaId, proposto);
    archivio.passa(domandaId, StatoDomanda.DA_DECIDERE, null);
  }

  private static String motiviDelRigetto(Domanda domanda) {
    return domanda.stato() == StatoDomanda.INTEGRAZIONE_RICHIESTA
        ? "Integrazione non pervenuta entro il "
            + DateItaliane.italiana(domanda.termineRisposta())
            + ". Era stato chiesto: "
            + domanda.motivi()
        : domanda.motivi();
  }

  private ZonedDateTime termine(Domanda domanda, String tipo, int giorni, String norma) {
    return scadenze.registra(
        domanda.piano().pianoId(),
        tipo,
        ArchivioDomande.riferimento(domanda.id()),
        Termini.aGiorni(LocalDate.now(orologio), giorni, norma));
  }

  private long ultimaIstruttoria(long domandaId) {
    return jdbc.sql("select max(id) from istruttoria where domanda_id = ?")
        .param(domandaId)
        .query(Long.class)
        .single();
  }

  private OffsetDateTime adesso() {
    return OffsetDateTime.now(orologio);
  }
}
