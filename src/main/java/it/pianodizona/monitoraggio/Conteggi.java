package it.pianodizona.monitoraggio;

import it.pianodizona.notifiche.StatoMessaggio;
import it.pianodizona.piano.Fase;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The few numbers that say whether all is well, over every triennio. */
@Service
@Transactional(readOnly = true)
public class Conteggi {

  private final JdbcClient jdbc;

  Conteggi(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param inRitardo plans whose Accordo is not concluded past its term
   * @param pagamentiBloccati projects with something to be paid, in an Ambito with a late flow
   * @param posta mails that have not left, or came back, by state
   */
  public record Numeri(
      Map<Fase, Integer> perFase,
      int inRitardo,
      int pagamentiBloccati,
      int flussiInRitardo,
      Map<StatoMessaggio, Integer> posta) {}

  public Numeri numeri() {
    var perFase = new EnumMap<Fase, Integer>(Fase.class);
    for (var fase : Fase.values()) {
      perFase.put(fase, 0);
    }
    jdbc.sql("select fase, count(*) as quanti from piano group by fase")
        .query(
            riga -> {
              perFase.put(Fase.valueOf(riga.getString("fase")), riga.getInt("quanti"));
            });
    var posta = new EnumMap<StatoMessaggio, Integer>(StatoMessaggio.class);
    posta.put(StatoMessaggio.IN_CODA, 0);
    posta.put(StatoMessaggio.IN_ATTESA, 0);
    posta.put(StatoMessaggio.RIUNITO, 0);
    posta.put(StatoMessaggio.FALLITO, 0);
    jdbc.sql(
            """
            select stato, count(*) as quanti from messaggio
             where stato in ('IN_CODA', 'IN_ATTESA', 'RIUNITO', 'FALLITO') group by stato""")
        .query(
            riga -> {
              posta.put(StatoMessaggio.valueOf(riga.getString("stato")), riga.getInt("quanti"));
            });
    return new Numeri(
        perFase,
        uno(
            "select count(*) from piano where in_ritardo and fase not in ('PREMIALITA', 'CONCLUSO')"),
        uno(
            """
            select count(*)
              from progetto_premialita p
              join piano n on n.id = p.piano_id
              join determinazione_premialita d
                on d.id = (select max(x.id) from determinazione_premialita x
                            where x.progetto_id = p.id)
             where d.importo > (select coalesce(sum(m.importo), 0) from movimento_premialita m
                                 where m.progetto_id = p.id)
               and not exists (select 1 from valutazione_progetto v
                                where v.progetto_id = p.id and v.tipo = 'FINALE'
                                  and not v.positiva)
               and exists (select 1 from debito_informativo b
                            where b.codice_ambito = n.codice_ambito and b.in_ritardo)"""),
        uno("select count(*) from debito_informativo where in_ritardo"),
        posta);
  }

  private int uno(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
