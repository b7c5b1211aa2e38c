package it.pianodizona.accordo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the Accordi of many plans stand, in one query however many they are. */
@Service
@Transactional(readOnly = true)
public class SituazioniAccordi {

  private final JdbcClient jdbc;

  SituazioniAccordi(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The last attempt of a plan.
   *
   * @param enti bodies that must sign
   * @param mancanti names of those that have not answered, in the order of the Accordo
   * @param rifiuti names of those that refused
   * @param trasmesso day the ATS sent it to the Region; {@code null} before
   */
  public record Situazione(
      int enti, int firmati, List<String> mancanti, List<String> rifiuti, LocalDate trasmesso) {

    public Situazione {
      mancanti = List.copyOf(mancanti);
      rifiuti = List.copyOf(rifiuti);
    }
  }

  private record Ente(long pianoId, String nome, Esito esito, LocalDate trasmesso) {}

  /** By plan; a plan whose Accordo was never opened is not in the map. */
  public Map<Long, Situazione> dei(Collection<Long> piani) {
    if (piani.isEmpty()) {
      return Map.of();
    }
    var perPiano = new HashMap<Long, List<Ente>>();
    jdbc.sql(
            """
            select a.piano_id, s.nome, f.esito, t.data as trasmesso
              from accordo a
              join accordo_sottoscrittore s on s.accordo_id = a.id
              left join firma f on f.sottoscrittore_id = s.id
              left join accordo_trasmissione t on t.accordo_id = a.id
             where a.piano_id in (:piani)
               and a.tentativo = (select max(b.tentativo) from accordo b
                                   where b.piano_id = a.piano_id)
               and
            """
                + Accordi.ATTUALE
                + """
                order by a.piano_id, case s.tipo when 'COMUNE' then 1 when 'ATS' then 2 else 3 end,
                         s.posizione
                """)
        .param("piani", piani)
        .query(
            (riga, numero) -> {
              var esito = riga.getString("esito");
              return new Ente(
                  riga.getLong("piano_id"),
                  riga.getString("nome"),
                  esito == null ? null : Esito.valueOf(esito),
                  riga.getObject("trasmesso", LocalDate.class));
            })
        .list()
        .forEach(
            ente -> perPiano.computeIfAbsent(ente.pianoId(), p -> new ArrayList<>()).add(ente));
    var situazioni = new HashMap<Long, Situazione>();
    perPiano.forEach((piano, enti) -> situazioni.put(piano, situazione(enti)));
    return situazioni;
  }

  private static Situazione situazione(List<Ente> enti) {
    return new Situazione(
        enti.size(),
        (int) enti.stream().filter(e -> e.esito() == Esito.FIRMATA).count(),
        enti.stream().filter(e -> e.esito() == null).map(Ente::nome).toList(),
        enti.stream().filter(e -> e.esito() == Esito.RIFIUTATA).map(Ente::nome).toList(),
        enti.get(0).trasmesso());
  }
}
