package it.pianodizona.assemblea.processo;

import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.NUMERO_LEGALE;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.PIANO_APPROVATO;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.SEDUTA_ID;
import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;

import it.pianodizona.assemblea.Appello;
import it.pianodizona.assemblea.Appello.Dichiarazioni;
import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.assemblea.Componente;
import it.pianodizona.assemblea.Punto;
import it.pianodizona.assemblea.Quorum;
import it.pianodizona.assemblea.RegolamentoAssemblea;
import it.pianodizona.assemblea.Seduta;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The president records who is present and how the two points were voted. */
@Component
class RegistrareAppelloEVotiCompito implements Compito {

  private final Assemblea assemblea;

  RegistrareAppelloEVotiCompito(Assemblea assemblea) {
    this.assemblea = assemblea;
  }

  @Override
  public String processo() {
    return ApprovazioneAssembleaProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return ApprovazioneAssembleaProcesso.REGISTRARE_APPELLO_E_VOTI;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var seduta = assemblea.seduta(contesto.leggi(SEDUTA_ID));
    var regolamento = assemblea.regolamentoDella(seduta);
    var componenti = assemblea.componenti(seduta);
    contesto.nome(
        "Registrare appello e voti – %s convocazione".formatted(ordinale(seduta.convocazione())));
    contesto.scadenza(Termini.fineGiorno(seduta.giorno()));
    return Map.of(
        "convocazione", ordinale(seduta.convocazione()),
        "quando", GIORNO_E_ORA.format(seduta.inizio()),
        "dove", seduta.luogo(),
        "numeroLegaleRichiesto", numeroLegale(seduta, regolamento, componenti),
        "regole", regole(regolamento),
        "pianoDaVotare", assemblea.daVotare(seduta.approvazioneId(), Punto.PIANO),
        "comuni", componenti.stream().map(RegistrareAppelloEVotiCompito::opzione).toList());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var seduta = assemblea.seduta(contesto.leggi(SEDUTA_ID));
    var presenti = dati.elenco("presenti");
    if (presenti.isEmpty() != dati.siNo("deserta")) {
      throw DatoNonValido.regola(
          "Comuni presenti",
          "indicare chi è presente, oppure spuntare «Seduta deserta» se non è venuto nessuno.");
    }
    var esito =
        assemblea.registra(
            seduta.id(),
            new Appello(
                insieme(dati, "presenti"),
                insieme(dati, "usciti"),
                delegati(dati.cercaTesto("deleghe").orElse(""), assemblea.componenti(seduta)),
                new Dichiarazioni(insieme(dati, "contrariPiano"), insieme(dati, "astenutiPiano")),
                new Dichiarazioni(
                    insieme(dati, "contrariSchema"), insieme(dati, "astenutiSchema"))));
    contesto.imposta(NUMERO_LEGALE, esito.deciso());
    contesto.imposta(PIANO_APPROVATO, esito.approvato());
  }

  private static Set<String> insieme(DatiModulo dati, String campo) {
    return new HashSet<>(dati.elenco(campo));
  }

  /** One line per delegate, {@code Comune: name and office}, to the ISTAT code of the Comune. */
  private static Map<String, String> delegati(String righe, Collection<Componente> componenti) {
    var perNome = new HashMap<String, String>();
    componenti.forEach(c -> perNome.put(chiave(c.denominazione()), c.codiceIstat()));
    var delegati = new HashMap<String, String>();
    for (var riga : righe.lines().filter(r -> !r.isBlank()).toList()) {
      var parti = riga.split(":", 2);
      var comune = perNome.get(chiave(parti[0]));
      if (parti.length < 2 || parti[1].isBlank() || parti[1].strip().length() > 200) {
        throw new DatoNonValido(
            "Deleghe", riga, "una riga per delegato nella forma «Comune: nome e carica»");
      }
      if (comune == null) {
        throw new DatoNonValido("Deleghe", parti[0].strip(), "il nome di un Comune dell'Ambito");
      }
      if (delegati.put(comune, parti[1].strip()) != null) {
        throw DatoNonValido.regola(
            "Deleghe", "%s ha più di un delegato.".formatted(parti[0].strip()));
      }
    }
    return delegati;
  }

  private static String chiave(String nome) {
    return nome.strip().replace('’', '\'').toLowerCase(Locale.ITALY);
  }

  private static Map<String, String> opzione(Componente comune) {
    return Map.of(
        "label",
        String.format(
            Locale.ITALY, "%s (%,d abitanti)", comune.denominazione(), comune.popolazione()),
        "value",
        comune.codiceIstat());
  }

  private static String numeroLegale(
      Seduta seduta, RegolamentoAssemblea regolamento, List<Componente> componenti) {
    var quorum =
        Quorum.di(
            regolamento.modoQuorum(),
            regolamento.quorum(seduta.convocazione()),
            componenti,
            List.of());
    var teste = "%d Comuni su %d".formatted(quorum.comuniRichiesti(), quorum.comuni());
    var abitanti =
        String.format(
            Locale.ITALY,
            "Comuni con %,d abitanti su %,d",
            quorum.popolazioneRichiesta(),
            quorum.popolazione());
    return switch (regolamento.modoQuorum()) {
      case TESTE -> teste;
      case POPOLAZIONE -> abitanti;
      case ENTRAMBI -> teste + " e insieme " + abitanti;
    };
  }

  private static String regole(RegolamentoAssemblea regolamento) {
    return "%s. Popolazione: %s, anno %d."
        .formatted(
            regolamento.norma(), regolamento.fontePopolazione(), regolamento.annoPopolazione());
  }

  private static String ordinale(int convocazione) {
    return convocazione == 1 ? "prima" : "seconda";
  }
}
