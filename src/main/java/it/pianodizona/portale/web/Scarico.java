package it.pianodizona.portale.web;

import it.pianodizona.fascicolo.Documento;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document as a download: never shown inside a page of ours, whatever it contains. */
final class Scarico {

  private Scarico() {}

  static ResponseEntity<byte[]> di(Documento documento, byte[] contenuto) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(documento.tipoContenuto()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(documento.nomeFile(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .body(contenuto);
  }
}
