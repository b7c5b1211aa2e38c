package it.pianodizona.registro;

import it.pianodizona.comune.Termini;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the features wrote down, read in one query. */
@Component
class ProveDelleStanze implements FonteDiAtti {

  private static final String TUTTE =
      Arrays.stream(Prova.values()).map(Prova::sql).collect(Collectors.joining(" union all "));

  private final JdbcClient jdbc;

  ProveDelleStanze(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<AttoRegistrato> atti(Ricerca ricerca) {
    var condizioni = new ArrayList<String>();
    var valori = new HashMap<String, Object>();
    if (ricerca.ambiti() != null) {
      condizioni.add("p.codice_ambito in (:ambiti)");
      valori.put("ambiti", ricerca.ambiti());
    }
    if (ricerca.piano() != null) {
      condizioni.add("p.codice_ambito || '/' || p.triennio = :piano");
      valori.put("piano", ricerca.piano());
    }
    if (ricerca.chi() != null) {
      condizioni.add("x.chi = :chi");
      valori.put("chi", ricerca.chi());
    }
    if (ricerca.dal() != null) {
      condizioni.add("x.quando >= :dal");
      valori.put("dal", inizio(ricerca.dal()));
    }
    if (ricerca.al() != null) {
      condizioni.add("x.quando < :al");
      valori.put("al", inizio(ricerca.al().plusDays(1)));
    }
    valori.put("quanti", ricerca.quanti());
    var dove = condizioni.isEmpty() ? "" : " where " + String.join(" and ", condizioni);
    return jdbc.sql(
            "select x.prova, x.quando, x.chi, p.codice_ambito, p.triennio from ("
                + TUTTE
                + ") x left join piano p on p.id = x.piano_id"
                + dove
                + " order by x.quando desc fetch first :quanti rows only")
        .params(valori)
        .query(
            (riga, n) -> {
              var ambito = riga.getString(4);
              return new AttoRegistrato(
                  riga.getObject(2, OffsetDateTime.class),
                  riga.getString(3),
                  null,
                  ambito,
                  ambito == null ? null : ambito + "/" + riga.getString(5),
                  Prova.valueOf(riga.getString(1)).descrizione(),
                  null);
            })
        .list();
  }

  private static OffsetDateTime inizio(LocalDate giorno) {
    return giorno.atStartOfDay(Termini.ROMA).toOffsetDateTime();
  }
}
