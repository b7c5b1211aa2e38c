package it.pianodizona.motore.accesso;

import it.pianodizona.motore.accesso.Percorsi.Mondo;
import it.pianodizona.motore.accesso.Percorsi.Regola;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through to the engine's interfaces only what {@link Percorsi} lists, for whom it lists it.
 * The engine's own permissions come after and decide about the single task or instance.
 */
final class PorteDelMotoreFilter extends OncePerRequestFilter {

  /** The same resources answer below the name of the engine. */
  private static final Pattern NOME_DEL_MOTORE = Pattern.compile("^/engine/[^/]+(?=/)");

  private static final String REST = "/engine-rest";
  private static final String APPLICAZIONI = "/camunda/api";
  private static final String MOTORE_DELLE_APPLICAZIONI = APPLICAZIONI + "/engine";

  private final Percorsi percorsi;
  private final String amministratori;
  private final Function<HttpServletRequest, Optional<Funzionario>> chi;

  PorteDelMotoreFilter(
      Percorsi percorsi,
      String amministratori,
      Function<HttpServletRequest, Optional<Funzionario>> chi) {
    this.percorsi = percorsi;
    this.amministratori = amministratori;
    this.chi = chi;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    var percorso = richiesta.getRequestURI().substring(richiesta.getContextPath().length());
    if (!percorso.startsWith(REST) && !percorso.startsWith(APPLICAZIONI + "/")) {
      catena.doFilter(richiesta, risposta);
      return;
    }
    var regola = regola(richiesta.getMethod(), percorso);
    if (regola.isEmpty()) {
      risposta.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    // who merely has to be logged in is checked by the engine's own filters
    boolean aperta = regola.get().pubblica() || regola.get().chi().contains(Percorsi.FUNZIONARI);
    if (aperta || regola.get().consente(chi.apply(richiesta).orElse(null), amministratori)) {
      catena.doFilter(richiesta, risposta);
    } else {
      rifiuta(risposta);
    }
  }

  private Optional<Regola> regola(String metodo, String percorso) {
    if (percorso.startsWith(REST)) {
      return delMotore(metodo, percorso.substring(REST.length()));
    }
    if (percorso.startsWith(MOTORE_DELLE_APPLICAZIONI + "/")) {
      return delMotore(metodo, percorso.substring(MOTORE_DELLE_APPLICAZIONI.length()));
    }
    return percorsi.regola(Mondo.APPLICAZIONI, metodo, percorso.substring(APPLICAZIONI.length()));
  }

  private Optional<Regola> delMotore(String metodo, String percorso) {
    return percorsi.regola(
        Mondo.MOTORE, metodo, NOME_DEL_MOTORE.matcher(percorso).replaceFirst(""));
  }

  private static void rifiuta(HttpServletResponse risposta) throws IOException {
    risposta.setStatus(HttpServletResponse.SC_FORBIDDEN);
    risposta.setContentType(MediaType.APPLICATION_JSON_VALUE);
    risposta.setCharacterEncoding("UTF-8");
    risposta
        .getWriter()
        .write(
            "{\"type\":\"AccessoNegato\",\"message\":\"Operazione riservata a chi amministra il"
                + " sistema.\"}");
  }
}
