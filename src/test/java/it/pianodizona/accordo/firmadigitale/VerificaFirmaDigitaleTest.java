package it.pianodizona.accordo.firmadigitale;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.Impronta;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificaFirmaDigitaleTest {

  private static final Instant QUANDO = Instant.parse("2024-11-05T10:00:00Z");
  private static final byte[] ACCORDO = pdf("Accordo di Programma");
  private static final String IMPRONTA = Impronta.sha256(ACCORDO);
  private static final FirmaDiProva ANNA = new FirmaDiProva("Anna Riva");

  @TempDir private Path cartella;

  @Test
  void unPdfFirmatoDaUnCertificatoreAttendibileEVerificato() {
    siFida(ANNA);

    var verifica = verifica(ANNA.pades(ACCORDO, QUANDO), FormatoFile.PDF);

    assertThat(verifica.esito()).isEqualTo(EsitoVerifica.VERIFICATA);
    assertThat(verifica.formato()).isEqualTo("PAdES");
    assertThat(verifica.firmatario()).isEqualTo("Anna Riva");
    assertThat(verifica.emittente()).isEqualTo("Certificatore di Prova");
    assertThat(verifica.firmata()).hasToString("2024-11-05T11:00+01:00[Europe/Rome]");
    assertThat(verifica.dettaglio()).contains("la revoca non è controllata");
  }

  @Test
  void unP7mFirmatoDaUnCertificatoreAttendibileEVerificato() {
    siFida(ANNA);

    var verifica = verifica(ANNA.cades(ACCORDO, QUANDO), FormatoFile.PDF_FIRMATO);

    assertThat(verifica.esito()).isEqualTo(EsitoVerifica.VERIFICATA);
    assertThat(verifica.formato()).isEqualTo("CAdES");
    assertThat(verifica.firmatario()).isEqualTo("Anna Riva");
  }

  @Test
  void senzaElencoDiCertificatoriLaFirmaEIntegraMaNonAttendibile() {
    var verifica = verifica(ANNA.pades(ACCORDO, QUANDO), FormatoFile.PDF);

    assertThat(verifica.esito()).isEqualTo(EsitoVerifica.INTEGRA_NON_ATTENDIBILE);
    assertThat(verifica.dettaglio()).contains("non è configurato nessun elenco");
  }

  @Test
  void unCertificatoreFuoriElencoLasciaIlDubbio() {
    siFida(new FirmaDiProva("Altri"));

    assertThat(verifica(ANNA.pades(ACCORDO, QUANDO), FormatoFile.PDF).esito())
        .isEqualTo(EsitoVerifica.INTEGRA_NON_ATTENDIBILE);
  }

  @Test
  void unCertificatoScadutoQuandoSiFirmaLasciaIlDubbioELoDice() {
    var scaduta =
        new FirmaDiProva(
            "Ugo Neri",
            Instant.parse("2020-01-01T00:00:00Z"),
            Instant.parse("2023-01-01T00:00:00Z"));
    siFida(scaduta);

    var verifica = verifica(scaduta.cades(ACCORDO, QUANDO), FormatoFile.PDF_FIRMATO);

    assertThat(verifica.esito()).isEqualTo(EsitoVerifica.CERTIFICATO_NON_VALIDO);
    assertThat(verifica.dettaglio()).contains("al 01/01/2023", "la firma è del 05/11/2024");
  }

  @Test
  void unPdfCambiatoDopoLaFirmaEAlterato() {
    byte[] firmato = ANNA.pades(ACCORDO, QUANDO);
    int dove = new String(firmato, StandardCharsets.ISO_8859_1).indexOf("/MediaBox");
    firmato[dove + 1] = 'm';

    var verifica = verifica(firmato, FormatoFile.PDF);

    assertThat(verifica.esito()).isEqualTo(EsitoVerifica.ALTERATA);
    assertThat(verifica.esito().accettabile()).isFalse();
  }

  @Test
  void unPdfConUnaPaginaAggiuntaDopoLaFirmaEAlterato() throws IOException {
    byte[] firmato = ANNA.pades(ACCORDO, QUANDO);
    var aggiunto = new ByteArrayOutputStream();
    try (PDDocument documento = Loader.loadPDF(firmato)) {
      documento.addPage(new PDPage());
      documento.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      documento.getDocumentCatalog().getPages().getCOSObject().setNeedToBeUpdated(true);
      documento.saveIncremental(aggiunto);
    }

    assertThat(verifica(aggiunto.toByteArray(), FormatoFile.PDF).esito())
        .isEqualTo(EsitoVerifica.ALTERATA);
  }

  @Test
  void unP7mDanneggiatoEAlterato() {
    byte[] firmato = ANNA.cades(ACCORDO, QUANDO);
    int dove = new String(firmato, StandardCharsets.ISO_8859_1).indexOf("/MediaBox");
    firmato[dove + 1] = 'm';

    assertThat(verifica(firmato, FormatoFile.PDF_FIRMATO).esito())
        .isEqualTo(EsitoVerifica.ALTERATA);
  }

  @Test
  void laFirmaDiUnAltroDocumentoNonVale() {
    byte[] altro = pdf("Accordo di un altro Ambito");

    assertThat(verifica(ANNA.pades(altro, QUANDO), FormatoFile.PDF).esito())
        .isEqualTo(EsitoVerifica.ALTRO_DOCUMENTO);
    assertThat(verifica(ANNA.cades(altro, QUANDO), FormatoFile.PDF_FIRMATO).esito())
        .isEqualTo(EsitoVerifica.ALTRO_DOCUMENTO);
  }

  @Test
  void loStessoPdfFirmatoDaDuePersoneRestaIlDocumentoDellaPrima() {
    siFida(ANNA);
    var ugo = new FirmaDiProva("Ugo Neri");
    byte[] dueFirme = ugo.pades(ANNA.pades(ACCORDO, QUANDO), QUANDO.plusSeconds(60));

    var verifica = verifica(dueFirme, FormatoFile.PDF);

    assertThat(verifica.esito()).isEqualTo(EsitoVerifica.INTEGRA_NON_ATTENDIBILE);
    assertThat(verifica.firmatario()).isEqualTo("Ugo Neri");
  }

  @Test
  void unPdfSenzaFirmeNonEUnaFirma() {
    assertThat(verifica(ACCORDO, FormatoFile.PDF).esito()).isEqualTo(EsitoVerifica.NON_FIRMATO);
  }

  private Verifica verifica(byte[] file, FormatoFile formato) {
    return new VerificaFirmaDigitale(new FirmaDigitaleProperties(cartella))
        .verifica(file, formato, IMPRONTA);
  }

  private void siFida(FirmaDiProva firma) {
    try {
      Files.writeString(
          cartella.resolve("prova.pem"),
          "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
              .formatted(Base64.getMimeEncoder().encodeToString(firma.autorita().getEncoded())));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] pdf(String testo) {
    try (var documento = new PDDocument();
        var uscita = new ByteArrayOutputStream()) {
      var pagina = new PDPage();
      documento.addPage(pagina);
      try (var scritto = new PDPageContentStream(documento, pagina)) {
        scritto.beginText();
        scritto.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        scritto.newLineAtOffset(100, 700);
        scritto.showText(testo);
        scritto.endText();
      }
      documento.save(uscita);
      return uscita.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
