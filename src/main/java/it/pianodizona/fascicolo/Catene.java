package it.pianodizona.fascicolo;

import it.pianodizona.comune.Catena.Anello;
import it.pianodizona.comune.Catena.Riga;
import it.pianodizona.comune.TransazioneContesa;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where each chain of evidence ends: the link the next row hangs from. The row of the chain is
 * locked until the caller's transaction ends, so that two rows never take the same place, and a
 * rolled-back one leaves none empty.
 *
 * <p>A chain is named {@code <family>:<id>}, for example {@code voti:12}; the {@link
 * RegistroDiProve} of the family reads its rows back.
 */
@Service
public class Catene {

  private final JdbcClient jdbc;
  private final TransactionTemplate aParte;

  Catene(JdbcClient jdbc, PlatformTransactionManager transazioni) {
    this.jdbc = jdbc;
    this.aParte = new TransactionTemplate(transazioni);
    this.aParte.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
  }

  /** As {@link #aggiungi(String, List)}, for one row. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Anello aggiungi(String catena, Riga riga) {
    return aggiungi(catena, List.of(riga)).get(0);
  }

  /**
   * Gives each row its link, in order; the caller stores it next to the row, in the same
   * transaction.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Anello> aggiungi(String catena, List<Riga> righe) {
    if (blocca(catena) == 0) {
      apri(catena);
      blocca(catena);
    }
    Anello ultimo =
        jdbc.sql("select lunghezza, testa from catena where nome = ?")
            .param(catena)
            .query((riga, n) -> new Anello(riga.getLong(1), null, riga.getString(2)))
            .single();
    var anelli = new ArrayList<Anello>();
    for (Riga riga : righe) {
      ultimo = ultimo.segue(riga);
      anelli.add(ultimo);
    }
    jdbc.sql("update catena set lunghezza = ?, testa = ? where nome = ?")
        .params(ultimo.numero(), ultimo.impronta(), catena)
        .update();
    return anelli;
  }

  /** The last link of every chain, by name; its own {@code precedente} is not kept. */
  @Transactional(readOnly = true)
  public Map<String, Anello> teste() {
    var teste = new LinkedHashMap<String, Anello>();
    jdbc.sql("select nome, lunghezza, testa from catena order by nome")
        .query(
            riga -> {
              teste.put(riga.getString(1), new Anello(riga.getLong(2), null, riga.getString(3)));
            });
    return teste;
  }

  private int blocca(String catena) {
    TransazioneContesa.segna();
    return jdbc.sql("update catena set lunghezza = lunghezza where nome = ?")
        .param(catena)
        .update();
  }

  /** In its own transaction: two first rows must not collide. */
  private void apri(String catena) {
    try {
      aParte.executeWithoutResult(
          stato ->
              jdbc.sql("insert into catena (nome, lunghezza, testa) values (?, 0, ?)")
                  .params(catena, Anello.ORIGINE.impronta())
                  .update());
    } catch (DuplicateKeyException apertaDaAltri) {
      // the chain exists now, which is what was wanted
    }
  }
}
