package it.pianodizona.tavoli;

/**
 * The group that discusses one area of a notice of co-programmazione (art. 55 CTS).
 *
 * @param codiceArea code of the area inside its notice
 * @param area name of the area, e.g. {@code Minori e famiglia}
 */
public record TavoloTematico(
    long id, long pianoId, long avvisoId, String codiceArea, String area) {}
