package it.pianodizona.accordo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.assemblea.MotiviDelRitorno;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the Assemblea who refused to sign the last Accordo di Programma, and why. */
@Component
class RifiutiDellAccordo implements MotiviDelRitorno {

  private final JdbcClient jdbc;

  RifiutiDellAccordo(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> motivi(long pianoId) {
    return jdbc.sql(
            """
            select s.nome, f.persona, f.ruolo, f.data, f.motivo
              from firma f
              join accordo_sottoscrittore s on s.id = f.sottoscrittore_id
              join accordo a on a.id = s.accordo_id
             where a.piano_id = ? and f.esito = 'RIFIUTATA'
               and a.tentativo = (select max(u.tentativo) from accordo u where u.piano_id = a.piano_id)
             order by s.posizione""")
        .param(pianoId)
        .query(
            (riga, n) ->
                "%s ha rifiutato di firmare l'Accordo di Programma il %s (%s, %s): %s"
                    .formatted(
                        riga.getString("nome"),
                        GIORNO.format(riga.getObject("data", LocalDate.class)),
                        riga.getString("persona"),
                        riga.getString("ruolo"),
                        riga.getString("motivo")))
        .list();
  }
}
