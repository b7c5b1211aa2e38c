/**
 * Co-programmazione (art. 55 d.lgs. 117/2017): the public notice, the domande of those who want to
 * take part, their istruttoria and the admitted list.
 *
 * <p>{@link it.pianodizona.coprogrammazione.Avvisi} and {@link
 * it.pianodizona.coprogrammazione.Domande} are the ways in.
 */
package it.pianodizona.coprogrammazione;
