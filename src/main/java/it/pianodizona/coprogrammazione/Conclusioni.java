package it.pianodizona.coprogrammazione;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.Protocollo;
import it.pianodizona.fascicolo.Stampa;
import it.pianodizona.fascicolo.TipoDocumento;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a co-programmazione ends: the relazione motivata and the documents that go public with it.
 */
@Service
@Transactional
public class Conclusioni {

  private final JdbcClient jdbc;
  private final Avvisi avvisi;
  private final EsitiDeiTavoli tavoli;
  private final Protocollo protocollo;
  private final Fascicolo fascicolo;
  private final Stampa stampa;
  private final Anagrafica anagrafica;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Conclusioni(
      JdbcClient jdbc,
      Avvisi avvisi,
      EsitiDeiTavoli tavoli,
      Protocollo protocollo,
      Fascicolo fascicolo,
      Stampa stampa,
      Anagrafica anagrafica,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.avvisi = avvisi;
    this.tavoli = tavoli;
    this.protocollo = protocollo;
    this.fascicolo = fascicolo;
    this.stampa = stampa;
    this.anagrafica = anagrafica;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /** Dissent of all the tavoli of a notice, as the relazione will report it. */
  @Transactional(readOnly = true)
  public List<PosizioneDissenziente> dissensi(long avvisoId) {
    return tavoli.dissensi(avvisoId);
  }

  /** The synthesis of all the tavoli; empty until it is printed. */
  @Transactional(readOnly = true)
  public Optional<Documento> documentoDiSintesi(long avvisoId) {
    return tavoli.documentoDiSintesi(avvisoId);
  }

  /**
   * Closes the co-programmazione with its relazione motivata, which reports the dissent of the
   * tavoli; prints it, publishes it with the synthesis and tells everybody who took part.
   */
  public void concludi(long avvisoId, String relazione, String chi) {
    var avviso = avvisi.chiudi(avvisoId);
    var testo = Testi.obbligatorio("Relazione motivata", relazione, 20_000);
    var dissensi = tavoli.dissensi(avvisoId);
    var numero =
        protocollo.registra(
            avviso.piano().codiceAmbito(),
            Protocollo.Verso.USCITA,
            "Relazione conclusiva della co-programmazione " + avviso.numero());
    jdbc.sql(
            """
            insert into relazione_conclusiva
              (avviso_id, relazione, dissensi, protocollo, chi, quando)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            avvisoId,
            testo,
            dissensi.isEmpty() ? null : inParole(dissensi),
            numero.toString(),
            chi,
            OffsetDateTime.now(orologio))
        .update();
    var documenti = new ArrayList<Documento>();
    documenti.add(stampa(avviso, testo, dissensi, numero.toString()));
    tavoli.documentoDiSintesi(avvisoId).ifPresent(documenti::add);
    documenti.forEach(
        d ->
            jdbc.sql("insert into documento_conclusione (avviso_id, documento_id) values (?, ?)")
                .params(avvisoId, d.id())
                .update());
    eventi.publishEvent(
        new CoProgrammazioneConclusa(
            avviso.piano(),
            avvisoId,
            avviso.numero(),
            partecipanti(avvisoId),
            List.copyOf(documenti)));
  }

  /** Whoever is told of the conclusion: those admitted and those who sat at a tavolo, once each. */
  @Transactional(readOnly = true)
  public List<Destinatario> partecipanti(long avvisoId) {
    var indirizzi = new LinkedHashMap<String, Destinatario>();
    Stream.concat(avvisi.partecipanti(avvisoId).stream(), tavoli.partecipanti(avvisoId).stream())
        .forEach(d -> indirizzi.putIfAbsent(d.nome() + "|" + d.email(), d));
    return List.copyOf(indirizzi.values());
  }

  private static String inParole(List<PosizioneDissenziente> dissensi) {
    return dissensi.stream()
        .map(d -> "%s – %s: %s".formatted(d.area(), d.ente(), d.testo()))
        .collect(Collectors.joining("\n"));
  }

  private Documento stampa(
      Avviso avviso, String relazione, List<PosizioneDissenziente> dissensi, String numero) {
    var pdf =
        stampa.pdf(
            "relazione-conclusiva",
            Map.of(
                "ente",
                "Ambito " + anagrafica.ambito(avviso.piano().codiceAmbito()).denominazione(),
                "avviso",
                avviso,
                "relazione",
                relazione,
                "dissensi",
                dissensi,
                "protocollo",
                numero));
    return fascicolo.conserva(
        NuovoDocumento.pdf(
            avviso.piano().pianoId(),
            "relazione:avviso:" + avviso.id(),
            TipoDocumento.RELAZIONE_CONCLUSIVA,
            "Relazione conclusiva – avviso " + avviso.numero(),
            "relazione-" + avviso.numero() + ".pdf",
            pdf,
            numero));
  }

  /** What the page of a notice offers to everybody; empty while the tavoli are at work. */
  @Transactional(readOnly = true)
  public List<Documento> documenti(long avvisoId) {
    return jdbc
        .sql("select documento_id from documento_conclusione where avviso_id = ? order by 1")
        .param(avvisoId)
        .query(Long.class)
        .list()
        .stream()
        .map(fascicolo::documento)
        .flatMap(Optional::stream)
        .toList();
  }
}
