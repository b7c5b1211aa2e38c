package it.pianodizona.monitoraggio;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import it.pianodizona.monitoraggio.Conteggi.Numeri;
import it.pianodizona.notifiche.StatoMessaggio;
import it.pianodizona.piano.Fase;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The numbers of {@link Conteggi} for Prometheus, counted at most twice a minute however often
 * somebody asks.
 */
@Component
class Metriche implements MeterBinder {

  private static final Duration VALIDITA = Duration.ofSeconds(30);

  private final LoadingCache<String, Numeri> numeri;

  Metriche(Conteggi conteggi) {
    numeri = Caffeine.newBuilder().expireAfterWrite(VALIDITA).build(chiave -> conteggi.numeri());
  }

  @Override
  public void bindTo(MeterRegistry registro) {
    for (var fase : Fase.values()) {
      misura("piani", "Piani in ogni fase", n -> n.perFase().get(fase))
          .tag("fase", fase.name().toLowerCase(Locale.ROOT))
          .register(registro);
    }
    Stream.of(
            StatoMessaggio.IN_CODA,
            StatoMessaggio.IN_ATTESA,
            StatoMessaggio.RIUNITO,
            StatoMessaggio.FALLITO)
        .forEach(
            stato ->
                misura("posta", "Messaggi non inviati", n -> n.posta().get(stato))
                    .tag("stato", stato.name().toLowerCase(Locale.ROOT))
                    .register(registro));
    misura("piani.in.ritardo", "Piani oltre il termine dell'Accordo", Numeri::inRitardo)
        .register(registro);
    misura(
            "pagamenti.bloccati",
            "Progetti da pagare in Ambiti con un flusso in ritardo",
            Numeri::pagamentiBloccati)
        .register(registro);
    misura("flussi.in.ritardo", "Debiti informativi in ritardo", Numeri::flussiInRitardo)
        .register(registro);
  }

  private Gauge.Builder<Object> misura(
      String nome, String descrizione, ToDoubleFunction<Numeri> quanto) {
    return Gauge.<Object>builder(
            "pianodizona." + nome, this, io -> quanto.applyAsDouble(numeri.get("")))
        .description(descrizione);
  }
}
