package it.pianodizona.portale;

import it.pianodizona.portale.Visitatore.Parte;
import java.util.ArrayList;
import java.util.List;

/** What an applicant types. */
final class DomandaFixture {

  private DomandaFixture() {}

  /** A complete domanda, signed by the legal representative, with the identity document. */
  static List<Parte> completa(String codiceFiscale) {
    var parti = new ArrayList<Parte>();
    parti.add(Parte.campo("denominazione", "Cooperativa sociale di Prova"));
    parti.add(Parte.campo("formaGiuridica", "Cooperativa sociale"));
    parti.add(Parte.campo("codiceFiscale", codiceFiscale));
    parti.add(Parte.campo("sede", "Via Roma 1, 24023 Clusone"));
    parti.add(Parte.campo("rappresentanteLegale", "Gino Rota"));
    parti.add(Parte.campo("email", "info@ente.example.it"));
    parti.add(Parte.campo("categoria", "ETS"));
    parti.add(Parte.campo("runtsNumero", "12345"));
    parti.add(Parte.campo("aree", "minori-e-famiglia"));
    parti.add(Parte.campo("aree", "inclusione-sociale"));
    parti.add(Parte.campo("referente", "Lia Però"));
    parti.add(Parte.campo("referenteEmail", "lia@ente.example.it"));
    parti.add(Parte.campo("firmatario", "RAPPRESENTANTE"));
    parti.add(Parte.file("documentoIdentita", "carta.pdf", FileFixture.pdf()));
    for (var dichiarazione :
        List.of(
            "impegniAccettati",
            "liberatoriaProprieta",
            "consensoPubblicazione",
            "informativaLetta")) {
      parti.add(Parte.campo(dichiarazione, "true"));
    }
    return parti;
  }

  /** The same with a field, or a file, that is different. */
  static List<Parte> con(List<Parte> parti, Parte diversa) {
    var altre = senza(parti, diversa.campo());
    altre.add(diversa);
    return altre;
  }

  static List<Parte> senza(List<Parte> parti, String campo) {
    return new ArrayList<>(parti.stream().filter(p -> !p.campo().equals(campo)).toList());
  }

  /** The tax code of the n-th invented body, with its check digit (d.m. 23 December 1976). */
  static String codiceFiscale(int n) {
    var cifre = "%010d".formatted(9_000_000_000L + n);
    int somma = 0;
    for (int i = 0; i < cifre.length(); i++) {
      int peso = (cifre.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2);
      somma += peso > 9 ? peso - 9 : peso;
    }
    return cifre + (10 - somma % 10) % 10;
  }
}
