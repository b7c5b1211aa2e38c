package it.pianodizona.motore.accesso;

import it.pianodizona.motore.accesso.Territorio.AmbitoServito;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The invented people who may log in everywhere except in the profile {@code prod}. */
@Component
@Profile("!prod")
public class UtentiDimostrazione {

  static final String PASSWORD = "demo";
  private static final String RISORSA = "accesso/utenti-dimostrazione.yaml";

  private final Elenco elenco;
  private final Territorio territorio;

  UtentiDimostrazione(Territorio territorio) {
    this.elenco = RisorsaYaml.leggi(RISORSA, Elenco.class);
    this.territorio = territorio;
  }

  /**
   * Somebody who may log in.
   *
   * @param ruolo what the person is, in words
   * @param gruppi groups of the engine
   * @param ambiti codici of the Ambiti the person belongs to in his or her own right
   */
  public record Utente(
      String id,
      String nome,
      String cognome,
      String ruolo,
      List<String> gruppi,
      List<String> ambiti) {}

  private record Elenco(String ambito, List<Voce> utenti, List<String> sindaci) {}

  private record Voce(
      String id, String nome, String cognome, String ruolo, List<String> gruppi, Cerchia ambiti) {}

  private enum Cerchia {
    mio,
    ats,
    asst,
    nessuno
  }

  /** Everybody, the people of the offices first and then one mayor for each Comune. */
  public List<Utente> tutti() {
    var ambiti = territorio.ambiti();
    var utenti = new ArrayList<Utente>();
    for (var voce : elenco.utenti()) {
      utenti.add(
          new Utente(
              voce.id(),
              voce.nome(),
              voce.cognome(),
              voce.ruolo(),
              voce.gruppi(),
              ambitiDi(voce.ambiti(), ambiti)));
    }
    utenti.addAll(sindaci());
    return utenti;
  }

  private List<Utente> sindaci() {
    var comuni = territorio.comuniDi(elenco.ambito());
    var sindaci = new ArrayList<Utente>();
    for (int i = 0; i < comuni.size(); i++) {
      var comune = comuni.get(i);
      var nome = elenco.sindaci().get(i % elenco.sindaci().size()).split(" ", 2);
      sindaci.add(
          new Utente(
              "sindaco." + comune.codiceIstat(),
              nome[0],
              nome[1],
              "Sindaco di " + comune.denominazione(),
              List.of(RuoliDelMotore.gruppoDelComune(comune.codiceIstat()), "assemblea"),
              List.of(elenco.ambito())));
    }
    return sindaci;
  }

  private List<String> ambitiDi(Cerchia cerchia, List<AmbitoServito> ambiti) {
    if (cerchia == Cerchia.nessuno) {
      return List.of();
    }
    if (cerchia == Cerchia.mio) {
      return List.of(elenco.ambito());
    }
    var mio =
        ambiti.stream()
            .filter(a -> a.codice().equals(elenco.ambito()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Ambito sconosciuto: " + elenco.ambito()));
    return ambiti.stream()
        .filter(
            a ->
                cerchia == Cerchia.ats
                    ? a.codiceAts().equals(mio.codiceAts())
                    : a.codiciAsst().stream().anyMatch(mio.codiciAsst()::contains))
        .map(AmbitoServito::codice)
        .toList();
  }
}
