package it.pianodizona.fascicolo.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who may see and change what belongs to a plan. What is not of one's own Ambiti is answered as if
 * it were not there; the Region is a member of every Ambito and changes nothing.
 */
@Component
public class AccessoAiPiani {

  private static final List<String> SOLA_LETTURA = List.of("regione", "gruppo-tecnico-regionale");
  private static final String UFFICIO = "ufficio-di-piano";

  private final Piani piani;

  AccessoAiPiani(Piani piani) {
    this.piani = piani;
  }

  /**
   * @throws ResponseStatusException 404 when the plan does not exist for who asks
   */
  public RiferimentoPiano leggi(Funzionario chi, long pianoId) {
    RiferimentoPiano piano;
    try {
      piano = piani.riferimento(pianoId);
    } catch (DatoNonValido e) {
      throw inesistente();
    }
    leggi(chi, piano.codiceAmbito());
    return piano;
  }

  /**
   * @throws ResponseStatusException 404 when the Ambito is not one of those of who asks
   */
  public void leggi(Funzionario chi, String codiceAmbito) {
    if (!chi.ambiti().contains(codiceAmbito) && !chi.amministratore()) {
      throw inesistente();
    }
  }

  /** Whether who asks may add documents to the fascicolo: everybody of the Ambito. */
  public boolean aggiunge(Funzionario chi, String codiceAmbito) {
    return chi.ambiti().contains(codiceAmbito)
        && chi.gruppi().stream().noneMatch(SOLA_LETTURA::contains);
  }

  /** Whether who asks works in the Ufficio di Piano of the Ambito. */
  public boolean ufficio(Funzionario chi, String codiceAmbito) {
    return chi.ambiti().contains(codiceAmbito) && chi.gruppi().contains(UFFICIO);
  }

  /** What does not exist, for who asks. */
  public static ResponseStatusException inesistente() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** What exists, but who asks may not do. */
  public static ResponseStatusException vietato() {
    return new ResponseStatusException(HttpStatus.FORBIDDEN);
  }
}
