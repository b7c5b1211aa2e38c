package it.pianodizona.coprogrammazione;

/**
 * A domanda that somebody sends.
 *
 * @param numeroAvviso of the notice it answers, e.g. {@code 50084-2024-01}
 * @param canale how it arrives
 */
public record ComandoDomanda(String numeroAvviso, Canale canale, DatiDomanda dati) {}
