package it.pianodizona.accordo.firmadigitale;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority invented for the tests, and a person who signs with it. */
public final class FirmaDiProva {

  private final X509Certificate autorita;
  private final X509Certificate certificato;
  private final KeyPair chiavi;

  public FirmaDiProva(String firmatario) {
    this(firmatario, Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));
  }

  FirmaDiProva(String firmatario, Instant dal, Instant al) {
    try {
      var generatore = KeyPairGenerator.getInstance("RSA");
      generatore.initialize(2048);
      var dellAutorita = generatore.generateKeyPair();
      var nomeAutorita = new X500Principal("CN=Certificatore di Prova, O=Prova, C=IT");
      this.autorita =
          certificato(
              nomeAutorita,
              dellAutorita,
              nomeAutorita,
              dellAutorita,
              Instant.parse("2019-01-01T00:00:00Z"),
              Instant.parse("2045-01-01T00:00:00Z"),
              true);
      this.chiavi = generatore.generateKeyPair();
      this.certificato =
          certificato(
              nomeAutorita,
              dellAutorita,
              new X500Principal("CN=" + firmatario + ", C=IT"),
              chiavi,
              dal,
              al,
              false);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  X509Certificate autorita() {
    return autorita;
  }

  /** The PDF with a PAdES signature. */
  public byte[] pades(byte[] pdf, Instant quando) {
    var parametri = new PAdESSignatureParameters();
    parametri.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parametri.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
    var documento = new InMemoryDocument(pdf);
    var servizio = new PAdESService(ancheScaduti());
    parametri.setSigningCertificate(new CertificateToken(certificato));
    parametri.setCertificateChain(
        List.of(new CertificateToken(certificato), new CertificateToken(autorita)));
    parametri.bLevel().setSigningDate(Date.from(quando));
    return DSSUtils.toByteArray(
        servizio.signDocument(
            documento, parametri, valore(servizio.getDataToSign(documento, parametri))));
  }

  /** The file enveloped in a CAdES signature (.p7m). */
  public byte[] cades(byte[] contenuto, Instant quando) {
    var parametri = new CAdESSignatureParameters();
    parametri.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parametri.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
    parametri.setSignaturePackaging(SignaturePackaging.ENVELOPING);
    var documento = new InMemoryDocument(contenuto);
    var servizio = new CAdESService(ancheScaduti());
    parametri.setSigningCertificate(new CertificateToken(certificato));
    parametri.setCertificateChain(
        List.of(new CertificateToken(certificato), new CertificateToken(autorita)));
    parametri.bLevel().setSigningDate(Date.from(quando));
    return DSSUtils.toByteArray(
        servizio.signDocument(
            documento, parametri, valore(servizio.getDataToSign(documento, parametri))));
  }

  /** A signer does not stop at an expired certificate. */
  private static CommonCertificateVerifier ancheScaduti() {
    var verificatore = new CommonCertificateVerifier();
    verificatore.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
    return verificatore;
  }

  private SignatureValue valore(ToBeSigned daFirmare) {
    try {
      var firma = Signature.getInstance("SHA256withRSA");
      firma.initSign(chiavi.getPrivate());
      firma.update(daFirmare.getBytes());
      return new SignatureValue(SignatureAlgorithm.RSA_SHA256, firma.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static X509Certificate certificato(
      X500Principal emittente,
      KeyPair dellEmittente,
      X500Principal soggetto,
      KeyPair delSoggetto,
      Instant dal,
      Instant al,
      boolean autorita)
      throws Exception {
    var costruttore =
        new JcaX509v3CertificateBuilder(
                emittente,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(dal.truncatedTo(ChronoUnit.SECONDS)),
                Date.from(al.truncatedTo(ChronoUnit.SECONDS)),
                soggetto,
                delSoggetto.getPublic())
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(autorita))
            .addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(autorita ? KeyUsage.keyCertSign : KeyUsage.nonRepudiation));
    return new JcaX509CertificateConverter()
        .getCertificate(
            costruttore.build(
                new JcaContentSignerBuilder("SHA256withRSA").build(dellEmittente.getPrivate())));
  }
}
