package it.pianodizona.fascicolo;

import it.pianodizona.comune.Catena;
import it.pianodizona.comune.Catena.Alterazione;
import it.pianodizona.comune.Catena.Anello;
import it.pianodizona.comune.Catena.RigaAgliAtti;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads all the evidence again and says what is no longer as it was recorded: every chain of every
 * {@link RegistroDiProve}, from its first row to the head that {@link Catene} remembers.
 */
@Service
public class VerificaIntegrita {

  /**
   * What was checked of one kind of evidence.
   *
   * @param descrizione what it is, in Italian, plural
   */
  public record Esito(String descrizione, int catene, int righe, List<Alterazione> alterazioni) {}

  private final Catene catene;
  private final List<RegistroDiProve> registri;

  VerificaIntegrita(Catene catene, ObjectProvider<RegistroDiProve> registri) {
    this.catene = catene;
    this.registri = registri.orderedStream().toList();
  }

  /** Checks everything, on one consistent picture of the database. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Esito> verifica() {
    var teste = catene.teste();
    var esiti = new ArrayList<Esito>();
    registri.forEach(registro -> esiti.add(verifica(registro, teste)));
    var ignote =
        teste.entrySet().stream()
            .filter(t -> t.getValue().numero() > 0)
            .filter(t -> registri.stream().noneMatch(r -> sua(r, t.getKey())))
            .map(t -> new Alterazione(t.getKey(), "la catena non appartiene a nessun registro"))
            .toList();
    if (!ignote.isEmpty()) {
      esiti.add(new Esito("catene sconosciute", ignote.size(), 0, ignote));
    }
    return List.copyOf(esiti);
  }

  private static Esito verifica(RegistroDiProve registro, Map<String, Anello> teste) {
    Map<String, List<RigaAgliAtti>> trovate = registro.catene();
    var nomi = new TreeSet<>(trovate.keySet());
    teste.keySet().stream().filter(nome -> sua(registro, nome)).forEach(nomi::add);
    var alterazioni = new ArrayList<Alterazione>();
    for (String nome : nomi) {
      alterazioni.addAll(
          Catena.verifica(
              nome,
              teste.getOrDefault(nome, Anello.ORIGINE),
              trovate.getOrDefault(nome, List.of())));
    }
    alterazioni.addAll(registro.altriControlli());
    int righe = trovate.values().stream().mapToInt(List::size).sum();
    return new Esito(registro.descrizione(), nomi.size(), righe, List.copyOf(alterazioni));
  }

  private static boolean sua(RegistroDiProve registro, String catena) {
    return catena.startsWith(registro.famiglia() + ":");
  }
}
