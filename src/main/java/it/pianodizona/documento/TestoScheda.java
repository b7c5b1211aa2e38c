package it.pianodizona.documento;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The cards as plain text: for the history and for the comparison of two versions. */
final class TestoScheda {

  private TestoScheda() {}

  static String di(SchedaObiettivo s, List<Indicatore> indicatori, List<FondoCondiviso> fondi) {
    var righe = new ArrayList<String>();
    righe.add("Titolo: " + s.titolo());
    righe.add("Macroarea: " + s.macroarea().etichetta());
    righe.add("Descrizione: " + s.descrizione());
    righe.add("Target: " + s.target());
    righe.add("Risorse economiche preventivate: " + s.risorseEconomiche());
    if (!fondi.isEmpty()) {
      righe.add(
          "Fondi condivisi: "
              + fondi.stream()
                  .map(f -> f.denominazione() + " (" + f.importo() + ")")
                  .collect(Collectors.joining("; ")));
    }
    righe.add("Risorse di personale dedicate: " + s.personale());
    righe.add("Trasversale ad altre aree: " + siNo(s.trasversale(), s.areeTrasversali()));
    righe.add("Integrazione sociosanitaria: " + siNo(s.integrazioneSociosanitaria(), null));
    righe.add("In continuità con la programmazione precedente: " + siNo(s.continuita(), null));
    righe.add("Co-progettato: " + siNo(s.coProgettato(), s.coProgettatoCon()));
    righe.add("Bisogni a cui risponde: " + s.bisogni());
    righe.add("Modalità organizzative, operative e di erogazione: " + s.modalita());
    righe.add("Risultati attesi: " + s.risultati());
    righe.add("Impatto atteso: " + s.impatto());
    righe.add("Candidato alla premialità: " + siNo(s.candidatoPremialita(), null));
    indicatori.forEach(indicatore -> righe.add("Indicatore: " + indicatore.riassunto()));
    return String.join("\n", righe);
  }

  static String di(EsitoPrecedente e) {
    var righe = new ArrayList<String>();
    righe.add("Obiettivo: " + e.obiettivo());
    righe.add("Grado di raggiungimento: " + e.grado() + "%");
    righe.add("Valutazione degli utenti: " + oNonIndicato(e.valutazioneUtenti()));
    righe.add("Risorse impegnate o liquidate su stanziate: " + e.risorse() + "%");
    righe.add("Criticità e piano di miglioramento: " + oNonIndicato(e.criticita()));
    righe.add("Cambiamento positivo: " + siNo(e.cambiamento(), e.motivoCambiamento()));
    righe.add("In continuità con la programmazione precedente: " + siNo(e.continuita(), null));
    righe.add("Sarà riproposto: " + siNo(e.riproposto(), e.motivoRiproposto()));
    return String.join("\n", righe);
  }

  static String siNo(boolean risposta, String precisazione) {
    var parola = risposta ? "sì" : "no";
    return precisazione == null || precisazione.isBlank() ? parola : parola + " – " + precisazione;
  }

  private static String oNonIndicato(String testo) {
    return testo == null ? "non indicata" : testo;
  }
}
