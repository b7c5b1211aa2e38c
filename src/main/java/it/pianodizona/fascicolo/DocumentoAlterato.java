package it.pianodizona.fascicolo;

/** The bytes kept for a document no longer match its SHA-256: they must not be given to anybody. */
public class DocumentoAlterato extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DocumentoAlterato(long id) {
    super("Il documento %d del fascicolo è stato alterato dopo il deposito.".formatted(id));
  }
}
