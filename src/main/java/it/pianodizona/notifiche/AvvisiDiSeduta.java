package it.pianodizona.notifiche;

import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;

import it.pianodizona.assemblea.ConsegneDegliAvvisi;
import it.pianodizona.comune.Termini;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the Assemblea what became of the messages that convened it. */
@Component
class AvvisiDiSeduta implements ConsegneDegliAvvisi {

  private final JdbcClient jdbc;

  AvvisiDiSeduta(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, String> diSeduta(long sedutaId) {
    var consegne = new HashMap<String, String>();
    jdbc.sql(
            """
            select destinatario_nome, stato, recapito, inviato, ultimo_errore from messaggio
             where scopo = ? and chiave like ? order by id""")
        .params(
            Scopo.CONVOCAZIONE_ASSEMBLEA.name(),
            Scopo.CONVOCAZIONE_ASSEMBLEA.name() + "|seduta:" + sedutaId + ":%")
        .query(
            riga -> {
              var inviato = riga.getObject("inviato", OffsetDateTime.class);
              var errore = riga.getString("ultimo_errore");
              var recapito = riga.getString("recapito");
              consegne.put(
                  riga.getString("destinatario_nome"),
                  StatoMessaggio.valueOf(riga.getString("stato")).descrizione()
                      + (inviato == null
                          ? ""
                          : " il " + GIORNO_E_ORA.format(inviato.atZoneSameInstant(Termini.ROMA)))
                      + (recapito == null ? "" : ". " + Recapito.valueOf(recapito).descrizione())
                      + (errore == null ? "" : ". " + errore));
            });
    return consegne;
  }
}
