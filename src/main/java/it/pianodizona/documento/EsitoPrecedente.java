package it.pianodizona.documento;

/**
 * How an objective of the previous programme ended (S3, Tabella 2).
 *
 * @param grado how far it was reached, 0 to 100
 * @param valutazioneUtenti {@code null} where not pertinent
 * @param risorse share of the allotted resources that was committed or paid, 0 to 100
 * @param criticita problems met and plan to improve; {@code null} when there were none
 * @param cambiamento whether it answered the need with a positive change
 * @param continuita whether it continued the programme before
 * @param riproposto whether it is proposed again
 */
public record EsitoPrecedente(
    String obiettivo,
    int grado,
    String valutazioneUtenti,
    int risorse,
    String criticita,
    boolean cambiamento,
    String motivoCambiamento,
    boolean continuita,
    boolean riproposto,
    String motivoRiproposto) {}
