package it.pianodizona.accordo.processo;

/** Addresses of the offices' pages of an Accordo, for the links in the forms. */
final class PaginaAccordo {

  private PaginaAccordo() {}

  static String di(long pianoId) {
    return "/accordo/" + pianoId;
  }

  static String dellaFirma(long pianoId, long firmaId) {
    return di(pianoId) + "/firma/" + firmaId;
  }
}
