package it.pianodizona.accordo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.accordo.firmadigitale.EsitoVerifica;
import it.pianodizona.comune.Termini;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the board of the signatures: a fixed number of queries, however many the bodies. */
@Service
@Transactional(readOnly = true)
public class QuadriDelleFirme {

  private static final String ENTI =
      """
      select s.id, s.tipo, s.codice_ente, s.nome, a.aperto,
             (select max(w.registrata) from accordo_variazione w
               where w.sottoscrittore_id = s.id and w.tipo = 'ENTRATO') as entrato,
             f.esito, f.persona, f.ruolo, f.atto, f.data_atto, f.registrata,
             coalesce(f.motivo, f.motivo_senza_prova) as motivo, v.esito as file
        from accordo_sottoscrittore s
        join accordo a on a.id = s.accordo_id
        left join firma f on f.sottoscrittore_id = s.id
        left join verifica_firma v
          on v.id = (select max(u.id) from verifica_firma u where u.sottoscrittore_id = s.id)
       where s.accordo_id = ? and
      """;

  private final JdbcClient jdbc;
  private final Accordi accordi;

  QuadriDelleFirme(JdbcClient jdbc, Accordi accordi) {
    this.jdbc = jdbc;
    this.accordi = accordi;
  }

  public QuadroDelleFirme quadro(long accordoId) {
    AccordoDiProgramma accordo = accordi.accordo(accordoId);
    List<ZonedDateTime> solleciti =
        jdbc.sql("select inviato from accordo_sollecito where accordo_id = ? order by inviato")
            .param(accordoId)
            .query((riga, numero) -> istante(riga, "inviato"))
            .list();
    List<QuadroDelleFirme.Riga> enti =
        jdbc.sql(
                ENTI
                    + Accordi.ATTUALE
                    + " order by case s.tipo when 'COMUNE' then 1 when 'ATS' then 2 else 3 end, s.posizione")
            .param(accordoId)
            .query((riga, numero) -> riga(riga, solleciti))
            .list();
    List<String> usciti =
        jdbc.sql(
                "select s.nome from accordo_sottoscrittore s where s.accordo_id = ? and not ("
                    + Accordi.ATTUALE
                    + ") order by s.posizione")
            .param(accordoId)
            .query(String.class)
            .list();
    return new QuadroDelleFirme(accordo, enti, usciti, solleciti);
  }

  private static QuadroDelleFirme.Riga riga(ResultSet riga, List<ZonedDateTime> solleciti)
      throws SQLException {
    var entrato = istante(riga, "entrato");
    var richiesta = entrato == null ? istante(riga, "aperto") : entrato;
    var risposta = istante(riga, "registrata");
    var atto = riga.getString("atto");
    var dataAtto = riga.getObject("data_atto", LocalDate.class);
    var esito = riga.getString("esito");
    var file = riga.getString("file");
    return new QuadroDelleFirme.Riga(
        riga.getLong("id"),
        TipoSottoscrittore.valueOf(riga.getString("tipo")),
        riga.getString("codice_ente"),
        riga.getString("nome"),
        richiesta,
        esito == null ? null : Esito.valueOf(esito),
        riga.getString("persona"),
        riga.getString("ruolo"),
        atto == null ? null : "%s del %s".formatted(atto, GIORNO.format(dataAtto)),
        risposta,
        riga.getString("motivo"),
        file == null ? null : EsitoVerifica.valueOf(file),
        (int)
            solleciti.stream()
                .filter(s -> !s.isBefore(richiesta) && (risposta == null || s.isBefore(risposta)))
                .count());
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    var istante = riga.getObject(colonna, OffsetDateTime.class);
    return istante == null ? null : istante.atZoneSameInstant(Termini.ROMA);
  }
}
