package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/**
 * A registered domanda di partecipazione.
 *
 * @param delegato who signed in the legal representative's place; {@code null} when nobody did
 * @param ricevuta arrival, Europe/Rome
 * @param tardiva arrived after the deadline: consultative participation only
 * @param protocollo e.g. {@code 0000123/2024}
 * @param esito {@code null} until there is one; may be {@link EsitoDomanda#CON_RISERVA} while the
 *     istruttoria is still open
 * @param motivi reasons last told to the applicant; {@code null} when there are none
 * @param norma rule behind the outcome; {@code null} when none was cited
 * @param termineRisposta until when the applicant may integrate or observe; {@code null} when
 *     nothing was asked
 */
public record Domanda(
    long id,
    long avvisoId,
    String numeroAvviso,
    RiferimentoPiano piano,
    DatiDomanda dati,
    String delegato,
    Canale canale,
    ZonedDateTime ricevuta,
    boolean tardiva,
    String protocollo,
    String token,
    StatoDomanda stato,
    EsitoDomanda esito,
    String motivi,
    String norma,
    ZonedDateTime termineRisposta) {

  /** Admitted, also with reserve. */
  public boolean ammessa() {
    return esito == EsitoDomanda.AMMESSA || esito == EsitoDomanda.CON_RISERVA;
  }

  /** Who signed it. */
  public String firmatario() {
    return delegato == null ? dati.rappresentanteLegale() : delegato;
  }

  /** Where it stands, in words an applicant understands. */
  public String situazione() {
    if (stato == StatoDomanda.CONCLUSA) {
      return esito.descrizione();
    }
    return esito == null
        ? stato.descrizione()
        : esito.descrizione() + " (" + stato.descrizione() + ")";
  }
}
