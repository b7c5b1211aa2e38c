package it.pianodizona.portale.web;

import org.springframework.http.HttpStatus;

/** A form with files was not read; nothing of it is kept. */
final class PlicoRifiutato extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus stato;

  PlicoRifiutato(HttpStatus stato, Throwable causa) {
    super(causa);
    this.stato = stato;
  }

  /** It did not arrive whole, or is not a form with files. */
  static PlicoRifiutato illeggibile(Throwable causa) {
    return new PlicoRifiutato(HttpStatus.BAD_REQUEST, causa);
  }

  /** It has more bytes, parts or typed text than are read. */
  static PlicoRifiutato troppoGrande() {
    return new PlicoRifiutato(HttpStatus.PAYLOAD_TOO_LARGE, null);
  }

  /** Its files cannot be written to disk. */
  static PlicoRifiutato discoPieno(Throwable causa) {
    return new PlicoRifiutato(HttpStatus.INSUFFICIENT_STORAGE, causa);
  }

  HttpStatus stato() {
    return stato;
  }
}
