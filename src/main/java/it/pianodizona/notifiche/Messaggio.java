package it.pianodizona.notifiche;

import java.time.OffsetDateTime;

/**
 * One message to one recipient.
 *
 * @param chiave purpose, reference and recipient (the body at its address): what makes the message
 *     unique
 * @param riferimento what it is about, e.g. {@code domanda:12}
 * @param codiceAmbito {@code null} in a digest, which may gather letters of several Ambiti
 * @param triennio {@code null} in a digest
 * @param destinatarioEmail {@code null} when no address was known
 * @param rispondiA address of the office that reads the answers; {@code null} when not known
 * @param ics calendar invitation; {@code null} when there is none
 * @param metodo what the invitation asks for; {@code null} without invitation
 * @param messageId the header of that name, the same on every attempt
 * @param recapito {@code null} until sent
 * @param prossimoTentativo real time, also under the demonstration's clock
 * @param ultimoErrore {@code null} when no attempt failed
 * @param disiscrizione address where one request opts out; {@code null} when nothing in it is
 *     optional
 * @param riepilogoId the digest it left in; {@code null} when it left on its own
 * @param originaleId the message that this one repeats to another address; {@code null} when it is
 *     the first
 * @param incidente id of the incident that tells the missed delivery; {@code null} when none is
 *     open
 * @param esitoIgnoto a server had the text and never answered: the message may have arrived
 */
public record Messaggio(
    long id,
    String chiave,
    Scopo scopo,
    String riferimento,
    String codiceAmbito,
    String triennio,
    String destinatarioNome,
    String destinatarioEmail,
    String rispondiA,
    String oggetto,
    String testo,
    String html,
    String ics,
    MetodoInvito metodo,
    String messageId,
    StatoMessaggio stato,
    Recapito recapito,
    int tentativi,
    OffsetDateTime prossimoTentativo,
    String ultimoErrore,
    OffsetDateTime creato,
    OffsetDateTime inviato,
    String disiscrizione,
    Long riepilogoId,
    Long originaleId,
    String incidente,
    boolean esitoIgnoto) {

  /** Business key of the plan the message is about. */
  public String chiavePiano() {
    return codiceAmbito + "/" + triennio;
  }

  /** Whether it gathers other messages, which have a row and a state of their own. */
  public boolean riepilogo() {
    return scopo == Scopo.RIEPILOGO;
  }
}
