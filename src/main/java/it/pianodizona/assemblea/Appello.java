package it.pianodizona.assemblea;

import it.pianodizona.comune.DatoNonValido;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the president records of a sitting: who answered the roll call, who left before the second
 * vote, who voted against or abstained. Whoever was present and is in neither list was in favour.
 *
 * @param presenti ISTAT codes of the Comuni present at the roll call; empty for a deserted sitting
 * @param usciti those who left before the vote on the schema
 * @param delegati name and office of who sits by delegation, by ISTAT code
 */
public record Appello(
    Set<String> presenti,
    Set<String> usciti,
    Map<String, String> delegati,
    Dichiarazioni piano,
    Dichiarazioni schema) {

  /**
   * The votes that were not in favour.
   *
   * @param contrari ISTAT codes of the Comuni against
   * @param astenuti ISTAT codes of the Comuni abstaining
   */
  public record Dichiarazioni(Set<String> contrari, Set<String> astenuti) {

    /** Everybody in favour, or nothing voted. */
    public static final Dichiarazioni NESSUNA = new Dichiarazioni(Set.of(), Set.of());

    public Dichiarazioni {
      contrari = Set.copyOf(contrari);
      astenuti = Set.copyOf(astenuti);
    }
  }

  public Appello {
    presenti = Set.copyOf(presenti);
    usciti = Set.copyOf(usciti);
    delegati = Map.copyOf(delegati);
  }

  /**
   * @param componenti the members of the Assemblea, by ISTAT code
   * @throws DatoNonValido when somebody who is not a member is present, or somebody who was not in
   *     the room left it, voted or was represented, or voted twice
   */
  void verifica(Map<String, Componente> componenti) {
    var estranei = new HashSet<>(presenti);
    estranei.removeAll(componenti.keySet());
    if (!estranei.isEmpty()) {
      throw new DatoNonValido(
          "Comuni presenti", String.join(", ", estranei), "un Comune dell'Ambito");
    }
    traIPresenti("Usciti prima del secondo voto", usciti, presenti, componenti);
    traIPresenti("Deleghe", delegati.keySet(), presenti, componenti);
    coerenti(Punto.PIANO, piano, componenti);
    coerenti(Punto.SCHEMA_ACCORDO, schema, componenti);
  }

  Set<String> presentiAl(Punto punto) {
    return punto == Punto.PIANO ? presenti : rimasti(presenti, usciti);
  }

  Voto votoDi(String codiceIstat, Punto punto) {
    var dichiarazioni = punto == Punto.PIANO ? piano : schema;
    if (dichiarazioni.contrari().contains(codiceIstat)) {
      return Voto.CONTRARIO;
    }
    return dichiarazioni.astenuti().contains(codiceIstat) ? Voto.ASTENUTO : Voto.FAVOREVOLE;
  }

  private void coerenti(
      Punto punto, Dichiarazioni dichiarazioni, Map<String, Componente> componenti) {
    var inAula = presentiAl(punto);
    traIPresenti(punto.descrizione() + ", contrari", dichiarazioni.contrari(), inAula, componenti);
    traIPresenti(punto.descrizione() + ", astenuti", dichiarazioni.astenuti(), inAula, componenti);
    var doppi = new HashSet<>(dichiarazioni.contrari());
    doppi.retainAll(dichiarazioni.astenuti());
    if (!doppi.isEmpty()) {
      throw DatoNonValido.regola(
          punto.descrizione(),
          "non si può essere insieme contrari e astenuti: %s.".formatted(nomi(doppi, componenti)));
    }
  }

  private static void traIPresenti(
      String campo, Set<String> scelti, Set<String> inAula, Map<String, Componente> componenti) {
    var estranei = new HashSet<>(scelti);
    estranei.removeAll(inAula);
    if (!estranei.isEmpty()) {
      throw DatoNonValido.regola(
          campo,
          "si indica solo chi è presente in quel momento; non risulta presente: %s."
              .formatted(nomi(estranei, componenti)));
    }
  }

  private static String nomi(Set<String> codici, Map<String, Componente> componenti) {
    return codici.stream()
        .map(
            codice ->
                componenti.containsKey(codice) ? componenti.get(codice).denominazione() : codice)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Set<String> rimasti(Set<String> presenti, Set<String> usciti) {
    var rimasti = new HashSet<>(presenti);
    rimasti.removeAll(usciti);
    return rimasti;
  }
}
