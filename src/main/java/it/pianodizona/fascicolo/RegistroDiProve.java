package it.pianodizona.fascicolo;

import it.pianodizona.comune.Catena.Alterazione;
import it.pianodizona.comune.Catena.RigaAgliAtti;
import java.util.List;
import java.util.Map;

/**
 * A kind of evidence kept in chains: a Spring bean of the feature that owns it, found by {@link
 * VerificaIntegrita}. It reads what is in the tables now and judges nothing.
 *
 * <p>The command {@code verifica-integrita} starts nothing but the database: a register may ask its
 * constructor for JDBC and {@link Catene} only. {@link TabellaConcatenata} writes and reads the
 * rows of most tables.
 */
public interface RegistroDiProve {

  /** What comes before the colon in the names of its chains, for example {@code voti}. */
  String famiglia();

  /** What it keeps, in Italian, plural: {@code voti dell'Assemblea}. */
  String descrizione();

  /** All the rows, by name of their chain; rows of one chain in any order. */
  Map<String, List<RigaAgliAtti>> catene();

  /** What is wrong beyond the chains, for example a file that no longer has its own hash. */
  default List<Alterazione> altriControlli() {
    return List.of();
  }
}
