package it.pianodizona.coprogrammazione;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.BozzaDomanda.FileDiBozza;
import it.pianodizona.fascicolo.Allegato;
import it.pianodizona.fascicolo.FormatoFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Domande begun on the public page and not sent yet. Who knows a draft's secret address goes on
 * with it; the database knows the address's fingerprint only.
 */
@Service
@Transactional
public class BozzeDomanda {

  private static final String CAMPO = "Altri allegati";
  private static final TypeReference<Map<String, List<String>>> CAMPI = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final DomandeOnlineProperties limiti;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  BozzeDomanda(
      JdbcClient jdbc,
      ObjectMapper json,
      DomandeOnlineProperties limiti,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.json = json;
    this.limiti = limiti;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Keeps a new draft.
   *
   * @param segreto the secret part of its address
   * @throws DatoNonValido when the files are too many or too large together
   */
  public void apri(
      long avvisoId,
      String segreto,
      Map<String, List<String>> campi,
      List<AllegatoDomanda> nuoviFile) {
    eliminaScadute();
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into bozza_domanda (avviso_id, impronta, campi, modificata, scade)
            values (?, ?, ?, ?, ?)""")
        .params(avvisoId, Segreti.impronta(segreto), testo(campi), adesso(), scadenza())
        .update(chiave, "id");
    aggiungi(chiave.getKeyAs(Long.class), nuoviFile);
  }

  /**
   * Replaces the fields of a draft, adds files to it and keeps it for longer.
   *
   * @throws DatoNonValido when the files are too many or too large together
   */
  public void aggiorna(
      long bozzaId, Map<String, List<String>> campi, List<AllegatoDomanda> nuoviFile) {
    jdbc.sql("update bozza_domanda set campi = ?, modificata = ?, scade = ? where id = ?")
        .params(testo(campi), adesso(), scadenza(), bozzaId)
        .update();
    aggiungi(bozzaId, nuoviFile);
  }

  /** Takes a file off a draft; nothing happens when the draft has no such file. */
  public void togli(long bozzaId, long fileId) {
    jdbc.sql("delete from bozza_file where id = ? and bozza_id = ?")
        .params(fileId, bozzaId)
        .update();
  }

  /** Sends the draft's address to who writes it. */
  public void spedisciIndirizzo(Avviso avviso, String segreto, String email) {
    var bozza = perSegreto(avviso.id(), segreto).orElseThrow();
    eventi.publishEvent(
        new BozzaSalvata(
            avviso.piano(), bozza.id(), avviso.numero(), email, segreto, bozza.scade()));
  }

  /** The draft on a notice behind a secret address; empty when there is none, or it expired. */
  @Transactional(readOnly = true)
  public Optional<BozzaDomanda> perSegreto(long avvisoId, String segreto) {
    if (!Segreti.plausibile(segreto)) {
      return Optional.empty();
    }
    return jdbc.sql(
            "select * from bozza_domanda where impronta = ? and avviso_id = ? and scade > ?")
        .params(Segreti.impronta(segreto), avvisoId, adesso())
        .query(this::bozza)
        .optional();
  }

  /** The files of a draft with their bytes. */
  @Transactional(readOnly = true)
  public List<AllegatoDomanda> allegati(long bozzaId) {
    return jdbc.sql("select * from bozza_file where bozza_id = ? order by id")
        .param(bozzaId)
        .query(
            (riga, n) ->
                new AllegatoDomanda(
                    TipoAllegato.valueOf(riga.getString("tipo")),
                    new Allegato(
                        riga.getString("nome_file"),
                        FormatoFile.valueOf(riga.getString("formato")),
                        riga.getBytes("contenuto"))))
        .list();
  }

  /** Throws a draft away with its files. */
  public void elimina(long bozzaId) {
    jdbc.sql("delete from bozza_domanda where id = ?").param(bozzaId).update();
  }

  /** Throws away what nobody came back to. */
  public int eliminaScadute() {
    return jdbc.sql("delete from bozza_domanda where scade <= ?").param(adesso()).update();
  }

  /**
   * Checks the files of one domanda together.
   *
   * @throws DatoNonValido when they are too many or too large
   */
  public void verificaInsieme(long quanti, long dimensione) {
    if (quanti > limiti.numeroFile()) {
      throw DatoNonValido.regola(
          CAMPO,
          "i file sono %d; una domanda ne può avere al massimo %d."
              .formatted(quanti, limiti.numeroFile()));
    }
    if (dimensione > limiti.dimensioneFile().toBytes()) {
      throw DatoNonValido.regola(
          CAMPO,
          "i file insieme superano %d MB; toglierne qualcuno o ridurne le dimensioni."
              .formatted(limiti.dimensioneFile().toMegabytes()));
    }
  }

  private void aggiungi(long bozzaId, List<AllegatoDomanda> nuovi) {
    for (var nuovo : nuovi) {
      if (nuovo.tipo().unico()) {
        jdbc.sql("delete from bozza_file where bozza_id = ? and tipo = ?")
            .params(bozzaId, nuovo.tipo().name())
            .update();
      }
      var file = nuovo.file();
      jdbc.sql(
              """
              insert into bozza_file
                (bozza_id, tipo, nome_file, formato, dimensione, sha256, contenuto)
              values (?, ?, ?, ?, ?, ?, ?)""")
          .params(
              bozzaId,
              nuovo.tipo().name(),
              file.nomeFile(),
              file.formato().name(),
              file.contenuto().length,
              file.sha256(),
              file.contenuto())
          .update();
    }
    if (!nuovi.isEmpty()) {
      var file = file(bozzaId);
      verificaInsieme(file.size(), file.stream().mapToLong(FileDiBozza::dimensione).sum());
    }
  }

  private List<FileDiBozza> file(long bozzaId) {
    return jdbc.sql(
            """
            select id, tipo, nome_file, dimensione, sha256 from bozza_file
            where bozza_id = ? order by id""")
        .param(bozzaId)
        .query(
            (riga, n) ->
                new FileDiBozza(
                    riga.getLong("id"),
                    TipoAllegato.valueOf(riga.getString("tipo")),
                    riga.getString("nome_file"),
                    riga.getLong("dimensione"),
                    riga.getString("sha256")))
        .list();
  }

  private BozzaDomanda bozza(ResultSet riga, int n) throws SQLException {
    long id = riga.getLong("id");
    return new BozzaDomanda(
        id,
        campi(riga.getString("campi")),
        file(id),
        riga.getObject("scade", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA));
  }

  private String testo(Map<String, List<String>> campi) {
    try {
      return json.writeValueAsString(campi);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can always be written", e);
    }
  }

  private Map<String, List<String>> campi(String testo) {
    try {
      return json.readValue(testo, CAMPI);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Bozza illeggibile", e);
    }
  }

  private OffsetDateTime adesso() {
    return OffsetDateTime.now(orologio);
  }

  private OffsetDateTime scadenza() {
    return adesso().plus(limiti.durataBozza());
  }
}
