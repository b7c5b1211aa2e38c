package it.pianodizona.monitoraggio;

import it.pianodizona.comune.Termini;
import it.pianodizona.notifiche.Scopo;
import it.pianodizona.notifiche.StatoMessaggio;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Piano;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The history of a plan from its start to now, or to its end: phases, steps and mails. The steps
 * are there as long as the engine keeps its history.
 */
@Service
@Transactional(readOnly = true)
public class StoriePiani {

  private final Piani piani;
  private final MemoriaDelMotore memoria;
  private final JdbcClient jdbc;
  private final Clock orologio;

  StoriePiani(Piani piani, MemoriaDelMotore memoria, JdbcClient jdbc, Clock orologio) {
    this.piani = piani;
    this.memoria = memoria;
    this.jdbc = jdbc;
    this.orologio = orologio;
  }

  /**
   * @param fine {@code null} for the phase the plan is in
   */
  public record PassaggioDiFase(Fase fase, ZonedDateTime inizio, ZonedDateTime fine) {}

  /**
   * A mail about the plan.
   *
   * @param inviata {@code null} when it has not left
   */
  public record Lettera(
      Scopo scopo,
      String oggetto,
      String destinatario,
      StatoMessaggio stato,
      ZonedDateTime creata,
      ZonedDateTime inviata) {}

  /** Everything that is known of a plan. */
  public record Storia(
      Piano piano,
      ZonedDateTime alle,
      List<PassaggioDiFase> fasi,
      List<PassoDelPiano> passi,
      List<Lettera> lettere) {

    /** Steps done by people. */
    public List<PassoDelPiano> compiti() {
      return passi.stream().filter(p -> p.tipo() == PassoDelPiano.Tipo.COMPITO).toList();
    }
  }

  private record Ingresso(Fase fase, ZonedDateTime da) {}

  public Storia storia(long pianoId) {
    var piano = piani.piano(pianoId);
    var adesso = ZonedDateTime.now(orologio).withZoneSameInstant(Termini.ROMA);
    return new Storia(
        piano, adesso, fasi(piano), memoria.passi(piano.riferimento().chiave()), lettere(piano));
  }

  private List<PassaggioDiFase> fasi(Piano piano) {
    var ingressi =
        jdbc.sql("select fase, da from fase_del_piano where piano_id = ? order by id")
            .param(piano.id())
            .query(
                (riga, numero) ->
                    new Ingresso(Fase.valueOf(riga.getString("fase")), istante(riga, "da")))
            .list();
    var fasi = new ArrayList<PassaggioDiFase>();
    for (int i = 0; i < ingressi.size(); i++) {
      boolean ultima = i == ingressi.size() - 1;
      fasi.add(
          new PassaggioDiFase(
              ingressi.get(i).fase(),
              ingressi.get(i).da(),
              ultima ? null : ingressi.get(i + 1).da()));
    }
    return fasi;
  }

  private List<Lettera> lettere(Piano piano) {
    return jdbc.sql(
            """
            select scopo, oggetto, destinatario_nome, stato, creato, inviato from messaggio
             where codice_ambito = ? and triennio = ? order by id""")
        .params(piano.codiceAmbito(), piano.triennio())
        .query(
            (riga, numero) ->
                new Lettera(
                    Scopo.valueOf(riga.getString("scopo")),
                    riga.getString("oggetto"),
                    riga.getString("destinatario_nome"),
                    StatoMessaggio.valueOf(riga.getString("stato")),
                    istante(riga, "creato"),
                    istante(riga, "inviato")))
        .list();
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    var istante = riga.getObject(colonna, OffsetDateTime.class);
    return istante == null ? null : istante.atZoneSameInstant(Termini.ROMA);
  }
}
