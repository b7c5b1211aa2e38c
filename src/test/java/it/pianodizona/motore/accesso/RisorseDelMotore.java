package it.pianodizona.motore.accesso;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/** Every path that a set of Jersey resources answers, sub-resources included. */
final class RisorseDelMotore {

  private RisorseDelMotore() {}

  /** Lines such as {@code GET /task/{id}}, without what a template says about its variables. */
  static Set<String> percorsi(Collection<Class<?>> classi) {
    var trovati = new TreeSet<String>();
    for (var classe : classi) {
      var risorsa = Resource.from(classe);
      if (risorsa != null) {
        visita(risorsa, "", trovati, new ArrayDeque<>());
      }
    }
    return trovati;
  }

  private static void visita(
      Resource risorsa, String prefisso, Set<String> trovati, ArrayDeque<Class<?>> aperte) {
    var percorso = prefisso + barra(risorsa.getPath());
    for (ResourceMethod metodo : risorsa.getResourceMethods()) {
      trovati.add(metodo.getHttpMethod() + " " + (percorso.isEmpty() ? "/" : percorso));
    }
    var rinvio = risorsa.getResourceLocator();
    if (rinvio != null) {
      var tipo = rinvio.getInvocable().getHandlingMethod().getReturnType();
      if (!aperte.contains(tipo)) {
        aperte.push(tipo);
        var seguito = Resource.from(tipo);
        // a sub-resource has no path of its own, but the model wants one
        (seguito == null ? Resource.builder(tipo, false).build() : seguito)
            .getResourceMethods()
            .forEach(m -> trovati.add(m.getHttpMethod() + " " + percorso));
        (seguito == null ? Resource.builder(tipo, false).build() : seguito)
            .getChildResources()
            .forEach(figlia -> visita(figlia, percorso, trovati, aperte));
        aperte.pop();
      }
    }
    risorsa.getChildResources().forEach(figlia -> visita(figlia, percorso, trovati, aperte));
  }

  private static String barra(String percorso) {
    var semplice =
        percorso == null
            ? ""
            : percorso.replaceAll("\\{\\s*([A-Za-z0-9_-]+)\\s*(:[^/]*)?}", "{$1}");
    if (semplice.isEmpty() || semplice.equals("/")) {
      return "";
    }
    var pieno = semplice.startsWith("/") ? semplice : "/" + semplice;
    return pieno.endsWith("/") ? pieno.substring(0, pieno.length() - 1) : pieno;
  }
}
