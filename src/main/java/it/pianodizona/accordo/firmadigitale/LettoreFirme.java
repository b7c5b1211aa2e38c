package it.pianodizona.accordo.firmadigitale;

import eu.europa.esig.dss.cades.validation.CMSDocumentAnalyzer;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.ServiceLoaderPdfObjFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.analyzer.DocumentAnalyzer;
import it.pianodizona.fascicolo.FormatoFile;
import java.util.ArrayList;
import java.util.List;

/** Reads the signatures of a file with EU DSS; the only class that knows the library. */
final class LettoreFirme {

  private LettoreFirme() {}

  /**
   * @throws FirmaIlleggibile when the file is damaged
   */
  static List<FirmaLetta> leggi(byte[] contenuto, FormatoFile formato) {
    boolean pdf = formato == FormatoFile.PDF;
    try {
      var documento = new InMemoryDocument(contenuto);
      DocumentAnalyzer analisi =
          pdf ? new PDFDocumentAnalyzer(documento) : new CMSDocumentAnalyzer(documento);
      analisi.setCertificateVerifier(senzaRete());
      var trovate = analisi.getSignatures();
      if (pdf) {
        new ServiceLoaderPdfObjFactory()
            .newPAdESSignatureService()
            .analyzePdfModifications(documento, trovate, null);
      }
      var firme = new ArrayList<FirmaLetta>();
      // several people may sign the same file one after the other: the document is what the first
      // of them signed
      List<byte[]> originali = null;
      for (AdvancedSignature firma : trovate) {
        firma.checkSignatureIntegrity();
        boolean integra = firma.getSignatureCryptographicVerification().isSignatureValid();
        if (originali == null) {
          originali =
              integra
                  ? analisi.getOriginalDocuments(firma).stream()
                      .map(LettoreFirme::contenuto)
                      .toList()
                  : List.of();
        }
        var certificato = firma.getSigningCertificateToken();
        firme.add(
            new FirmaLetta(
                pdf ? "PAdES" : "CAdES",
                integra,
                firma instanceof PAdESSignature nelPdf && modificata(nelPdf),
                firma.getSigningTime() == null ? null : firma.getSigningTime().toInstant(),
                certificato == null ? null : certificato.getCertificate(),
                firma.getCertificates().stream().map(CertificateToken::getCertificate).toList(),
                originali));
      }
      return firme;
    } catch (RuntimeException e) {
      throw new FirmaIlleggibile(e);
    }
  }

  /** No source of certificates, revocation lists or answers: there is nothing to fetch from. */
  private static CommonCertificateVerifier senzaRete() {
    var verificatore = new CommonCertificateVerifier();
    verificatore.setAIASource(null);
    verificatore.setOcspSource(null);
    verificatore.setCrlSource(null);
    return verificatore;
  }

  private static boolean modificata(PAdESSignature firma) {
    var modifiche = firma.getPdfRevision().getModificationDetection();
    return modifiche != null
        && (!modifiche.getAnnotationOverlaps().isEmpty()
            || !modifiche.getPageDifferences().isEmpty()
            || !modifiche.getObjectModifications().getAnnotCreationChanges().isEmpty()
            || !modifiche.getObjectModifications().getUndefinedChanges().isEmpty());
  }

  private static byte[] contenuto(DSSDocument documento) {
    return DSSUtils.toByteArray(documento);
  }
}
