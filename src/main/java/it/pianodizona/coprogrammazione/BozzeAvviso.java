package it.pianodizona.coprogrammazione;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposals that the first draft of a notice starts from, one per Ambito and triennio. */
@Service
@Transactional
public class BozzeAvviso {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  BozzeAvviso(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Keeps a proposal, in place of an earlier one; the plan need not exist yet. */
  public void proponi(String codiceAmbito, String triennio, ContenutoAvviso contenuto) {
    jdbc.sql("delete from bozza_avviso where codice_ambito = ? and triennio = ?")
        .params(codiceAmbito, triennio)
        .update();
    jdbc.sql("insert into bozza_avviso (codice_ambito, triennio, contenuto) values (?, ?, ?)")
        .params(codiceAmbito, triennio, scrivi(contenuto))
        .update();
  }

  @Transactional(readOnly = true)
  public Optional<ContenutoAvviso> proposta(RiferimentoPiano piano) {
    return jdbc.sql("select contenuto from bozza_avviso where codice_ambito = ? and triennio = ?")
        .params(piano.codiceAmbito(), piano.triennio())
        .query(String.class)
        .optional()
        .map(this::leggi);
  }

  private String scrivi(ContenutoAvviso contenuto) {
    try {
      return json.writeValueAsString(contenuto);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Bozza di avviso non rappresentabile in JSON", e);
    }
  }

  private ContenutoAvviso leggi(String testo) {
    try {
      return json.readValue(testo, ContenutoAvviso.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Bozza di avviso illeggibile", e);
    }
  }
}
