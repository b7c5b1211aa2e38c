package it.pianodizona.premialita;

/**
 * An evaluation by the gruppo tecnico regionale.
 *
 * @param giudizio the reasons, shown to the Ambito
 * @param utente login of who recorded it
 */
public record Valutazione(boolean positiva, String giudizio, String utente) {}
