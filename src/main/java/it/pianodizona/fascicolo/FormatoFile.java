package it.pianodizona.fascicolo;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A file format that may be uploaded: what people call it, its extensions and its media type. */
public enum FormatoFile {
  PDF("PDF", "application/pdf", "pdf"),
  PDF_FIRMATO("file firmato P7M", "application/pkcs7-mime", "p7m"),
  DOCX("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  ODT("ODT", "application/vnd.oasis.opendocument.text", "odt"),
  ODS("ODS", "application/vnd.oasis.opendocument.spreadsheet", "ods"),
  CSV("CSV", "text/csv", "csv"),
  TESTO("testo semplice", "text/plain", "txt"),
  JPEG("JPEG", "image/jpeg", "jpg", "jpeg"),
  PNG("PNG", "image/png", "png");

  private final String nome;
  private final String tipoContenuto;
  private final List<String> estensioni;

  FormatoFile(String nome, String tipoContenuto, String... estensioni) {
    this.nome = nome;
    this.tipoContenuto = tipoContenuto;
    this.estensioni = List.of(estensioni);
  }

  public String nome() {
    return nome;
  }

  public String tipoContenuto() {
    return tipoContenuto;
  }

  /** The extension that a file of this format is saved with, without the dot. */
  public String estensione() {
    return estensioni.get(0);
  }

  /** All the extensions that its files have, without the dot. */
  public List<String> estensioni() {
    return estensioni;
  }

  boolean haEstensione(String estensione) {
    return estensioni.contains(estensione);
  }

  /** What people read when a file is refused: "PDF, JPEG, PNG". */
  public static String elenco(Collection<FormatoFile> formati) {
    return formati.stream().sorted().map(FormatoFile::nome).collect(Collectors.joining(", "));
  }
}
