package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.Sottoscrittore;
import it.pianodizona.accordo.TipoSottoscrittore;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;

/**
 * One signature as the model carries it, so that opening the tasks of all the bodies asks nothing
 * of the database.
 *
 * @param ente full name of the body
 * @param gruppo candidate group of the task
 */
record FirmaDaRaccogliere(long firmaId, TipoSottoscrittore tipo, String ente, String gruppo) {

  static FirmaDaRaccogliere di(Sottoscrittore ente) {
    return new FirmaDaRaccogliere(ente.firmaId(), ente.tipo(), ente.nome(), ente.gruppo());
  }

  static FirmaDaRaccogliere da(SpinJsonNode nodo) {
    return new FirmaDaRaccogliere(
        nodo.prop("firmaId").numberValue().longValue(),
        TipoSottoscrittore.valueOf(nodo.prop("tipo").stringValue()),
        nodo.prop("ente").stringValue(),
        nodo.prop("gruppo").stringValue());
  }

  Map<String, Object> comeJson() {
    return Map.of("firmaId", firmaId, "tipo", tipo.name(), "ente", ente, "gruppo", gruppo);
  }
}
