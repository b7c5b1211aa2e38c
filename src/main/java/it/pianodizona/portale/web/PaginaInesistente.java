package it.pianodizona.portale.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No such notice, or nobody was given this address: answered with the 404 page. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class PaginaInesistente extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
