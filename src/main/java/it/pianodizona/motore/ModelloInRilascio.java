package it.pianodizona.motore;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;

/**
 * A model or form to deploy, under its file name. The engine would call a file outside a jar by its
 * whole path, and tell it to whoever may read a definition.
 */
final class ModelloInRilascio extends AbstractResource implements ContextResource {

  private final Resource modello;

  ModelloInRilascio(Resource modello) {
    this.modello = modello;
  }

  @Override
  public String getPathWithinContext() {
    return modello.getFilename();
  }

  @Override
  public String getFilename() {
    return modello.getFilename();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return modello.getInputStream();
  }

  @Override
  public String getDescription() {
    return modello.getDescription();
  }
}
