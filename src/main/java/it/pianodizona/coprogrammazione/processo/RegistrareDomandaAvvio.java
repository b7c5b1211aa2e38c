package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.AVVISO_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_DOPPIA;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.TERMINE_PROCEDIMENTO;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.ComandoDomanda;
import it.pianodizona.coprogrammazione.DatiDomanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.DomandeDoppie;
import it.pianodizona.coprogrammazione.TerminiProcedimento;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Avvio;
import it.pianodizona.motore.compito.ContestoProcesso;
import it.pianodizona.motore.compito.DatiModulo;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The office types in a domanda that came by PEC, e-mail or on paper. */
@Component
class RegistrareDomandaAvvio implements Avvio {

  private final Avvisi avvisi;
  private final Domande domande;
  private final TerminiProcedimento termini;
  private final DomandeDoppie doppie;

  RegistrareDomandaAvvio(
      Avvisi avvisi, Domande domande, TerminiProcedimento termini, DomandeDoppie doppie) {
    this.avvisi = avvisi;
    this.domande = domande;
    this.termini = termini;
    this.doppie = doppie;
  }

  @Override
  public String processo() {
    return DomandaPartecipazioneProcesso.CHIAVE;
  }

  @Override
  public void avvia(ContestoProcesso contesto, DatiModulo dati) {
    var numero = dati.testo("numeroAvviso");
    var avviso =
        avvisi
            .perNumero(numero)
            .filter(a -> contesto.codiceAmbito().map(a.piano().codiceAmbito()::equals).orElse(true))
            .orElseThrow(
                () ->
                    new DatoNonValido(
                        "Numero dell'avviso", numero, "un avviso pubblicato del proprio Ambito"));
    var arrivo =
        dati.data("giornoArrivo")
            .atTime(LocalTime.parse(dati.testo("oraArrivo")))
            .atZone(Termini.ROMA);
    var ricevuta =
        domande.registra(
            new ComandoDomanda(numero, Canale.valueOf(dati.testo("canale")), dati(avviso, dati)),
            arrivo,
            contesto.utente());
    var piano = avviso.piano();
    contesto
        .esecuzione()
        .setProcessBusinessKey(ProcedimentiDomanda.chiave(piano, ricevuta.protocollo()));
    contesto.imposta(VariabiliPiano.PIANO_ID, piano.pianoId());
    contesto.imposta(VariabiliPiano.CODICE_AMBITO, piano.codiceAmbito());
    contesto.imposta(VariabiliPiano.TRIENNIO, piano.triennio());
    contesto.imposta(AVVISO_ID, avviso.id());
    contesto.imposta(DOMANDA_ID, ricevuta.domandaId());
    contesto.imposta(DOMANDA_DOPPIA, doppie.daConfrontare(ricevuta.domandaId()));
    contesto.imposta(TERMINE_PROCEDIMENTO, Istanti.iso(termini.apri(ricevuta.domandaId())));
  }

  private static DatiDomanda dati(Avviso avviso, DatiModulo dati) {
    return new DatiDomanda(
        dati.testo("denominazione"),
        dati.testo("formaGiuridica"),
        dati.testo("codiceFiscale"),
        dati.testo("sede"),
        dati.cercaTesto("pec").orElse(null),
        dati.testo("email"),
        dati.testo("rappresentanteLegale"),
        CategoriaPartecipante.valueOf(dati.testo("categoria")),
        dati.cercaTesto("runtsNumero").orElse(null),
        dati.cercaTesto("runtsSezione").orElse(null),
        dati.cercaData("runtsData").orElse(null),
        aree(avviso, dati.testo("numeriAree")),
        dati.testo("referente"),
        dati.testo("referenteEmail"),
        dati.cercaTesto("sostituto").orElse(null),
        dati.cercaTesto("sostitutoEmail").orElse(null),
        dati.cercaTesto("datiOfferti").orElse(null),
        dati.cercaTesto("risorseOfferte").orElse(null),
        dati.siNo("impegniAccettati"),
        dati.siNo("liberatoriaProprieta"),
        dati.siNo("consensoPubblicazione"),
        dati.siNo("informativaLetta"));
  }

  private static List<String> aree(Avviso avviso, String numeri) {
    var codici = avviso.contenuto().codiciAree();
    return Arrays.stream(numeri.split("[ ,]+"))
        .map(Integer::parseInt)
        .map(
            numero -> {
              if (numero < 1 || numero > codici.size()) {
                throw new DatoNonValido(
                    "Aree scelte", numero, "numeri di area da 1 a " + codici.size());
              }
              return codici.get(numero - 1);
            })
        .toList();
  }
}
