package it.pianodizona.accordo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.accordo.TestoAccordo.Parte;
import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.documento.Documenti;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.Protocollo;
import it.pianodizona.fascicolo.Stampa;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Triennio;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts of the Accordi: proposed, completed by the office, printed and kept as documents. */
@Service
@Transactional
public class TestiAccordo {

  private final JdbcClient jdbc;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Documenti documenti;
  private final Fascicolo fascicolo;
  private final Protocollo protocollo;
  private final Stampa stampa;
  private final Clock orologio;

  TestiAccordo(
      JdbcClient jdbc,
      Anagrafica anagrafica,
      Piani piani,
      Documenti documenti,
      Fascicolo fascicolo,
      Protocollo protocollo,
      Stampa stampa,
      Clock orologio) {
    this.jdbc = jdbc;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.documenti = documenti;
    this.fascicolo = fascicolo;
    this.protocollo = protocollo;
    this.stampa = stampa;
    this.orologio = orologio;
  }

  /** A first text from what is known of the plan, or the last one written for it. */
  @Transactional(readOnly = true)
  public TestoAccordo proposta(long pianoId) {
    return jdbc.sql(
            "select id from testo_accordo where piano_id = ? order by id desc fetch first 1 row"
                + " only")
        .param(pianoId)
        .query(Long.class)
        .optional()
        .map(this::testo)
        .orElseGet(() -> dallAnagrafica(pianoId));
  }

