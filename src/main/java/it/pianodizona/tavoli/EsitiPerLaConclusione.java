package it.pianodizona.tavoli;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.coprogrammazione.EsitiDeiTavoli;
import it.pianodizona.coprogrammazione.PosizioneDissenziente;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the tavoli of a notice leave to its conclusion. */
@Component
@Transactional(readOnly = true)
class EsitiPerLaConclusione implements EsitiDeiTavoli {

  private final JdbcClient jdbc;
  private final Fascicolo fascicolo;

  EsitiPerLaConclusione(JdbcClient jdbc, Fascicolo fascicolo) {
    this.jdbc = jdbc;
    this.fascicolo = fascicolo;
  }

  @Override
  public List<PosizioneDissenziente> dissensi(long avvisoId) {
    return jdbc.sql(
            """
            select t.area, s.denominazione as ente, d.testo
            from dissenso_tavolo d
            join membro_tavolo m on m.id = d.membro_id
            join soggetto_tavoli s on s.id = m.soggetto_id
            join tavolo_tematico t on t.id = d.tavolo_id
            where t.avviso_id = ? order by t.id, d.id""")
        .param(avvisoId)
        .query(PosizioneDissenziente.class)
        .list();
  }

  @Override
  public Optional<Documento> documentoDiSintesi(long avvisoId) {
    return jdbc.sql("select piano_id from avviso where id = ?")
        .param(avvisoId)
        .query(Long.class)
        .optional()
        .flatMap(
            piano ->
                fascicolo.di(piano, DocumentoDiSintesi.riferimento(avvisoId)).stream().findFirst());
  }

  @Override
  public List<Destinatario> partecipanti(long avvisoId) {
    return jdbc.sql(
            """
            select s.denominazione, s.email from soggetto_tavoli s
            where s.avviso_id = ? and s.email is not null and exists (
              select 1 from membro_tavolo m
              where m.soggetto_id = s.id and (m.uscito is null or exists (
                select 1 from presenza_incontro p where p.membro_id = m.id)))
            order by s.denominazione""")
        .param(avvisoId)
        .query(
            (riga, n) -> new Destinatario(riga.getString("denominazione"), riga.getString("email")))
        .list();
  }
}
