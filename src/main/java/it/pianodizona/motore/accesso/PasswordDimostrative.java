package it.pianodizona.motore.accesso;

import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;

/** Finds who can still log in with a password of the demonstration, without counting as a login. */
final class PasswordDimostrative {

  private static final List<String> NOTE =
      List.of(UtentiDimostrazione.PASSWORD, "admin", "camunda");

  private final ProcessEngineConfigurationImpl configurazione;

  PasswordDimostrative(ProcessEngineConfigurationImpl configurazione) {
    this.configurazione = configurazione;
  }

  /**
   * @throws ConfigurazioneNonSicura naming the users
   */
  void controlla() {
    var utenti =
        configurazione.getIdentityService().createUserQuery().list().stream()
            .filter(utente -> NOTE.stream().anyMatch(nota -> apre((UserEntity) utente, nota)))
            .map(User::getId)
            .toList();
    if (!utenti.isEmpty()) {
      throw new ConfigurazioneNonSicura(
          List.of(
              "Utenti con una password nota a tutti: "
                  + String.join(", ", utenti)
                  + ". Il database viene da una dimostrazione: serve un database nuovo, oppure"
                  + " vanno tolti o cambiati."));
    }
  }

  private boolean apre(UserEntity utente, String password) {
    return utente.getPassword() != null
        && configurazione
            .getPasswordManager()
            .check(EncryptionUtil.saltPassword(password, utente.getSalt()), utente.getPassword());
  }
}
