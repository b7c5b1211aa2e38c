package it.pianodizona.documento;

/** The strategic areas of policy of the regional programme (S3 § 5.3, Appendice 1). */
public enum Macroarea {
  A("Contrasto alla povertà e all'emarginazione sociale"),
  B("Politiche abitative"),
  C("Promozione inclusione attiva"),
  D("Domiciliarità"),
  E("Anziani"),
  F("Digitalizzazione dei servizi"),
  G("Politiche giovanili e per i minori"),
  H("Interventi connessi alle politiche per il lavoro"),
  I("Interventi per la famiglia"),
  J("Interventi a favore di persone con disabilità");

  private final String denominazione;

  Macroarea(String denominazione) {
    this.denominazione = denominazione;
  }

  public String denominazione() {
    return denominazione;
  }

  /** Letter and name, e.g. {@code E. Anziani}. */
  public String etichetta() {
    return name() + ". " + denominazione;
  }
}
