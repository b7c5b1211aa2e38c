package it.pianodizona.fascicolo;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

/** The checks on uploads, without a virus scanner. */
public final class AllegatiFixture {

  private AllegatiFixture() {}

  public static Allegati senzaAntivirus() {
    return new Allegati(
        new AllegatiProperties(DataSize.ofMegabytes(1)),
        new StaticListableBeanFactory().getBeanProvider(Antivirus.class));
  }
}
