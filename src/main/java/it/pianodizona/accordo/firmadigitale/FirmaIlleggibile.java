package it.pianodizona.accordo.firmadigitale;

/** The file cannot be read as a signed file. */
class FirmaIlleggibile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FirmaIlleggibile(Throwable causa) {
    super(causa);
  }
}
