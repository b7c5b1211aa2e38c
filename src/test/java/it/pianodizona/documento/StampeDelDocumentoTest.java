package it.pianodizona.documento;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.fascicolo.Pdf;
import it.pianodizona.piano.RiferimentoPiano;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A document as long as Seriate's, printed. */
class StampeDelDocumentoTest extends ProvaDiProcesso {

  @Autowired private Documenti documenti;
  @Autowired private Redazione redazione;
  @Autowired private StampeDelDocumento stampe;

  private Contenuto contenuto;

  @BeforeEach
  void scrive() {
    RiferimentoPiano piano = piano();
    long id = documenti.apriBozza(piano.pianoId()).id();
    DocumentoFixture.scriviComeSeriate(redazione, id);
    contenuto = stampe.contenuto(id);
  }

  @Test
  void sessantaObiettiviDiventanoUnPdfAConIndiceESegnalibri() throws Exception {
    byte[] pdf = stampe.pdf(contenuto);
    Files.write(Files.createDirectories(Path.of("target", "stampe")).resolve("seriate.pdf"), pdf);

    assertThat(Pdf.difetti(pdf)).isEmpty();
    assertThat(Pdf.testo(pdf))
        .contains("Indice", "Obiettivo 60. Obiettivo numero 60", "Quadro delle risorse")
        .contains("Fondo condiviso: Fondo nazionale per le politiche sociali", "1.912.000,00 €")
        .containsPattern("7\\. Progetti e percorsi di integrazione sociosanitaria[ .]*\\d+");
    try (var documento = Loader.loadPDF(pdf)) {
      var segnalibri = documento.getDocumentCatalog().getDocumentOutline();
      assertThat(segnalibri.children())
          .extracting(segnalibro -> segnalibro.getTitle())
          .contains(
              "1. Esiti della programmazione precedente", "5. Obiettivi della programmazione");
    }
    assertThat(stampe.pdf(contenuto)).isEqualTo(pdf);
  }

  @Test
  void ilDocxHaStiliDiTitoloVeriEUnIndiceDaAggiornare() throws Exception {
    byte[] docx = stampe.docx(contenuto);
    Files.write(Files.createDirectories(Path.of("target", "stampe")).resolve("seriate.docx"), docx);

    try (var word = new XWPFDocument(new ByteArrayInputStream(docx))) {
      assertThat(word.getParagraphs())
          .filteredOn(paragrafo -> "Heading1".equals(paragrafo.getStyle()))
          .extracting(XWPFParagraph::getText)
          .hasSize(7)
          .contains("4. Analisi dei bisogni");
      assertThat(
              word.getStyles().getStyle("Heading2").getCTStyle().getPPr().getOutlineLvl().getVal())
          .hasToString("1");
      assertThat(word.getDocument().xmlText()).contains("TOC \\o \"1-2\"");
      assertThat(word.isEnforcedUpdateFields()).isTrue();
      // twelve outcomes, sixty objectives with as many tables of indicators, the resources
      assertThat(word.getTables()).hasSize(12 + 60 + 60 + 1);
    }
  }
}
