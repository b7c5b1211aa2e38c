package it.pianodizona.accordo.firmadigitale;

/** How far a signed file can be relied upon. */
public enum EsitoVerifica {
  /** Intact, of this document, by a certificate that leads to a trusted one. */
  VERIFICATA("Firma verificata", true, false),
  /** Intact and of this document, but the signer's certificate leads to none that is trusted. */
  INTEGRA_NON_ATTENDIBILE("Firma integra, attendibilità non verificata", true, true),
  /** The certificate was not valid when the signature says it was made. */
  CERTIFICATO_NON_VALIDO("Firma integra, certificato non valido alla data della firma", true, true),
  /** Changed after the signature. */
  ALTERATA("File alterato dopo la firma", false, false),
  /** A valid signature of something else. */
  ALTRO_DOCUMENTO("Firma di un altro documento", false, false),
  /** No signature inside. */
  NON_FIRMATO("Nessuna firma digitale nel file", false, false);

  private final String descrizione;
  private final boolean accettabile;
  private final boolean dubbio;

  EsitoVerifica(String descrizione, boolean accettabile, boolean dubbio) {
    this.descrizione = descrizione;
    this.accettabile = accettabile;
    this.dubbio = dubbio;
  }

  /** As officials read it. */
  public String descrizione() {
    return descrizione;
  }

  /** False for what is refused whoever confirms it. */
  public boolean accettabile() {
    return accettabile;
  }

  /** True for what a person must confirm, saying why. */
  public boolean dubbio() {
    return dubbio;
  }
}
