package it.pianodizona.notifiche;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** A row of the outbox, read as a whole. */
final class RigaMessaggio {

  static final String COLONNE =
      """
      id, chiave, scopo, riferimento, codice_ambito, triennio, destinatario_nome,
      destinatario_email, rispondi_a, oggetto, testo, html, ics, metodo, message_id, stato,
      recapito, tentativi, prossimo_tentativo, ultimo_errore, creato, inviato, disiscrizione,
      riepilogo_id, originale_id, incidente, esito_ignoto
      """;

  private RigaMessaggio() {}

  static Messaggio di(ResultSet riga, int numero) throws SQLException {
    var metodo = riga.getString("metodo");
    var recapito = riga.getString("recapito");
    return new Messaggio(
        riga.getLong("id"),
        riga.getString("chiave"),
        Scopo.valueOf(riga.getString("scopo")),
        riga.getString("riferimento"),
        riga.getString("codice_ambito"),
        riga.getString("triennio"),
        riga.getString("destinatario_nome"),
        riga.getString("destinatario_email"),
        riga.getString("rispondi_a"),
        riga.getString("oggetto"),
        riga.getString("testo"),
        riga.getString("html"),
        riga.getString("ics"),
        metodo == null ? null : MetodoInvito.valueOf(metodo),
        riga.getString("message_id"),
        StatoMessaggio.valueOf(riga.getString("stato")),
        recapito == null ? null : Recapito.valueOf(recapito),
        riga.getInt("tentativi"),
        riga.getObject("prossimo_tentativo", OffsetDateTime.class),
        riga.getString("ultimo_errore"),
        riga.getObject("creato", OffsetDateTime.class),
        riga.getObject("inviato", OffsetDateTime.class),
        riga.getString("disiscrizione"),
        riga.getObject("riepilogo_id", Long.class),
        riga.getObject("originale_id", Long.class),
        riga.getString("incidente"),
        riga.getBoolean("esito_ignoto"));
  }
}
