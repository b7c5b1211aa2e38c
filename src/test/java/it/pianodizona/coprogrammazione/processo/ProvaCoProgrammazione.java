package it.pianodizona.coprogrammazione.processo;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.AvvisoFixture;
import it.pianodizona.coprogrammazione.ContenutoAvviso;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of this feature's processes share. */
abstract class ProvaCoProgrammazione extends ProvaDiProcesso {

  @Autowired protected Avvisi avvisi;
  @Autowired protected Domande domande;
  @Autowired protected Istruttorie istruttorie;

  /** A plan with the notice of Clusone on line since 12/09/2024, without its process. */
  protected String avvisoPubblicato(RiferimentoPiano piano) {
    long id = avvisi.redigi(piano.pianoId(), AvvisoFixture.avvisoDiClusone());
    avvisi.approva(id, null, "rup");
    return avvisi.pubblica(id).numero();
  }

  /** The notice as an official would have filled it in. */
  protected static Map<String, Object> modulo(ContenutoAvviso contenuto) {
    var dati = new HashMap<String, Object>();
    dati.put("titolo", contenuto.titolo());
    dati.put("attoRegionale", contenuto.attoRegionale());
    dati.put("capofila", contenuto.capofila());
    dati.put(
        "aree",
        contenuto.aree().stream()
            .map(a -> Map.of("denominazione", a.denominazione(), "temi", a.temi()))
            .toList());
    dati.put("incontri", IncontriNelModulo.righe(contenuto.aree(), contenuto.incontri()));
    dati.put("chiPuoPartecipare", contenuto.chiPuoPartecipare());
    dati.put("impegni", contenuto.impegni());
    dati.put("pec", contenuto.pec());
    dati.put("email", contenuto.email());
    dati.put("canaleWeb", contenuto.canaleWeb());
    dati.put("pubblicazione", contenuto.pubblicazione().toString());
    dati.put("scadenzaDomande", contenuto.scadenzaDomande().toString());
    dati.put("rup", contenuto.rup());
    dati.put("firmatario", contenuto.firmatario());
    return dati;
  }

  protected static Map<String, Object> nomina() {
    return Map.of(
        "rup", "Lucia Bonaldi",
        "numeroDetermina", "412",
        "dataDetermina", LocalDate.of(2024, 9, 2).toString(),
        "numeroIndirizzo", "7",
        "dataIndirizzo", LocalDate.of(2024, 8, 30).toString(),
        "priorita", "Domiciliarità, minori, contrasto alla povertà.");
  }
}
