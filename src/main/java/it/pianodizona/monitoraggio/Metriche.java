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
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The numbers of {@link Conteggi} and {@link Salute} for Prometheus, counted at most twice a minute
 * however often somebody asks.
 */
@Component
class Metriche implements MeterBinder {

  private static final Duration VALIDITA = Duration.ofSeconds(30);

  private final LoadingCache<String, Numeri> numeri;
  private final LoadingCache<String, Salute.Stato> salute;

  Metriche(Conteggi conteggi, Salute salute) {
    this.salute = Caffeine.newBuilder().expireAfterWrite(VALIDITA).build(chiave -> salute.stato());
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
    diSalute(registro);
  }

  private void diSalute(MeterRegistry registro) {
    stato("anomalie", "Anomalie aperte nei processi", Salute.Stato::anomalie).register(registro);
    stato("lavori.falliti", "Lavori senza più tentativi", Salute.Stato::lavoriFalliti)
        .register(registro);
    secondi("lavori.attesa", "Da quanto aspetta il lavoro più vecchio", s -> s.attesaLavori())
        .register(registro);
    secondi("posta.attesa", "Da quanto aspetta il messaggio più vecchio", s -> s.attesaPosta())
        .register(registro);
    stato(
            "accordi.in.scadenza",
            "Piani con firme mancanti a meno di sette giorni dal termine",
            Salute.Stato::accordiInScadenza)
        .register(registro);
    secondi(
            "orologio.scarto",
            "Di quanto l'orologio del database precede quello del nodo",
            s -> s.scarto())
        .register(registro);
    stato(
            "integrita.eseguita",
            "Quando sono state rilette le prove l'ultima volta; 0 se mai",
            s -> s.verifica().map(v -> (double) v.eseguita().getEpochSecond()).orElse(0.0))
        .baseUnit("seconds")
        .register(registro);
    stato(
            "integrita.alterazioni",
            "Prove alterate nell'ultima rilettura",
            s -> s.verifica().map(v -> v.alterazioni()).orElse(0))
        .register(registro);
  }

  private Gauge.Builder<Object> secondi(
      String nome, String descrizione, Function<Salute.Stato, Duration> quanto) {
    return stato(nome, descrizione, s -> quanto.apply(s).toMillis() / 1000.0).baseUnit("seconds");
  }

  private Gauge.Builder<Object> stato(
      String nome, String descrizione, ToDoubleFunction<Salute.Stato> quanto) {
    return Gauge.<Object>builder(
            "pianodizona." + nome, this, io -> quanto.applyAsDouble(salute.get("")))
        .description(descrizione);
  }

  private Gauge.Builder<Object> misura(
      String nome, String descrizione, ToDoubleFunction<Numeri> quanto) {
    return Gauge.<Object>builder(
            "pianodizona." + nome, this, io -> quanto.applyAsDouble(numeri.get("")))
        .description(descrizione);
  }
}
