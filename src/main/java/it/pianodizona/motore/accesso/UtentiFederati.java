package it.pianodizona.motore.accesso;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the engine's user of somebody whom the identity provider has recognised, and brings groups
 * and Ambiti in line with what it says, at each login. What an administrator or an appointment gave
 * is left alone.
 */
@Service
@Profile("oidc")
class UtentiFederati {

  private static final Logger LOG = LoggerFactory.getLogger(UtentiFederati.class);

  private static final String GRUPPO = "GRUPPO";
  private static final String AMBITO = "AMBITO";
  private static final int LUNGHEZZA_UTENTE = 64;
  private static final int BYTE_DELLA_PASSWORD = 32;

  private final OidcProperties impostazioni;
  private final Ruoli ruoli;
  private final IdentityService identita;
  private final AutenticazioneDelMotore autenticazione;
  private final AllineamentoAppartenenze appartenenze;
  private final JdbcClient jdbc;
  private final Clock orologio;
  private final SecureRandom caso = new SecureRandom();

  UtentiFederati(
      OidcProperties impostazioni,
      Ruoli ruoli,
      IdentityService identita,
      AutenticazioneDelMotore autenticazione,
      AllineamentoAppartenenze appartenenze,
      JdbcClient jdbc,
      Clock orologio) {
    this.impostazioni = impostazioni;
    this.ruoli = ruoli;
    this.identita = identita;
    this.autenticazione = autenticazione;
    this.appartenenze = appartenenze;
    this.jdbc = jdbc;
    this.orologio = orologio;
  }

  /** Why somebody whom the provider knows does not get in. */
  enum Rifiuto {
    /** The claim with the login is missing, or cannot be a login. */
    SENZA_NOME,
    /** The login belongs to another identity, or to a local administrator. */
    DI_UN_ALTRO,
    SENZA_RUOLO
  }

  /**
   * @param rifiuto null for who gets in
   */
  record Esito(String utente, Rifiuto rifiuto) {}

  private record Appartenenza(String genere, String valore) {}

  /**
   * @param claim of the verified id token and the provider's user info
   */
  @Transactional
  Esito accogli(String emittente, String soggetto, Map<String, Object> claim) {
    var utente = valori(claim, impostazioni.claimUtente()).findFirst().orElse("");
    if (utente.length() > LUNGHEZZA_UTENTE || !NOME_UTENTE.matcher(utente).matches()) {
      LOG.warn(
          "Accesso rifiutato: il claim «{}» manca o non può essere un nome utente",
          impostazioni.claimUtente());
      return new Esito(null, Rifiuto.SENZA_NOME);
    }
    blocca();
    if (!suo(utente, emittente, soggetto)) {
      LOG.warn("Accesso rifiutato: il nome utente è già di un'altra identità, o di chi amministra");
      return new Esito(null, Rifiuto.DI_UN_ALTRO);
    }
    aggiorna(utente, claim);
    allinea(utente, claim);
    appartenenze.riallinea(utente);
    var funzionario = autenticazione.funzionario(utente);
    boolean opera =
        !funzionario.gruppi().isEmpty()
            && (funzionario.amministratore() || !funzionario.ambiti().isEmpty());
    return new Esito(utente, opera ? null : Rifiuto.SENZA_RUOLO);
  }

  /**
   * Letters and digits, with single separators: also e-mail addresses and codici fiscali of SPID.
   */
  static final Pattern NOME_UTENTE = Pattern.compile("[a-zA-Z0-9]+([._@+-][a-zA-Z0-9]+)*");

  private boolean suo(String utente, String emittente, String soggetto) {
    var legame =
        jdbc.sql("select emittente, soggetto from utente_federato where persona = ?")
            .param(utente)
            .query((riga, n) -> List.of(riga.getString(1), riga.getString(2)))
            .optional();
    if (legame.isPresent()) {
      return legame.get().equals(List.of(emittente, soggetto));
    }
    if (autenticazione.funzionario(utente).amministratore()) {
      return false;
    }
    jdbc.sql(
            """
            insert into utente_federato (persona, emittente, soggetto, primo_accesso)
            values (?, ?, ?, ?)""")
        .params(utente, emittente, soggetto, OffsetDateTime.now(orologio))
        .update();
    // from now on the provider decides who this is: a password of before opens nothing any more
    var esistente = cerca(utente);
    var persona = esistente == null ? identita.newUser(utente) : esistente;
    persona.setPassword(passwordCasuale());
    identita.saveUser(persona);
    return true;
  }

  private void aggiorna(String utente, Map<String, Object> claim) {
    var persona = cerca(utente);
    persona.setFirstName(testo(claim, "given_name", persona.getFirstName()));
    persona.setLastName(testo(claim, "family_name", persona.getLastName()));
    if (persona.getFirstName() == null && persona.getLastName() == null) {
      // Tasklist would write "null null" in the place of the name
      persona.setFirstName("");
      persona.setLastName(utente);
    } else if (persona.getFirstName() == null) {
      persona.setFirstName("");
    } else if (persona.getLastName() == null) {
      persona.setLastName("");
    }
    persona.setEmail(testo(claim, "email", persona.getEmail()));
    identita.saveUser(persona);
  }

