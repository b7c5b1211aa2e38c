package it.pianodizona.assemblea.processo;

import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.APPROVAZIONE_ID;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.INIZIO_SECONDA_CONVOCAZIONE;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.INIZIO_SEDUTA;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.IN_SECONDA_CONVOCAZIONE;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.SECONDA_CONVOCATA;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.SEDUTA_ID;
import static it.pianodizona.comune.DateItaliane.GIORNO;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.assemblea.Convocazione;
import it.pianodizona.assemblea.Deliberazione;
import it.pianodizona.assemblea.Punto;
import it.pianodizona.assemblea.Regolamenti;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.piano.Piani;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The office fixes the first call of the Assemblea, and the second when they are convened together;
 * the notice is sent right after.
 */
@Component
class ConvocareAssembleaCompito implements Compito {

  private static final LocalTime ORA_CONSUETA = LocalTime.of(18, 0);

  private final Assemblea assemblea;
  private final Regolamenti regolamenti;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Clock orologio;

  ConvocareAssembleaCompito(
      Assemblea assemblea,
      Regolamenti regolamenti,
      Anagrafica anagrafica,
      Piani piani,
      Clock orologio) {
    this.assemblea = assemblea;
    this.regolamenti = regolamenti;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.orologio = orologio;
  }

  @Override
  public String processo() {
    return ApprovazioneAssembleaProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return ApprovazioneAssembleaProcesso.CONVOCARE_ASSEMBLEA;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var piano = piani.piano(contesto.leggi(VariabiliPiano.PIANO_ID));
    var ambito = anagrafica.ambito(piano.codiceAmbito());
    var regolamento = regolamenti.inVigore(piano.id());
    var oggi = LocalDate.now(orologio);
    var primoGiorno = assemblea.primoGiornoUtile(piano.id());
    var deliberazione = ApprovazioneAssembleaProcesso.deliberazione(contesto);
    var termine = ApprovazioneAssembleaProcesso.termine(contesto, piano);
    var decisi = decisi(contesto);
    contesto.scadenza(termine);
    if (deliberazione.anno() != null) {
      contesto.nome("Convocare l'Assemblea – monitoraggio %d".formatted(deliberazione.anno()));
    }
    var valori = new HashMap<String, Object>();
    valori.put("denominazioneAmbito", ambito.denominazione());
    valori.put("codiceTriennio", piano.triennio());
    valori.put("scopo", scopo(deliberazione, GIORNO.format(termine)));
    valori.put("ritorno", ritorno(piano.id(), deliberazione));
    valori.put("preavviso", regolamento.preavviso());
    valori.put("oreUrgenza", regolamento.oreUrgenza());
    valori.put("regolamento", regolamento.norma());
    valori.put("paginaRegolamento", "/assemblea/regolamento/" + piano.codiceAmbito());
    valori.put("apertoIl", GIORNO.format(oggi));
    valori.put("primoGiornoUtile", GIORNO.format(primoGiorno));
    valori.put("residuo", deliberazione.residuo(decisi));
    valori.put("senzaEmail", senzaEmail(piano.codiceAmbito(), oggi));
    valori.put("prima", allOraConsueta(primoGiorno));
    valori.put("seconda", allOraConsueta(Termini.primoNonFestivo(primoGiorno.plusDays(1))));
    valori.put(
        "luogo",
        ambito.capofila() == null ? null : "Sede dell'Ente capofila, " + ambito.capofila());
    valori.put("urgente", false);
    valori.put("motivoUrgenza", null);
    valori.put("ordineDelGiorno", deliberazione.ordineDelGiorno(piano.triennio(), decisi));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var convocazione =
        new Convocazione(
            dati.dataOra("prima"),
            dati.presente("seconda") ? dati.dataOra("seconda") : null,
            dati.testo("luogo"),
            dati.testo("ordineDelGiorno"),
            dati.siNo("urgente"),
            dati.cercaTesto("motivoUrgenza").orElse(null));
    long approvazione =
        contesto
            .cerca(APPROVAZIONE_ID)
            .orElseGet(
                () ->
                    assemblea.apriApprovazione(
                        contesto.leggi(VariabiliPiano.PIANO_ID),
                        ApprovazioneAssembleaProcesso.deliberazione(contesto)));
    var seduta = assemblea.convoca(approvazione, convocazione);
    contesto.imposta(APPROVAZIONE_ID, approvazione);
    contesto.imposta(SEDUTA_ID, seduta.id());
    contesto.imposta(IN_SECONDA_CONVOCAZIONE, false);
    contesto.imposta(INIZIO_SEDUTA, ISO_OFFSET_DATE_TIME.format(convocazione.prima()));
    contesto.imposta(SECONDA_CONVOCATA, convocazione.seconda() != null);
    if (convocazione.seconda() != null) {
      contesto.imposta(
          INIZIO_SECONDA_CONVOCAZIONE, ISO_OFFSET_DATE_TIME.format(convocazione.seconda()));
    }
  }

  /** The reasons as a list in Markdown; empty the first time. */
  private String ritorno(long pianoId, Deliberazione deliberazione) {
    return assemblea.motiviDelRitorno(pianoId, deliberazione).stream()
        .map(motivo -> "- " + motivo.replaceAll("\\s+", " "))
        .collect(Collectors.joining("\n"));
  }

  private Map<Punto, Boolean> decisi(ContestoCompito contesto) {
    return contesto.cerca(APPROVAZIONE_ID).map(assemblea::decisi).orElse(Map.of());
  }

  private static String scopo(Deliberazione deliberazione, String termine) {
    return switch (deliberazione.oggetto()) {
      case PIANO_E_SCHEMA ->
          """
          L'Assemblea vota il Piano di Zona e poi lo schema di Accordo di Programma (art. 18 \
          l. 328/2000, art. 18 l.r. 3/2008); l'Accordo va firmato entro il **%s**."""
              .formatted(termine);
      case MONITORAGGIO ->
          """
          L'Assemblea vota il **monitoraggio dell'anno %d** e poi il **piano economico dell'anno \
          %d**, che si riconferma ogni anno con le quote dei Comuni; il termine è il **%s**."""
              .formatted(deliberazione.anno(), deliberazione.anno() + 1, termine);
      case MONITORAGGIO_FINALE ->
          """
          L'Assemblea vota il **monitoraggio dell'anno %d**, l'ultimo del triennio; il termine è il \
          **%s**."""
              .formatted(deliberazione.anno(), termine);
    };
  }

  private String senzaEmail(String codiceAmbito, LocalDate oggi) {
    return anagrafica.comuniDi(codiceAmbito, oggi).stream()
        .filter(comune -> comune.email() == null)
        .map(Comune::denominazione)
        .collect(Collectors.joining(", "));
  }

  private static ZonedDateTime allOraConsueta(LocalDate giorno) {
    return giorno.atTime(ORA_CONSUETA).atZone(Termini.ROMA);
  }
}
