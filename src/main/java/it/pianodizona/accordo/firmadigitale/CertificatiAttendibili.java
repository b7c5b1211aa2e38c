package it.pianodizona.accordo.firmadigitale;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.comune.Termini;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The certification authorities that the installation trusts. */
final class CertificatiAttendibili {

  private static final Pattern NOME_COMUNE = Pattern.compile("(?:^|,)CN=((?:\\\\.|[^,\\\\])+)");

  private final Set<TrustAnchor> ancore;

  /** What is thought of a certificate, and why. */
  record Giudizio(EsitoVerifica esito, String motivo) {}

  private CertificatiAttendibili(Set<TrustAnchor> ancore) {
    this.ancore = ancore;
  }

  /** Read anew for each file: a certificate added to the directory counts at once. */
  static CertificatiAttendibili leggi(Path dove) {
    var ancore = new HashSet<TrustAnchor>();
    if (dove != null && Files.exists(dove)) {
      try (var file = Files.walk(dove, 1)) {
        for (Path percorso :
            file.filter(Files::isRegularFile)
                .filter(f -> f.toString().matches("(?i).*\\.(cer|crt|pem)"))
                .toList()) {
          ancore.addAll(certificati(percorso));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new CertificatiAttendibili(ancore);
  }

  Giudizio giudica(X509Certificate certificato, List<X509Certificate> catena, Instant firmata) {
    if (certificato == null) {
      return new Giudizio(
          EsitoVerifica.INTEGRA_NON_ATTENDIBILE,
          "Il file non contiene il certificato di chi firma.");
    }
    if (firmata == null) {
      return new Giudizio(
          EsitoVerifica.INTEGRA_NON_ATTENDIBILE, "La firma non dice quando è stata apposta.");
    }
    try {
      certificato.checkValidity(Date.from(firmata));
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      return new Giudizio(
          EsitoVerifica.CERTIFICATO_NON_VALIDO,
          "Il certificato vale dal %s al %s, la firma è del %s."
              .formatted(
                  giorno(certificato.getNotBefore()),
                  giorno(certificato.getNotAfter()),
                  giorno(Date.from(firmata))));
    }
    if (ancore.isEmpty()) {
      return new Giudizio(
          EsitoVerifica.INTEGRA_NON_ATTENDIBILE,
          "In questa installazione non è configurato nessun elenco di certificatori attendibili.");
    }
    return porta(certificato, catena, firmata)
        ? new Giudizio(
            EsitoVerifica.VERIFICATA,
            "Il certificato è rilasciato da un certificatore attendibile; la revoca non è controllata, perché l'applicazione non si collega alla rete.")
        : new Giudizio(
            EsitoVerifica.INTEGRA_NON_ATTENDIBILE,
            "Chi ha rilasciato il certificato non è tra i certificatori attendibili di questa installazione.");
  }

  private boolean porta(X509Certificate certificato, List<X509Certificate> catena, Instant quando) {
    try {
      var cercato = new X509CertSelector();
      cercato.setCertificate(certificato);
      var parametri = new PKIXBuilderParameters(ancore, cercato);
      parametri.setRevocationEnabled(false);
      parametri.setDate(Date.from(quando));
      parametri.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(catena)));
      CertPathBuilder.getInstance("PKIX").build(parametri);
      return true;
    } catch (GeneralSecurityException nessunaCatena) {
      return false;
    }
  }

  /** Common name of the signer, or the whole subject when there is none; {@code null} for none. */
  static String nomeComune(X509Certificate certificato) {
    return certificato == null ? null : nome(certificato.getSubjectX500Principal().getName());
  }

  static String emittente(X509Certificate certificato) {
    return certificato == null ? null : nome(certificato.getIssuerX500Principal().getName());
  }

  private static String nome(String soggetto) {
    var nome = NOME_COMUNE.matcher(soggetto);
    return nome.find() ? nome.group(1).replaceAll("\\\\(.)", "$1") : soggetto;
  }

  private static Set<TrustAnchor> certificati(Path percorso) throws IOException {
    var ancore = new HashSet<TrustAnchor>();
    try (InputStream ingresso = Files.newInputStream(percorso)) {
      for (var certificato :
          CertificateFactory.getInstance("X.509").generateCertificates(ingresso)) {
        ancore.add(new TrustAnchor((X509Certificate) certificato, null));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Certificato illeggibile tra quelli attendibili: " + percorso.getFileName(), e);
    }
    return ancore;
  }

  private static String giorno(Date quando) {
    return GIORNO.format(quando.toInstant().atZone(Termini.ROMA));
  }
}
