package it.pianodizona.registro;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All acts, from the evidence of the features and from the operations the engine logs. */
@Service
public class Registro {

  private final ObjectProvider<FonteDiAtti> fonti;

  Registro(ObjectProvider<FonteDiAtti> fonti) {
    this.fonti = fonti;
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<AttoRegistrato> atti(Ricerca ricerca) {
    if (ricerca.ambiti() != null && ricerca.ambiti().isEmpty()) {
      return List.of();
    }
    return fonti.stream()
        .flatMap(fonte -> fonte.atti(ricerca).stream())
        .sorted(Comparator.comparing(AttoRegistrato::quando).reversed())
        .limit(ricerca.quanti())
        .toList();
  }
}
