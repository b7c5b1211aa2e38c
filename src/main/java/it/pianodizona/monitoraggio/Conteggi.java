package it.pianodizona.monitoraggio;

import it.pianodizona.notifiche.StatoMessaggio;
import it.pianodizona.piano.Fase;
import it.pianodizona.premialita.QuadroPremialita;
import it.pianodizona.premialita.SituazionePremialita;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The few numbers that say whether all is well, over every triennio. */
@Service
@Transactional(readOnly = true)
public class Conteggi {

  private final JdbcClient jdbc;
  private final QuadroPremialita premialita;

  Conteggi(JdbcClient jdbc, QuadroPremialita premialita) {
    this.jdbc = jdbc;
    this.premialita = premialita;
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
        pagamentiBloccati(),
        uno("select count(*) from debito_informativo where in_ritardo"),
        posta);
  }

  private int pagamentiBloccati() {
    var inRitardo =
        Set.copyOf(
            jdbc.sql("select distinct codice_ambito from debito_informativo where in_ritardo")
                .query(String.class)
                .list());
    return premialita.situazioni().stream()
        .filter(s -> inRitardo.contains(s.codiceAmbito()))
        .mapToInt(SituazionePremialita::inAttesa)
        .sum();
  }

  private int uno(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
