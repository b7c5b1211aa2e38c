package it.pianodizona.motore.accesso;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.motore.modulo.ModuloNonValido;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.AuthorizationExceptionDto;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;

/**
 * Answers 400 with our own Italian sentences when a submission was refused, both under {@code
 * /engine-rest} and under the API of the web applications: without it the sentences come wrapped in
 * the engine's English, or as an internal error. The engine's own refusals that people meet in its
 * applications are told in Italian too, with the status that fits them.
 */
final class RifiutoComprensibile {

  private static final String DI_UN_ALTRO_AMBITO = "because it belongs to no authenticated tenant";
  private static final String COMPITO_SPARITO =
      "Il compito non c'è più: è stato completato o ritirato.";

  /** SQL standard: integrity constraint violation. */
  private static final String VINCOLO_VIOLATO = "23";

  /** What the engine says to who works in its applications, and how it is said in Italian. */
  private record Frase(Pattern inglese, Response.Status stato, String italiano) {
    Frase(String inglese, Response.Status stato, String italiano) {
      this(Pattern.compile(inglese), stato, italiano);
    }
  }

  private static final List<Frase> FRASI =
      List.of(
          new Frase("^No matching task with id", Response.Status.NOT_FOUND, COMPITO_SPARITO),
          new Frase(
              "is already claimed by someone else",
              Response.Status.CONFLICT,
              "Il compito è già stato preso in carico da un'altra persona."),
          new Frase(
              "^The user already exists",
              Response.Status.BAD_REQUEST,
              "Esiste già una persona con questo nome utente."),
          new Frase(
              "^The group already exists",
              Response.Status.BAD_REQUEST,
              "Esiste già un gruppo con questo ID."),
          new Frase(
              "^The tenant already exists",
              Response.Status.BAD_REQUEST,
              "Esiste già un Ambito con questo codice."),
          new Frase(
              "has an invalid id: '(.*)' is not a valid resource identifier",
              Response.Status.BAD_REQUEST,
              "L'identificativo «$1» non è ammesso: usare lettere senza accento e cifre, senza"
                  + " spazi; punti e trattini solo in mezzo."),
          new Frase(
              "^The given authenticated user password is not valid",
              Response.Status.BAD_REQUEST,
              "La password di chi fa la modifica non è giusta."),
          new Frase(
              "^Password does not match policy",
              Response.Status.BAD_REQUEST,
              "La password deve avere almeno "
                  + GuardiaProduzione.LUNGHEZZA_PASSWORD
                  + " caratteri e non contenere il nome di chi la usa."),
          new Frase(
              "^No (?:group|user|tenant) found with id '(.*?)'",
              Response.Status.NOT_FOUND,
              "Non c'è nessuna persona, gruppo o Ambito «$1»."),
          new Frase(
              "Cannot convert value '(.*)' of type '",
              Response.Status.BAD_REQUEST,
              "Il valore «$1» non va bene per il tipo della variabile."),
          new Frase(
              "^Invalid query usage: cannot set both (\\w+) and (\\w+)",
              Response.Status.BAD_REQUEST,
              "I criteri $1 e $2 non si possono usare insieme."),
          new Frase(
              "^Unable to create filter with invalid content",
              Response.Status.BAD_REQUEST,
              "Il filtro non è completo: serve un nome, e ogni criterio vuole un valore."),
          new Frase(
              "number of job retries must be a non-negative",
              Response.Status.BAD_REQUEST,
              "Il numero di tentativi deve essere zero o più."),
          new Frase(
              "(?:do|does) not exist\\.?$|^No matching |^No .* found (?:for|with) id|^Unable to delete"
                  + " .* with id",
              Response.Status.NOT_FOUND,
              "Non c'è più: è stato eliminato o concluso. Ricaricare la pagina."));

  private RifiutoComprensibile() {}

  /**
   * Puts our answers in the place of the engine's. Must run before Jersey reads the set, which is
   * the one both REST applications share.
   */
  static void installa() {
    Set<Class<?>> classi = CamundaRestResources.getConfigurationClasses();
    classi.remove(RestExceptionHandler.class);
    classi.remove(ProcessEngineExceptionHandler.class);
    classi.add(DiRichiesta.class);
    classi.add(DelMotore.class);
  }

