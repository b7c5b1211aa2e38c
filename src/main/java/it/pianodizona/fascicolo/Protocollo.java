package it.pianodizona.fascicolo;

import it.pianodizona.comune.TransazioneContesa;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The protocol register of each Ambito: yearly numbers without gaps or duplicates (art. 53 DPR
 * 445/2000). The row of the register is locked until the caller's transaction ends, so that a
 * rolled-back registration leaves no hole.
 */
@Service
public class Protocollo {

  /** Whether a document comes in or goes out. */
  public enum Verso {
    ENTRATA("in entrata"),
    USCITA("in uscita");

    private final String descrizione;

    Verso(String descrizione) {
      this.descrizione = descrizione;
    }

    public String descrizione() {
      return descrizione;
    }
  }

  private final JdbcClient jdbc;
  private final Clock orologio;
  private final TransactionTemplate aParte;

  Protocollo(JdbcClient jdbc, Clock orologio, PlatformTransactionManager transazioni) {
    this.jdbc = jdbc;
    this.orologio = orologio;
    this.aParte = new TransactionTemplate(transazioni);
    this.aParte.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
  }

  /** Registers a document and gives back its number; needs the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public NumeroProtocollo registra(String codiceAmbito, Verso verso, String oggetto) {
    return registra(codiceAmbito, verso, oggetto, null);
  }

  /**
   * Registers a document and gives back its number; needs the caller's transaction.
   *
   * @param corrispondente who it comes from or goes to; {@code null} when the document says it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public NumeroProtocollo registra(
      String codiceAmbito, Verso verso, String oggetto, String corrispondente) {
    var adesso = OffsetDateTime.now(orologio);
    int anno = adesso.getYear();
    if (avanza(codiceAmbito, anno) == 0) {
      apri(codiceAmbito, anno);
      avanza(codiceAmbito, anno);
    }
    int numero =
        jdbc.sql(
                """
                select ultimo_numero from registro_protocollo
                where codice_ambito = ? and anno = ?""")
            .params(codiceAmbito, anno)
            .query(Integer.class)
            .single();
    jdbc.sql(
            """
            insert into protocollo
              (codice_ambito, anno, numero, verso, oggetto, corrispondente, registrato)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(codiceAmbito, anno, numero, verso.name(), oggetto, corrispondente, adesso)
        .update();
    return new NumeroProtocollo(anno, numero);
  }

  private int avanza(String codiceAmbito, int anno) {
    TransazioneContesa.segna();
    return jdbc.sql(
            """
            update registro_protocollo set ultimo_numero = ultimo_numero + 1
            where codice_ambito = ? and anno = ?""")
        .params(codiceAmbito, anno)
        .update();
  }

  /** Opens the year's register in its own transaction: two first registrations must not collide. */
  private void apri(String codiceAmbito, int anno) {
    try {
      aParte.executeWithoutResult(
          stato ->
              jdbc.sql(
                      """
                      insert into registro_protocollo (codice_ambito, anno, ultimo_numero)
                      values (?, ?, 0)""")
                  .params(codiceAmbito, anno)
                  .update());
    } catch (DuplicateKeyException apertoDaAltri) {
      // the register exists now, which is what was wanted
    }
  }
}
