package it.pianodizona.tavoli;

import java.util.List;

/**
 * The synthesis of one tavolo as others read it.
 *
 * @param dissensi one line each, beginning with the name of its author
 */
public record SintesiDelTavolo(
    long tavoloId,
    String codiceArea,
    String area,
    String bisogni,
    String proposte,
    String risorse,
    List<String> dissensi) {}
