package it.pianodizona.motore;

import java.util.AbstractMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** The beans marked {@link NelModello}, looked up when a model calls them. */
final class BeanNelModello extends AbstractMap<Object, Object> {

  private final ApplicationContext contesto;

  BeanNelModello(ApplicationContext contesto) {
    this.contesto = contesto;
  }

  @Override
  public boolean containsKey(Object nome) {
    return nome instanceof String testo
        && contesto.containsBean(testo)
        && contesto.findAnnotationOnBean(testo, NelModello.class) != null;
  }

  @Override
  public Object get(Object nome) {
    return containsKey(nome) ? contesto.getBean((String) nome) : null;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return contesto.getBeansWithAnnotation(NelModello.class).entrySet().stream()
        .collect(Collectors.toMap(e -> (Object) e.getKey(), Entry::getValue))
        .entrySet();
  }
}
