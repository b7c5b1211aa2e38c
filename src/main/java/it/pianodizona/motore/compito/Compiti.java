package it.pianodizona.motore.compito;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** Finds the bean behind each user task and each start form. */
public class Compiti {

  private final Supplier<Map<String, Compito>> compiti;
  private final Supplier<Map<String, Avvio>> avvii;

  public Compiti(ObjectProvider<Compito> compiti, ObjectProvider<Avvio> avvii) {
    this.compiti =
        SingletonSupplier.of(
            () -> perChiave(compiti.stream(), c -> c.processo() + "/" + c.compito()));
    this.avvii = SingletonSupplier.of(() -> perChiave(avvii.stream(), Avvio::processo));
  }

  /** Fails when the model has a user task that no bean stands behind. */
  public Compito compito(String processo, String id) {
    return trovato(compiti.get().get(processo + "/" + id), processo + "/" + id);
  }

  public Avvio avvio(String processo) {
    return trovato(avvii.get().get(processo), processo);
  }

  /** Keys {@code processo/compito} of all beans, to hold them against the models. */
  public Set<String> chiavi() {
    return compiti.get().keySet();
  }

  private static <T> T trovato(T bean, String chiave) {
    if (bean == null) {
      throw new IllegalStateException("Nessun bean per il compito «" + chiave + "»");
    }
    return bean;
  }

  private static <T> Map<String, T> perChiave(Stream<T> bean, Function<T, String> chiave) {
    return bean.collect(Collectors.toMap(chiave, Function.identity()));
  }
}