  /** Records a text; a new one is written for each attempt. */
  public long componi(long pianoId, TestoAccordo testo, String chi) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into testo_accordo
              (piano_id, finalita, ente_capofila, ufficio_di_piano, sottoscrittori, terzo_settore,
               verifica, durata, integrazione, redatto, redatto_da)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(pianoId)
        .params(Stream.of(Parte.values()).map(parte -> testo.parti().get(parte)).toList())
        .param(OffsetDateTime.now(orologio))
        .param(chi)
        .update(chiave, "id");
    return chiave.getKeyAs(Long.class);
  }

  @Transactional(readOnly = true)
  public TestoAccordo testo(long testoId) {
    return jdbc.sql("select * from testo_accordo where id = ?")
        .param(testoId)
        .query(
            (riga, numero) -> {
              var parti = new EnumMap<Parte, String>(Parte.class);
              for (Parte parte : Parte.values()) {
                parti.put(parte, riga.getString(parte.name()));
              }
              return new TestoAccordo(parti);
            })
        .single();
  }

  /** Prints the text, gives it a protocol number and keeps it; once for each text. */
  public Documento deposita(long testoId) {
    var gia = documento(testoId);
    if (gia.isPresent()) {
      return gia.get();
    }
    long pianoId =
        jdbc.sql("select piano_id from testo_accordo where id = ?")
            .param(testoId)
            .query(Long.class)
            .single();
    RiferimentoPiano piano = piani.riferimento(pianoId);
    Ambito ambito = anagrafica.ambito(piano.codiceAmbito());
    var titolo = "Accordo di Programma per il Piano di Zona " + piano.triennio();
    var numero =
        protocollo.registra(
            piano.codiceAmbito(),
            Protocollo.Verso.USCITA,
            "%s – testo da firmare".formatted(titolo));
    byte[] pdf =
        stampa.pdf(
            "accordo-di-programma",
            Map.of(
                "titolo",
                titolo,
                "ente",
                "Ambito territoriale sociale di " + ambito.denominazione(),
                "protocollo",
                numero.toString(),
                "parti",
                testo(testoId).perTitolo(),
                "sottoscrittori",
                sottoscrittori(ambito)));
    Documento documento =
        fascicolo.conserva(
            NuovoDocumento.pdf(
                pianoId,
                "accordo:testo:" + testoId,
                TipoDocumento.ACCORDO_DI_PROGRAMMA,
                titolo,
                "accordo-di-programma-%s-%s.pdf".formatted(piano.codiceAmbito(), piano.triennio()),
                pdf,
                numero.toString()));
    jdbc.sql("insert into testo_accordo_depositato (testo_id, documento_id) values (?, ?)")
        .params(testoId, documento.id())
        .update();
    return documento;
  }

  /** The document of a text; empty before it was printed. */
  @Transactional(readOnly = true)
  public Optional<Documento> documento(long testoId) {
    return jdbc.sql("select documento_id from testo_accordo_depositato where testo_id = ?")
        .param(testoId)
        .query(Long.class)
        .optional()
        .flatMap(fascicolo::documento);
  }

  private TestoAccordo dallAnagrafica(long pianoId) {
    RiferimentoPiano piano = piani.riferimento(pianoId);
    Triennio triennio = piani.triennio(piano.triennio());
    Ambito ambito = anagrafica.ambito(piano.codiceAmbito());
    var capofila =
        ambito.capofila() == null
            ? "l'ente individuato dall'Assemblea dei Sindaci"
            : ambito.capofila();
    var obiettivi =
        documenti.obiettivi(pianoId).stream()
            .map(o -> "– " + o.scheda().titolo())
            .collect(Collectors.joining("\n"));
    var parti = new EnumMap<Parte, String>(Parte.class);
    parti.put(
        Parte.FINALITA,
        accorcia(
            "L'Accordo attua il Piano di Zona %s dell'Ambito di %s, approvato dall'Assemblea dei Sindaci, e ne persegue gli obiettivi%s"
                .formatted(
                    piano.triennio(),
                    ambito.denominazione(),
                    obiettivi.isEmpty() ? "." : ":\n" + obiettivi)));
    parti.put(
        Parte.ENTE_CAPOFILA,
        "L'Accordo ha come ente capofila %s, che gestisce le risorse dell'Ambito e adotta gli atti di attuazione."
            .formatted(capofila));
    parti.put(
        Parte.UFFICIO_DI_PIANO,
        "L'Ufficio di Piano, struttura tecnica presso l'ente capofila, istruisce gli atti"
            + " dell'Assemblea dei Sindaci, attua il Piano di Zona e ne cura il monitoraggio.");
    parti.put(
        Parte.SOTTOSCRITTORI,
        accorcia(
            "Sottoscrivono l'Accordo: %s. Ogni ente si impegna a realizzare gli interventi di propria competenza e a mettere a disposizione le risorse indicate nel Piano di Zona. Possono aderire, a richiesta, gli enti del Terzo Settore che hanno partecipato ai tavoli."
                .formatted(String.join(", ", sottoscrittori(ambito)))));
    parti.put(
        Parte.TERZO_SETTORE,
        "Gli enti del Terzo Settore concorrono alla programmazione attraverso la co-programmazione"
            + " e i tavoli tematici (art. 55 d.lgs. 117/2017) e aderiscono all'Accordo con le"
            + " proprie risorse.");
    parti.put(
        Parte.VERIFICA,
        "L'Assemblea dei Sindaci verifica ogni anno lo stato di attuazione secondo il sistema di"
            + " valutazione del Piano di Zona; ATS e ASST partecipano al monitoraggio.");
    parti.put(
        Parte.DURATA,
        "L'Accordo ha durata triennale, dal %s al %s; fino alla firma dell'Accordo successivo si applica la proroga disposta dagli atti regionali o dall'Assemblea."
            .formatted(GIORNO.format(triennio.inizio()), GIORNO.format(triennio.fine())));
    parti.put(
        Parte.INTEGRAZIONE,
        "I Comuni, l'ATS e le ASST integrano gli interventi sociali e sociosanitari nella rete"
            + " territoriale, con percorsi comuni di presa in carico e valutazione"
            + " multidimensionale.");
    return new TestoAccordo(parti);
  }

  private List<String> sottoscrittori(Ambito ambito) {
    return Stream.concat(
            Stream.concat(
                anagrafica.comuniDi(ambito.codice(), LocalDate.now(orologio)).stream()
                    .map(Comune::denominazione)
                    .map(TipoSottoscrittore.COMUNE::nomeDi),
                Stream.of(
                    TipoSottoscrittore.ATS.nomeDi(
                        anagrafica.ats(ambito.codiceAts()).denominazione()))),
            ambito.codiciAsst().stream()
                .map(
                    codice ->
                        TipoSottoscrittore.ASST.nomeDi(anagrafica.asst(codice).denominazione())))
        .toList();
  }

  private static String accorcia(String testo) {
    return testo.length() <= 4000 ? testo : testo.substring(0, 3999) + "…";
  }
}