  private static Optional<Response> risposta(Throwable errore) {
    for (Throwable causa = errore; causa != null; causa = causa.getCause()) {
      if (causa instanceof ModuloNonValido || causa instanceof DatoNonValido) {
        return Optional.of(risposta(Response.Status.BAD_REQUEST, causa.getMessage()));
      }
      if (causa instanceof OptimisticLockingException) {
        return Optional.of(
            risposta(
                Response.Status.CONFLICT,
                "Nel frattempo qualcun altro ha cambiato il procedimento: ricaricare la pagina e"
                    + " riprovare."));
      }
      // the engine names permissions and resources, in English
      if (causa instanceof AuthorizationException negato
          && !negato.getMissingAuthorizations().isEmpty()) {
        var corpo = AuthorizationExceptionDto.fromException(negato);
        corpo.setMessage("Non hai i permessi necessari per questa operazione.");
        return Optional.of(
            Response.status(Response.Status.FORBIDDEN)
                .entity(corpo)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build());
      }
      // a task of another Ambito is answered as one that does not exist
      var messaggio = String.valueOf(causa.getMessage());
      if (causa instanceof NullValueException && messaggio.startsWith("Cannot find task with id")
          || messaggio.contains(" task ") && messaggio.contains(DI_UN_ALTRO_AMBITO)) {
        return Optional.of(risposta(Response.Status.NOT_FOUND, COMPITO_SPARITO));
      }
    }
    return FRASI.stream()
        .flatMap(frase -> tradotta(frase, errore).stream())
        .findFirst()
        .or(() -> doppione(errore));
  }

  private static Optional<Response> doppione(Throwable errore) {
    for (Throwable causa = errore; causa != null; causa = causa.getCause()) {
      if (causa instanceof SQLException nelDatabase
          && String.valueOf(nelDatabase.getSQLState()).startsWith(VINCOLO_VIOLATO)) {
        return Optional.of(
            risposta(
                Response.Status.CONFLICT,
                "C'è già, oppure altro dipende da quello che si toglie."));
      }
    }
    return Optional.empty();
  }

  private static Optional<Response> tradotta(Frase frase, Throwable errore) {
    var trovata = frase.inglese().matcher(String.valueOf(errore.getMessage()));
    if (!trovata.find()) {
      return Optional.empty();
    }
    var messaggio = frase.italiano();
    for (int parte = 1; parte <= trovata.groupCount(); parte++) {
      messaggio = messaggio.replace("$" + parte, trovata.group(parte));
    }
    return Optional.of(risposta(frase.stato(), messaggio));
  }

  /** What has no Italian of its own is at least introduced by it. */
  private static Response presentata(Response inglese) {
    if (inglese.getEntity() instanceof ExceptionDto corpo) {
      var dettaglio = corpo.getMessage();
      corpo.setMessage(
          "Il motore dei processi ha rifiutato l'operazione"
              + (dettaglio == null || dettaglio.isBlank()
                  ? "."
                  : ". Dettaglio tecnico: " + dettaglio));
    }
    return inglese;
  }

  private static Response risposta(Response.Status stato, String messaggio) {
    var corpo = new ExceptionDto();
    corpo.setType(ModuloNonValido.class.getSimpleName());
    corpo.setMessage(messaggio);
    return Response.status(stato).entity(corpo).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** For what the REST resources have already wrapped. */
  public static final class DiRichiesta extends RestExceptionHandler {
    @Override
    public Response toResponse(RestException errore) {
      return risposta(errore).orElseGet(() -> presentata(super.toResponse(errore)));
    }
  }

  /** For what they let through. */
  public static final class DelMotore extends ProcessEngineExceptionHandler {
    @Override
    public Response toResponse(ProcessEngineException errore) {
      return risposta(errore).orElseGet(() -> presentata(super.toResponse(errore)));
    }
  }
}
