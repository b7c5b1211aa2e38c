package it.pianodizona.fascicolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class AllegatiTest {

  private static final byte[] PDF = testo("%PDF-1.7\n1 0 obj\n");
  private static final Set<FormatoFile> TUTTI = EnumSet.allOf(FormatoFile.class);

  private final StaticListableBeanFactory antivirus = new StaticListableBeanFactory();
  private final Allegati allegati =
      new Allegati(
          new AllegatiProperties(DataSize.ofKilobytes(100)),
          antivirus.getBeanProvider(Antivirus.class));

  @Test
  void unPdfEAccettatoConLaSuaImpronta() {
    var allegato = allegati.controlla("Documento", "carta.pdf", PDF, TUTTI);
    assertThat(allegato.nomeFile()).isEqualTo("carta.pdf");
    assertThat(allegato.formato()).isEqualTo(FormatoFile.PDF);
    assertThat(allegato.sha256()).isEqualTo(Impronta.sha256(PDF));
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd.pdf",
    "C:\\Utenti\\Ada\\carta di Ada.PDF, carta di Ada.pdf",
    "..., documento.pdf",
    "pagina.html, pagina.html.pdf",
    "virus.pdf.exe, virus.pdf.exe.pdf",
    "a;b&c.pdf, a_b_c.pdf"
  })
  void ilNomeDelFilePerdeQuelloCheIngannerebbe(String nome, String atteso) {
    assertThat(allegati.controlla("Documento", nome, PDF, TUTTI).nomeFile()).isEqualTo(atteso);
  }

  @Test
  void unNomeConCaratteriDiControlloOInversioneDiTestoVienePulito() {
    assertThat(allegati.controlla("Documento", "a\r\nb\u202Efdp.pdf", PDF, TUTTI).nomeFile())
        .isEqualTo("a__b_fdp.pdf");
  }

  @Test
  void unNomeLunghissimoVieneAccorciato() {
    assertThat(allegati.controlla("Documento", "a".repeat(500) + ".pdf", PDF, TUTTI).nomeFile())
        .hasSize(120)
        .endsWith("a.pdf");
  }

  @Test
  void unaPaginaHtmlChiamataPdfERifiutata() {
    rifiutato("carta.pdf", testo("<!DOCTYPE html><html><script>alert(1)</script></html>"), TUTTI)
        .hasMessageContaining("non è in un formato ammesso")
        .hasMessageContaining("PDF");
  }

  @Test
  void unEseguibileChiamatoPdfERifiutato() {
    rifiutato("carta.pdf", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0}, TUTTI)
        .hasMessageContaining("carta.pdf");
  }

  @Test
  void unFormatoVeroMaNonRichiestoERifiutato() {
    rifiutato("carta.pdf", PDF, Set.of(FormatoFile.JPEG, FormatoFile.PNG))
        .hasMessageContaining("sono ammessi: JPEG, PNG");
  }

  @Test
  void unArchivioQualunqueChiamatoDocxERifiutato() throws IOException {
    rifiutato("relazione.docx", archivio("malware.js"), TUTTI).hasMessageContaining("formato");
  }

  @Test
  void unDocumentoConMacroERifiutato() throws IOException {
    rifiutato(
            "relazione.docx",
            archivio("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            TUTTI)
        .hasMessageContaining("formato");
  }

  @Test
  void iDocumentiDUfficioSiRiconosconoDaQuelloCheContengono() throws IOException {
    assertThat(formato(archivio("[Content_Types].xml", "word/document.xml")))
        .isEqualTo(FormatoFile.DOCX);
    assertThat(formato(archivio("[Content_Types].xml", "xl/workbook.xml")))
        .isEqualTo(FormatoFile.XLSX);
    assertThat(formato(testo("codice;valore\n1;2\n"))).isEqualTo(FormatoFile.TESTO);
  }

  @Test
  void unFileVuotoETroppoGrandeSonoRifiutatiConLaMisuraAmmessa() {
    rifiutato("vuoto.pdf", new byte[0], TUTTI).hasMessageContaining("vuoto");
    rifiutato("grande.pdf", new byte[200 * 1024], TUTTI)
        .hasMessageContaining("0,2 MB")
        .hasMessageContaining("al massimo 0,1 MB");
  }

  @Test
  void unFileInfettoERifiutatoEChiGestisceLoSa(CapturedOutput uscita) {
    antivirus.addBean(
        "antivirus",
        (Antivirus)
            contenuto -> {
              throw new Antivirus.FileInfetto("Eicar-Test-Signature");
            });
    rifiutato("carta.pdf", PDF, TUTTI).hasMessageContaining("virus");
    assertThat(uscita).contains("Eicar-Test-Signature").doesNotContain("carta.pdf");
  }

  @Test
  void seLAntivirusNonRispondeNienteEAccettatoEChiGestisceLoSa(CapturedOutput uscita) {
    antivirus.addBean(
        "antivirus",
        (Antivirus)
            contenuto -> {
              throw new Antivirus.AntivirusNonDisponibile(new IOException("rifiutata"));
            });
    rifiutato("carta.pdf", PDF, TUTTI).hasMessageContaining("riprovare tra qualche minuto");
    assertThat(uscita).contains("Nessun file viene accettato", "rifiutata");
  }

  private FormatoFile formato(byte[] contenuto) {
    return allegati.controlla("Documento", "file", contenuto, TUTTI).formato();
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ?> rifiutato(
      String nome, byte[] contenuto, Set<FormatoFile> ammessi) {
    return assertThatThrownBy(() -> allegati.controlla("Documento", nome, contenuto, ammessi))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageStartingWith("Documento: ");
  }

  private static byte[] testo(String testo) {
    return testo.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] archivio(String... voci) throws IOException {
    var uscita = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(uscita)) {
      for (String voce : voci) {
        zip.putNextEntry(new ZipEntry(voce));
        zip.write(testo("<x/>"));
        zip.closeEntry();
      }
    }
    return uscita.toByteArray();
  }
}
