package it.pianodizona.documento.processo;

import it.pianodizona.documento.EnteIntesa;
import it.pianodizona.documento.Provenienza;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;

/** A body that is asked for its intesa, as the model carries it. */
record EnteNelModello(Provenienza provenienza, String nome) {

  static EnteNelModello di(EnteIntesa ente) {
    return new EnteNelModello(ente.provenienza(), ente.nome());
  }

  static EnteNelModello da(SpinJsonNode nodo) {
    return new EnteNelModello(
        Provenienza.valueOf(nodo.prop("provenienza").stringValue()),
        nodo.prop("nome").stringValue());
  }

  /** Candidate group of the task. */
  String gruppo() {
    return provenienza == Provenienza.ATS ? "ats" : "asst";
  }

  Map<String, Object> comeJson() {
    return Map.of("provenienza", provenienza.name(), "nome", nome);
  }
}
