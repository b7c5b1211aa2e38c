package it.pianodizona.coprogrammazione;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.Stampa;
import it.pianodizona.fascicolo.TipoDocumento;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices as PDF, one document of the fascicolo for each publication. */
@Service
@Transactional
public class AvvisiStampati {

  private final JdbcClient jdbc;
  private final Avvisi avvisi;
  private final Bacheca bacheca;
  private final Anagrafica anagrafica;
  private final Fascicolo fascicolo;
  private final Stampa stampa;

  AvvisiStampati(
      JdbcClient jdbc,
      Avvisi avvisi,
      Bacheca bacheca,
      Anagrafica anagrafica,
      Fascicolo fascicolo,
      Stampa stampa) {
    this.jdbc = jdbc;
    this.avvisi = avvisi;
    this.bacheca = bacheca;
    this.anagrafica = anagrafica;
    this.fascicolo = fascicolo;
    this.stampa = stampa;
  }

  /** The last publication of a published notice as a PDF, printed now when it is not yet. */
  public Documento ultimo(long avvisoId) {
    // locked, so that two who ask together get the same document
    var pubblicazione =
        jdbc.sql(
                """
                select id, documento_id from avviso_pubblicazione
                where id = (select max(id) from avviso_pubblicazione where avviso_id = ?)
                for update""")
            .param(avvisoId)
            .query()
            .singleRow();
    var stampato = (Long) pubblicazione.get("documento_id");
    return stampato == null
        ? stampa(avvisoId, (Long) pubblicazione.get("id"))
        : fascicolo.documento(stampato).orElseThrow();
  }

  /** Notices whose last publication is not printed yet. */
  @Transactional(readOnly = true)
  List<Long> daStampare() {
    return jdbc.sql(
            """
            select avviso_id from avviso_pubblicazione p
            where documento_id is null
              and id = (select max(u.id) from avviso_pubblicazione u
                        where u.avviso_id = p.avviso_id)
            order by id""")
        .query(Long.class)
        .list();
  }

  private Documento stampa(long avvisoId, long pubblicazioneId) {
    var avviso = avvisi.avviso(avvisoId);
    var dati = new HashMap<String, Object>();
    dati.put("avviso", avviso);
    dati.put("ambito", anagrafica.ambito(avviso.piano().codiceAmbito()).denominazione());
    dati.put("riapertura", bacheca.riapertura(avvisoId).orElse(null));
    var documento =
        fascicolo.conserva(
            NuovoDocumento.pdf(
                avviso.piano().pianoId(),
                "avviso:" + avvisoId,
                TipoDocumento.AVVISO,
                avviso.contenuto().titolo(),
                "avviso-" + avviso.numero() + ".pdf",
                stampa.pdf("avviso", dati),
                avviso.protocollo()));
    jdbc.sql("update avviso_pubblicazione set documento_id = ? where id = ?")
        .params(documento.id(), pubblicazioneId)
        .update();
    return documento;
  }
}
