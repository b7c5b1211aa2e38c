package it.pianodizona.motore.accesso;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.motore.modulo.ModuloNonValido;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
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
 * the engine's English, or as an internal error.
 */
final class RifiutoComprensibile {

  private static final String DI_UN_ALTRO_AMBITO = "because it belongs to no authenticated tenant";

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
        return Optional.of(
            risposta(
                Response.Status.NOT_FOUND,
                "Il compito non c'è più: è stato completato o ritirato."));
      }
    }
    return Optional.empty();
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
      return risposta(errore).orElseGet(() -> super.toResponse(errore));
    }
  }

  /** For what they let through. */
  public static final class DelMotore extends ProcessEngineExceptionHandler {
    @Override
    public Response toResponse(ProcessEngineException errore) {
      return risposta(errore).orElseGet(() -> super.toResponse(errore));
    }
  }
}
