package it.pianodizona.coprogrammazione;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.Stampa;
import it.pianodizona.fascicolo.TipoDocumento;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receipts of domande, printed once each into the fascicolo: number, moment of arrival, SHA-256 of
 * every file and a copy of what was declared. Printing takes longer than registering, so it comes
 * after: in background, or when the applicant asks for the receipt first.
 */
@Service
@Transactional
public class Ricevute {

  private final JdbcClient jdbc;
  private final Domande domande;
  private final Avvisi avvisi;
  private final Anagrafica anagrafica;
  private final Fascicolo fascicolo;
  private final Stampa stampa;

  Ricevute(
      JdbcClient jdbc,
      Domande domande,
      Avvisi avvisi,
      Anagrafica anagrafica,
      Fascicolo fascicolo,
      Stampa stampa) {
    this.jdbc = jdbc;
    this.domande = domande;
    this.avvisi = avvisi;
    this.anagrafica = anagrafica;
    this.fascicolo = fascicolo;
    this.stampa = stampa;
  }

  /** The receipt of a domanda, printed now when it is not yet. */
  public Documento ricevuta(long domandaId) {
    // locked, so that two who ask together get the same document
    Long stampata =
        (Long)
            jdbc.sql("select ricevuta_id from domanda where id = ? for update")
                .param(domandaId)
                .query()
                .singleRow()
                .get("ricevuta_id");
    return stampata == null ? emetti(domandaId) : fascicolo.documento(stampata).orElseThrow();
  }

  /** Domande whose receipt is not printed yet. */
  @Transactional(readOnly = true)
  List<Long> daStampare() {
    return jdbc.sql("select id from domanda where ricevuta_id is null order by id")
        .query(Long.class)
        .list();
  }

  private Documento emetti(long domandaId) {
    var domanda = domande.domanda(domandaId);
    var avviso = avvisi.avviso(domanda.avvisoId());
    var pdf =
        stampa.pdf(
            "ricevuta-domanda",
            Map.of(
                "domanda",
                domanda,
                "avviso",
                avviso,
                "ambito",
                anagrafica.ambito(avviso.piano().codiceAmbito()).denominazione(),
                "allegati",
                domande.documenti(domanda).stream()
                    .filter(d -> d.tipo() == TipoDocumento.ALLEGATO_DOMANDA)
                    .toList()));
    var documento =
        fascicolo.conserva(
            NuovoDocumento.pdf(
                avviso.piano().pianoId(),
                ArchivioDomande.riferimento(domandaId),
                TipoDocumento.RICEVUTA,
                "Ricevuta della domanda di " + domanda.dati().denominazione(),
                "ricevuta-" + domanda.protocollo().replace('/', '-') + ".pdf",
                pdf,
                domanda.protocollo()));
    jdbc.sql("update domanda set ricevuta_id = ? where id = ?")
        .params(documento.id(), domandaId)
        .update();
    return documento;
  }
}
