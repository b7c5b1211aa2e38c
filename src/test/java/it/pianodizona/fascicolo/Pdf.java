package it.pianodizona.fascicolo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What a test wants to know of a printed document. */
public final class Pdf {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Pdf() {}

  /** The words a reader sees. */
  public static String testo(byte[] pdf) throws IOException {
    try (var documento = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(documento);
    }
  }

  /** What veraPDF finds against PDF/A-2A; empty for a valid document. */
  public static List<String> difetti(byte[] pdf)
      throws IOException, ModelParsingException, EncryptedPdfException, ValidationException {
    var flavour = PDFAFlavour.PDFA_2_A;
    try (var foundry = Foundries.defaultInstance();
        var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
        var validatore = foundry.createValidator(flavour, false)) {
      return validatore.validate(parser).getTestAssertions().stream()
          .filter(prova -> prova.getStatus() == TestAssertion.Status.FAILED)
          .map(prova -> prova.getRuleId().getClause() + ": " + prova.getMessage())
          .distinct()
          .toList();
    }
  }
}