  private void allinea(String utente, Map<String, Object> claim) {
    var dovute = new HashSet<Appartenenza>();
    gruppi(claim).forEach(g -> dovute.add(new Appartenenza(GRUPPO, g)));
    ambiti(claim).forEach(a -> dovute.add(new Appartenenza(AMBITO, a)));
    var avute = new HashSet<Appartenenza>();
    identita
        .createGroupQuery()
        .groupMember(utente)
        .list()
        .forEach(g -> avute.add(new Appartenenza(GRUPPO, g.getId())));
    identita
        .createTenantQuery()
        .userMember(utente)
        .list()
        .forEach(t -> avute.add(new Appartenenza(AMBITO, t.getId())));
    for (var federata : federate(utente)) {
      if (!dovute.contains(federata)) {
        togli(utente, federata, avute.contains(federata));
      }
    }
    dovute.stream().filter(a -> !avute.contains(a)).forEach(a -> dai(utente, a));
  }

  private Set<String> gruppi(Map<String, Object> claim) {
    return conosciuti(
        "Gruppo",
        valori(claim, impostazioni.claimGruppi())
            .map(v -> impostazioni.gruppi().getOrDefault(v, nonPrivilegiato(v)))
            .collect(Collectors.toSet()),
        g -> identita.createGroupQuery().groupId(g).count() == 1);
  }

  private Set<String> ambiti(Map<String, Object> claim) {
    return conosciuti(
        "Ambito",
        valori(claim, impostazioni.claimAmbiti()).collect(Collectors.toSet()),
        a -> identita.createTenantQuery().tenantId(a).count() == 1);
  }

  /** Nobody becomes an administrator because a group of the provider happens to be named so. */
  private String nonPrivilegiato(String valore) {
    return valore.equals(ruoli.amministratori().id()) ? valore + " (senza corrispondenza)" : valore;
  }

  private static Set<String> conosciuti(
      String cosa, Collection<String> valori, Predicate<String> conosciuto) {
    return valori.stream()
        .filter(
            valore -> {
              boolean noto = conosciuto.test(valore);
              if (!noto) {
                LOG.warn(
                    "{} «{}» dell'identità digitale ignorato: qui non esiste",
                    cosa,
                    valore.replaceAll("[^\\w .:/@()-]", "?"));
              }
              return noto;
            })
        .collect(Collectors.toSet());
  }

  private void dai(String utente, Appartenenza appartenenza) {
    if (appartenenza.genere().equals(GRUPPO)) {
      identita.createMembership(utente, appartenenza.valore());
    } else {
      identita.createTenantUserMembership(appartenenza.valore(), utente);
    }
    jdbc.sql("insert into appartenenza_federata (persona, genere, valore) values (?, ?, ?)")
        .params(utente, appartenenza.genere(), appartenenza.valore())
        .update();
  }

  private void togli(String utente, Appartenenza appartenenza, boolean avuta) {
    if (avuta && appartenenza.genere().equals(GRUPPO)) {
      identita.deleteMembership(utente, appartenenza.valore());
    } else if (avuta) {
      identita.deleteTenantUserMembership(appartenenza.valore(), utente);
    }
    jdbc.sql("delete from appartenenza_federata where persona = ? and genere = ? and valore = ?")
        .params(utente, appartenenza.genere(), appartenenza.valore())
        .update();
  }

  private List<Appartenenza> federate(String utente) {
    return jdbc.sql("select genere, valore from appartenenza_federata where persona = ?")
        .param(utente)
        .query((riga, n) -> new Appartenenza(riga.getString(1), riga.getString(2)))
        .list();
  }

  /** The row that also the appointments lock: memberships change one hand at a time. */
  private void blocca() {
    jdbc.sql("select id from allineamento_incarichi where id = 1 for update")
        .query(Integer.class)
        .single();
  }

  private User cerca(String utente) {
    return identita.createUserQuery().userId(utente).singleResult();
  }

  private String passwordCasuale() {
    var byteCasuali = new byte[BYTE_DELLA_PASSWORD];
    caso.nextBytes(byteCasuali);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(byteCasuali);
  }

  private static String testo(Map<String, Object> claim, String nome, String altrimenti) {
    return claim.get(nome) instanceof String testo && !testo.isBlank() ? testo : altrimenti;
  }

  /** The texts of a claim, given as a list or as one text; dots lead into nested claims. */
  private static Stream<String> valori(Map<String, Object> claim, String percorso) {
    Object trovato = claim.get(percorso);
    if (trovato == null) {
      trovato = claim;
      for (var passo : percorso.split("\\.")) {
        trovato = trovato instanceof Map<?, ?> mappa ? mappa.get(passo) : null;
      }
    }
    Stream<?> valori =
        trovato instanceof Collection<?> elenco
            ? elenco.stream()
            : Stream.ofNullable(trovato).flatMap(uno -> Stream.of(uno.toString().split("[\\s,]+")));
    return valori
        .filter(Objects::nonNull)
        .map(Object::toString)
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }
}
