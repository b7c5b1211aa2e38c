package it.pianodizona.motore.accesso;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Single sign-on, in the profile {@code oidc}.
 *
 * @param emittente issuer of the OpenID Connect provider; its settings are read from {@code
 *     /.well-known/openid-configuration} below it, at the first login
 * @param clientId this application's name at the provider
 * @param clientSecret from an environment variable or a file, never from the command line
 * @param scope what is asked for, besides {@code openid}
 * @param claimUtente claim with the login; dots lead into nested claims
 * @param claimGruppi claim with the roles, a list or a text with spaces or commas
 * @param claimAmbiti claim with the codici of the Ambiti, the same way
 * @param gruppi role by value of the claim, for values that are not named as the roles are; the
 *     only way to make an administrator
 */
@ConfigurationProperties("pianodizona.oidc")
record OidcProperties(
    String emittente,
    String clientId,
    String clientSecret,
    @DefaultValue({"profile", "email"}) List<String> scope,
    @DefaultValue("preferred_username") String claimUtente,
    @DefaultValue("gruppi") String claimGruppi,
    @DefaultValue("ambiti") String claimAmbiti,
    @DefaultValue Map<String, String> gruppi) {}
