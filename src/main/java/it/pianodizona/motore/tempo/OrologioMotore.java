package it.pianodizona.motore.tempo;

import it.pianodizona.comune.Termini;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The application's one clock: Europe/Rome, always telling the same time as the engine's. */
public final class OrologioMotore extends Clock {

  private final ZoneId zona;

  public OrologioMotore() {
    this(Termini.ROMA);
  }

  private OrologioMotore(ZoneId zona) {
    this.zona = zona;
  }

  @Override
  public ZoneId getZone() {
    return zona;
  }

  @Override
  public Clock withZone(ZoneId altra) {
    return new OrologioMotore(altra);
  }

  @Override
  public Instant instant() {
    return ClockUtil.now().toInstant();
  }
}
