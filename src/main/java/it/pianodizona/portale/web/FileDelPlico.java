package it.pianodizona.portale.web;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.lang.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file of a {@link Plico}, to be read before the form is closed.
 *
 * @param campo the field of the form
 * @param nome as the sender calls it; empty where nothing was chosen
 * @param tipo media type that was declared
 * @param contenuto what is in it, when it is in memory
 * @param suDisco where it is, when it is not
 */
record FileDelPlico(
    String campo,
    String nome,
    @Nullable String tipo,
    @Nullable byte[] contenuto,
    @Nullable Path suDisco)
    implements MultipartFile {

  @Override
  public String getName() {
    return campo;
  }

  @Override
  public String getOriginalFilename() {
    return nome;
  }

  @Override
  public String getContentType() {
    return tipo;
  }

  @Override
  public boolean isEmpty() {
    return getSize() == 0;
  }

  @Override
  public long getSize() {
    try {
      return contenuto == null ? Files.size(suDisco) : contenuto.length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] getBytes() throws IOException {
    return contenuto == null ? Files.readAllBytes(suDisco) : contenuto;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return contenuto == null ? Files.newInputStream(suDisco) : new ByteArrayInputStream(contenuto);
  }

  @Override
  public void transferTo(File meta) throws IOException {
    Files.write(meta.toPath(), getBytes());
  }
}
