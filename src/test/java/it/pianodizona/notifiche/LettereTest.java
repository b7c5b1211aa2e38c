package it.pianodizona.notifiche;

import static it.pianodizona.notifiche.CalendarioInvitiTest.evento;
import static it.pianodizona.notifiche.CalendarioInvitiTest.rileggi;
import static it.pianodizona.notifiche.CalendarioInvitiTest.valore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.accordo.FirmaRichiesta;
import it.pianodizona.accordo.FirmaRifiutata;
import it.pianodizona.accordo.FirmaSollecitata;
import it.pianodizona.accordo.RicevutaMancante;
import it.pianodizona.accordo.TermineAccordoScaduto;
import it.pianodizona.accordo.Trasmissione;
import it.pianodizona.assemblea.AssembleaConvocata;
import it.pianodizona.attuazione.monitoraggio.EventoMonitoraggio;
import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.coprogrammazione.CoProgrammazioneConclusa;
import it.pianodizona.coprogrammazione.DomandaRegistrata;
import it.pianodizona.coprogrammazione.DomandaRitirata;
import it.pianodizona.coprogrammazione.DomandaTornataTempestiva;
import it.pianodizona.coprogrammazione.DomandeConfrontate;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.EsitoDomandaComunicato;
import it.pianodizona.coprogrammazione.IntegrazioneRichiesta;
import it.pianodizona.coprogrammazione.PreavvisoDiRigettoInviato;
import it.pianodizona.coprogrammazione.ScadenzaDomandeVicina;
import it.pianodizona.coprogrammazione.TermineProcedimentoScaduto;
import it.pianodizona.documento.RedazioneInRitardo;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.Piano;
import it.pianodizona.piano.PianoInRitardo;
import it.pianodizona.piano.Proroga;
import it.pianodizona.piano.ProrogaComunicata;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.AmbitoReceduto;
import it.pianodizona.premialita.PagamentoStornato;
import it.pianodizona.premialita.PremialitaLiquidata;
import it.pianodizona.premialita.PremialitaNonRiconosciuta;
import it.pianodizona.premialita.PremialitaRideterminata;
import it.pianodizona.premialita.RecuperoDisposto;
import it.pianodizona.premialita.RendicontazioneInRitardo;
import it.pianodizona.premialita.libro.TipoMovimento;
import it.pianodizona.tavoli.CollegamentoRinnovato;
import it.pianodizona.tavoli.IncontroAnnullato;
import it.pianodizona.tavoli.IncontroRicordato;
import it.pianodizona.tavoli.InvitoRitirato;
import it.pianodizona.tavoli.Sostituto;
import it.pianodizona.tavoli.VerbaleApprovato;
import it.pianodizona.tavoli.VerbaleInRitardo;
import it.pianodizona.tavoli.VerbaleInviato;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

/** Each event of the life cycle becomes the right letters to the right people. */
class LettereTest extends ProvaDiPosta {

  private static final String LINK = "http://localhost:8080/partecipazione/gettone";
  private static final String POSTO = "http://localhost:8080/posto/gettone-";
  private static final String COMPITI = "http://localhost:8080/camunda/app/tasklist/";
  private static final RiferimentoPiano PIANO = new RiferimentoPiano(1, AMBITO, "2025-2027");

  /**
   * @param fatti what both the text and the HTML must say
   */
  record Attesa(
      EventoDelPiano evento,
      Scopo scopo,
      List<String> destinatari,
      String oggetto,
      List<String> fatti) {

    @Override
    public String toString() {
      return scopo + ": " + oggetto;
    }
  }

  private static Documento relazione() {
    return new Documento(
        41,
        1,
        "relazione:avviso:3",
        TipoDocumento.RELAZIONE_CONCLUSIVA,
        "Relazione conclusiva",
        "relazione.pdf",
        "application/pdf",
        1000,
        "0".repeat(64),
        "0000123/2024",
        "Piano di Zona",
        alle("2024-11-05T10:00").toOffsetDateTime());
  }

  static Stream<Attesa> attese() {
    return Stream.of(
        new Attesa(
            registrata(false),
            Scopo.RICEVUTA_DOMANDA,
            List.of("ponte@esempio.it"),
            "Ricevuta della domanda di partecipazione, prot. 0000123/2024",
            List.of(
                "0000123/2024",
                "mercoledì 2 ottobre 2024, ore 23:59:58",
                "Minori e famiglia",
                "Inclusione sociale",
                LINK)),
        new Attesa(
            registrata(true),
            Scopo.RICEVUTA_DOMANDA,
            List.of("ponte@esempio.it"),
            "Ricevuta",
            List.of("domanda tardiva", "consultiva", LINK)),
        new Attesa(
            esito(EsitoDomanda.AMMESSA, null),
            Scopo.ESITO_DOMANDA,
            List.of("ponte@esempio.it"),
            "Domanda di partecipazione ammessa",
            List.of("è stata ammessa.", "convocazione", LINK)),
        new Attesa(
            esito(EsitoDomanda.CON_RISERVA, "RUNTS da verificare"),
            Scopo.ESITO_DOMANDA,
            List.of("ponte@esempio.it"),
            "Domanda di partecipazione ammessa con riserva",
            List.of("può partecipare ai tavoli", "RUNTS da verificare", "riserva sarà sciolta")),
        new Attesa(
            esito(EsitoDomanda.ESCLUSA, "Ente non iscritto"),
            Scopo.ESITO_DOMANDA,
            List.of("ponte@esempio.it"),
            "Domanda di partecipazione esclusa",
            List.of("non è stata ammessa", "Ente non iscritto", "60 giorni", "art. 10 avviso")),
        new Attesa(
            esito(EsitoDomanda.RITIRATA, null),
            Scopo.ESITO_DOMANDA,
            List.of("ponte@esempio.it"),
            "Domanda di partecipazione ritirata",
            List.of("abbiamo registrato il ritiro")),
        new Attesa(
            new IntegrazioneRichiesta(
                PIANO,
                12,
                "Cooperativa Ponte",
                "ponte@esempio.it",
                "Manca lo statuto.\nManca la firma.",
                alle("2024-10-14T23:59:59"),
                "gettone"),
            Scopo.RICHIESTA_INTEGRAZIONE,
            List.of("ponte@esempio.it"),
            "Domanda da completare entro il 14 ottobre 2024",
            List.of(
                "Manca lo statuto.",
                "Manca la firma.",
                "entro le ore 23:59 di lunedì 14 ottobre 2024",
                LINK)),
        new Attesa(
            new DomandeConfrontate(
                PIANO,
                13,
                12,
                13,
                "0000123/2024",
                "0000130/2024",
                true,
                "La seconda aggiunge un'area.",
                List.of(
                    new Destinatario("Cooperativa Ponte", "nuova@esempio.it"),
                    new Destinatario("Cooperativa Ponte", "ponte@esempio.it")),
                List.of("Minori e famiglia", "Inclusione sociale"),
                "gettone"),
            Scopo.DOMANDE_CONFRONTATE,
            List.of("nuova@esempio.it", "ponte@esempio.it"),
            "Due domande dello stesso ente: vale la prot. 0000123/2024",
            List.of("prot. 0000130/2024", "aggiunti alla domanda che resta", "un'area.", LINK)),
        new Attesa(
            new DomandaTornataTempestiva(
                PIANO,
                12,
                "Cooperativa Ponte",
                "ponte@esempio.it",
                "0000123/2024",
                alle("2024-10-05T23:59:59"),
                "gettone"),
            Scopo.DOMANDA_TEMPESTIVA,
            List.of("ponte@esempio.it"),
            "La domanda prot. 0000123/2024 è ora in termine",
            List.of("ora è in termine", "sabato 5 ottobre 2024", "Non deve fare nulla", LINK)),
        new Attesa(
            new DomandaRitirata(
                PIANO,
                12,
                "Cooperativa Ponte",
                "0000123/2024",
                "50084-2024-01",
                "in attesa di integrazione"),
            Scopo.DOMANDA_RITIRATA,
            List.of(UFFICIO),
            "Domanda ritirata: Cooperativa Ponte",
            List.of("0000123/2024", "in attesa di integrazione", COMPITI)),
        new Attesa(
            new PreavvisoDiRigettoInviato(
                PIANO,
                12,
                "Cooperativa Ponte",
                "ponte@esempio.it",
                "Ente non iscritto",
                alle("2024-10-24T23:59:59"),
                "gettone"),
            Scopo.PREAVVISO_RIGETTO,
            List.of("ponte@esempio.it"),
            "Preavviso di rigetto: osservazioni entro il 24 ottobre 2024",
            List.of("10-bis", "Ente non iscritto", "giovedì 24 ottobre 2024", LINK)),
        new Attesa(
            new TermineProcedimentoScaduto(
                PIANO, 12, "Cooperativa Ponte", alle("2024-11-02T23:59:59")),
            Scopo.TERMINE_PROCEDIMENTO_SCADUTO,
            List.of(UFFICIO),
            "Termine del procedimento scaduto: domanda di Cooperativa Ponte",
            List.of("sabato 2 novembre 2024", COMPITI)),
        new Attesa(
            new ScadenzaDomandeVicina(PIANO, 3, "50084-2024-1", alle("2024-10-02T23:59:59"), 0),
            Scopo.SCADENZA_DOMANDE_VICINA,
            List.of(UFFICIO),
            "Domande entro il 2 ottobre 2024: nessuna domanda pervenuta",
            List.of("riaperto con un nuovo atto", "http://localhost:8080/avvisi/50084-2024-1")),
        new Attesa(
            new CoProgrammazioneConclusa(
                PIANO,
                3,
                "50084-2024-1",
                List.of(ente("Ponte"), ente("Sole")),
                List.of(relazione())),
            Scopo.CO_PROGRAMMAZIONE_CONCLUSA,
            List.of("ponte@esempio.it", "sole@esempio.it"),
            "Co-programmazione conclusa",
            List.of(
                "relazione motivata",
                "http://localhost:8080/avvisi/50084-2024-1",
                "http://localhost:8080/avvisi/50084-2024-1/conclusione/41")),
        new Attesa(
            incontro(PIANO, 0, List.of(ente("Ponte"), ente("Sole"))),
            Scopo.CONVOCAZIONE_TAVOLO,
            List.of("ponte@esempio.it", "sole@esempio.it"),
            "Convocazione: tavolo «Minori e famiglia», mercoledì 9 ottobre 2024, ore 16:00",
            List.of("dalle 16:00 alle 19:00", "Sala Legrenzi", "1. Presentazione", "2. Bisogni")),
        new Attesa(
            incontro(PIANO, 1, List.of(ente("Ponte"))),
            Scopo.CONVOCAZIONE_TAVOLO,
            List.of("ponte@esempio.it"),
            "Convocazione modificata: tavolo «Minori e famiglia»",
            List.of("è cambiata", "Sala Legrenzi")),
        new Attesa(
            new IncontroRicordato(
                PIANO,
                AREA,
                incontro(7, 1, "2024-10-09T16:00", 0),
                1,
                invitati(List.of(ente("Ponte")))),
            Scopo.PROMEMORIA_TAVOLO,
            List.of("ponte@esempio.it"),
            "Promemoria: tavolo «Minori e famiglia»",
            List.of(
                "domani si tiene l'incontro n. 1", "Sala Legrenzi", POSTO + "Cooperativa-Ponte")),
        new Attesa(
            new IncontroAnnullato(
                PIANO,
                AREA,
                incontro(7, 1, "2024-10-09T16:00", 1),
                "Allerta neve.",
                invitati(List.of(ente("Ponte"))),
                List.of(new Sostituto(5, ente("Sole"), "Cooperativa Ponte"))),
            Scopo.INCONTRO_ANNULLATO,
            List.of("ponte@esempio.it", "sole@esempio.it"),
            "Incontro annullato: tavolo «Minori e famiglia», mercoledì 9 ottobre 2024",
            List.of("non si terrà", "Allerta neve.")),
        new Attesa(
            new InvitoRitirato(
                PIANO,
                AREA,
                incontro(7, 1, "2024-10-09T16:00", 0),
                ente("Sole"),
                "risposta:5",
                "Cooperativa Ponte non Le chiede più di partecipare al suo posto."),
            Scopo.INVITO_RITIRATO,
            List.of("sole@esempio.it"),
            "Invito non più valido: tavolo «Minori e famiglia»",
            List.of("non Le chiede più")),
        new Attesa(
            new VerbaleInviato(
                PIANO,
                AREA,
                incontro(7, 1, "2024-10-09T16:00", 0),
                alle("2024-10-14T23:59:59"),
                invitati(List.of(ente("Ponte")))),
            Scopo.VERBALE_INVIATO,
            List.of("ponte@esempio.it"),
            "Bozza del verbale: tavolo «Minori e famiglia», incontro n. 1",
            List.of("lunedì 14 ottobre 2024", POSTO + "Cooperativa-Ponte")),
        new Attesa(
            new VerbaleApprovato(
                PIANO,
                AREA,
                incontro(7, 1, "2024-10-09T16:00", 0),
                1,
                invitati(List.of(ente("Ponte")))),
            Scopo.VERBALE_APPROVATO,
            List.of("ponte@esempio.it"),
            "Verbale approvato: tavolo «Minori e famiglia», incontro n. 1",
            List.of("l'osservazione arrivata e il suo esito", POSTO + "Cooperativa-Ponte")),
        new Attesa(
            new CollegamentoRinnovato(PIANO, 9, AREA, invitati(List.of(ente("Ponte"))).get(0)),
            Scopo.COLLEGAMENTO_RINNOVATO,
            List.of("ponte@esempio.it"),
            "Nuovo collegamento alla pagina dei tavoli",
            List.of("quello di prima non funziona più", POSTO + "Cooperativa-Ponte")),
        new Attesa(
            new VerbaleInRitardo(
                PIANO, AREA, incontro(7, 2, "2024-10-23T16:00", 0), LocalDate.of(2024, 11, 3)),
            Scopo.VERBALE_IN_RITARDO,
            List.of(UFFICIO),
            "Verbale da registrare: tavolo «Minori e famiglia», incontro n. 2",
            List.of("mercoledì 23 ottobre 2024", COMPITI)),
        new Attesa(
            new RedazioneInRitardo(PIANO, alle("2024-11-15T23:59:59")),
            Scopo.REDAZIONE_IN_RITARDO,
            List.of(UFFICIO),
            "Bozza del Piano di Zona 2025-2027 in ritardo",
            List.of("venerdì 15 novembre 2024", "Comitato dei Sindaci")),
        new Attesa(
            new AssembleaConvocata(
                PIANO,
                5,
                2,
                alle("2024-11-28T18:00"),
                "Municipio di Clusone",
                "1. Approvazione del Piano",
                0,
                List.of(new Destinatario("Comune di Ardesio", "ardesio@esempio.it"))),
            Scopo.CONVOCAZIONE_ASSEMBLEA,
            List.of("ardesio@esempio.it"),
            "Convocazione dell'Assemblea dei Sindaci, giovedì 28 novembre 2024, ore 18:00",
            List.of("in seconda convocazione", "Municipio di Clusone", "delegata per iscritto")),
        new Attesa(
            new FirmaRichiesta(
                PIANO,
                4,
                40,
                new Destinatario("Comune di Ardesio", "ardesio@esempio.it"),
                alle("2024-12-10T23:59:59")),
            Scopo.RICHIESTA_FIRMA,
            List.of("ardesio@esempio.it"),
            "Accordo di Programma da firmare entro il 10 dicembre 2024",
            List.of("267/2000", "entro le ore 23:59 di martedì 10 dicembre 2024", COMPITI)),
        new Attesa(
            new FirmaRichiesta(
                PIANO,
                4,
                41,
                new Destinatario("Comune di Ardesio", "ardesio@esempio.it"),
                alle("2023-12-10T23:59:59")),
            Scopo.RICHIESTA_FIRMA,
            List.of("ardesio@esempio.it"),
            "Accordo di Programma da firmare: termine del 10 dicembre 2023 scaduto",
            List.of("al più presto", "si può ancora concludere", COMPITI)),
        new Attesa(
            new FirmaSollecitata(
                PIANO,
                4,
                alle("2024-12-10T23:59:59"),
                7,
                List.of(
                    new Destinatario("Comune di Ardesio", "ardesio@esempio.it"),
                    new Destinatario("Comune di Clusone", "clusone@esempio.it")),
                false),
            Scopo.SOLLECITO_FIRMA,
            List.of("ardesio@esempio.it", "clusone@esempio.it"),
            "Sollecito: mancano 7 giorni per firmare l'Accordo di Programma",
            List.of("martedì 10 dicembre 2024", COMPITI)),
        new Attesa(
            new FirmaRifiutata(PIANO, 8, "Comune di Gorno", "Riparto dei costi non condiviso"),
            Scopo.FIRMA_RIFIUTATA,
            List.of(UFFICIO, ATS, "famiglia@regione.example"),
            "Comune di Gorno non firma l'Accordo di Programma",
            List.of("Riparto dei costi non condiviso", "unanime", COMPITI)),
        new Attesa(
            new TermineAccordoScaduto(
                PIANO, 4, alle("2024-12-10T23:59:59"), List.of("Comune di Ardesio", "ASST")),
            Scopo.TERMINE_ACCORDO_SCADUTO,
            List.of(UFFICIO, ATS, "famiglia@regione.example"),
            "Accordo di Programma: termine scaduto, mancano 2 firme",
            List.of("Comune di Ardesio", "ASST", "prosegue")),
        new Attesa(
            new PianoInRitardo(PIANO, alle("2024-12-10T23:59:59")),
            Scopo.PIANO_IN_RITARDO,
            List.of(UFFICIO, ATS, "famiglia@regione.example"),
            "Piano di Zona 2025-2027 in ritardo",
            List.of("martedì 10 dicembre 2024", "prosegue")),
        new Attesa(
            liquidata(TipoMovimento.ACCONTO, "4000"),
            Scopo.PREMIALITA_LIQUIDATA,
            List.of(UFFICIO, ATS),
            "Premialità: liquidato l'acconto di 4.000,00 €",
            List.of("Casa e lavoro", "4.000,00", "decreto 77", "15 marzo 2026")),
        new Attesa(
            liquidata(TipoMovimento.SALDO, "16000"),
            Scopo.PREMIALITA_LIQUIDATA,
            List.of(UFFICIO, ATS),
            "Premialità: liquidato il saldo di 16.000,00 €",
            List.of("pagamenti per questo progetto sono conclusi")),
        new Attesa(
            new PremialitaNonRiconosciuta(PIANO, 9L, "Casa e lavoro", "Non innovativo"),
            Scopo.PREMIALITA_NON_RICONOSCIUTA,
            List.of(UFFICIO, ATS),
            "Premialità non riconosciuta: «Casa e lavoro»",
            List.of("Non innovativo")),
        new Attesa(
            liquidata(TipoMovimento.PRIMO_LIVELLO, "30000"),
            Scopo.PREMIALITA_LIQUIDATA,
            List.of(UFFICIO, ATS),
            "Premialità: liquidata la premialità di primo livello di 30.000,00 €",
            List.of("la premialità di primo livello del Piano di Zona", "in una volta")),
        new Attesa(
            new RecuperoDisposto(
                PIANO,
                14,
                "Casa e lavoro",
                Denaro.euro(4000),
                "Obiettivo non raggiunto",
                "decreto 90",
                LocalDate.of(2026, 3, 15)),
            Scopo.RECUPERO_PREMIALITA,
            List.of(UFFICIO, ATS),
            "Premialità da restituire: 4.000,00 € per «Casa e lavoro»",
            List.of("Obiettivo non raggiunto", "decreto 90", "15 marzo 2026")),
        new Attesa(
            new PagamentoStornato(
                PIANO,
                9L,
                15,
                "Casa e lavoro",
                TipoMovimento.ACCONTO,
                Denaro.euro(4000),
                Denaro.ZERO,
                Denaro.euro(4000),
                "decreto 91",
                "Conto di tesoreria errato"),
            Scopo.PAGAMENTO_STORNATO,
            List.of(UFFICIO, ATS),
            "Pagamento stornato: 4.000,00 € per «Casa e lavoro»",
            List.of(
                "acconto",
                "Conto di tesoreria errato",
                "decreto 91",
                "quanto è ancora dovuto torna da liquidare",
                "Non serve fare nulla: un nuovo pagamento viene comunicato con il suo atto.")),
        new Attesa(
            new PagamentoStornato(
                PIANO,
                9L,
                16,
                "Casa e lavoro",
                TipoMovimento.ACCONTO,
                Denaro.euro(4000),
                Denaro.euro(3000),
                Denaro.euro(1000),
                "decreto 92",
                "Conto di tesoreria errato"),
            Scopo.PAGAMENTO_STORNATO,
            List.of(UFFICIO, ATS),
            "Pagamento stornato: 4.000,00 € per «Casa e lavoro»",
            List.of(
                "Recupero annullato",
                "3.000,00 €",
                "Da liquidare",
                "1.000,00 €",
                "Non serve fare nulla, nemmeno restituire la somma del recupero: un nuovo")),
        new Attesa(
            new PagamentoStornato(
                PIANO,
                9L,
                17,
                "Casa e lavoro",
                TipoMovimento.ACCONTO,
                Denaro.euro(4000),
                Denaro.euro(4000),
                Denaro.ZERO,
                "decreto 93",
                "Conto di tesoreria errato"),
            Scopo.PAGAMENTO_STORNATO,
            List.of(UFFICIO, ATS),
            "Pagamento stornato: 4.000,00 € per «Casa e lavoro»",
            List.of(
                "non è più dovuto nulla",
                "Non serve fare nulla, nemmeno restituire la somma del recupero.")),
        new Attesa(
            new AmbitoReceduto(
                PIANO,
                9,
                "Casa e lavoro",
                "50020",
                "Albino",
                "delibera 3",
                "Mancano le risorse",
                "La premialità del progetto resta riconosciuta"),
            Scopo.AMBITO_RECEDUTO,
            List.of(UFFICIO, ATS),
            "Recesso da un progetto comune: «Casa e lavoro»",
            List.of("Albino", "delibera 3", "Mancano le risorse", "resta riconosciuta")),
        new Attesa(
            new PremialitaRideterminata(
                PIANO,
                9,
                77,
                "Casa e lavoro",
                Denaro.euro(20000),
                Denaro.ZERO,
                Denaro.euro(-4000),
                "Partecipa un solo Ambito"),
            Scopo.PREMIALITA_RIDETERMINATA,
            List.of(UFFICIO, ATS),
            "Premialità rideterminata: «Casa e lavoro»",
            List.of("20.000,00 €", "0,00 €", "Somme da restituire", "4.000,00 €")),
        new Attesa(
            new RendicontazioneInRitardo(PIANO, 9, "Casa e lavoro", alle("2027-12-31T23:59:59")),
            Scopo.RENDICONTAZIONE_IN_RITARDO,
            List.of(UFFICIO, ATS),
            "Relazione finale in ritardo: «Casa e lavoro»",
            List.of("31 dicembre 2027", COMPITI)),
        new Attesa(
            monitoraggio(EventoMonitoraggio.Fatto.APERTO, null),
            Scopo.MONITORAGGIO_ANNUALE,
            List.of(UFFICIO),
            "Monitoraggio da compilare: anno 2025",
            List.of("31 marzo 2026", "/attuazione/1/2025", "Compilare il monitoraggio")),
        new Attesa(
            monitoraggio(EventoMonitoraggio.Fatto.IN_SCADENZA, null),
            Scopo.MONITORAGGIO_ANNUALE,
            List.of(UFFICIO),
            "Monitoraggio in scadenza: anno 2025",
            List.of("31 marzo 2026", "non ha ancora inviato")),
        new Attesa(
            monitoraggio(EventoMonitoraggio.Fatto.IN_RITARDO, null),
            Scopo.MONITORAGGIO_ANNUALE,
            List.of(UFFICIO, ATS),
            "Monitoraggio in ritardo: anno 2025",
            List.of("31 marzo 2026", "resta visibile")),
        new Attesa(
            monitoraggio(EventoMonitoraggio.Fatto.NON_APPROVATO, "Le quote vanno riviste."),
            Scopo.MONITORAGGIO_ANNUALE,
            List.of(UFFICIO),
            "Monitoraggio da rivedere: anno 2025",
            List.of("Le quote vanno riviste.", "torna all'Ufficio di Piano")));
  }

  private static EventoMonitoraggio monitoraggio(EventoMonitoraggio.Fatto fatto, String testo) {
    return new EventoMonitoraggio(PIANO, 2025, fatto, 1, alle("2026-03-31T23:59:59"), testo);
  }

  @Autowired private NotificheCoProgrammazione coProgrammazione;

  @ParameterizedTest
  @MethodSource("attese")
  void ogniEventoDiventaLaSuaLettera(Attesa attesa) {
    if (attesa.evento() instanceof EsitoDomandaComunicato esito) {
      // the tavoli hear it as well, and look for a domanda that is not there
      transazione.executeWithoutResult(stato -> coProgrammazione.esito(esito));
    } else {
      accade(attesa.evento());
    }

    var posta = posta();
    assertThat(posta)
        .filteredOn(m -> m.stato() != StatoMessaggio.FALLITO)
        .extracting(Messaggio::destinatarioEmail)
        .containsExactlyElementsOf(attesa.destinatari());
    assertThat(posta).hasSameSizeAs(attesa.destinatari());
    assertThat(posta)
        .allSatisfy(
            m -> {
              assertThat(m.scopo()).isEqualTo(attesa.scopo());
              assertThat(m.oggetto())
                  .startsWith(attesa.oggetto())
                  .endsWith("Ambito Valle Seriana Superiore e Valle di Scalve");
              assertThat(m.rispondiA()).isEqualTo(UFFICIO);
              assertThat(m.testo())
                  .contains("Alla cortese attenzione di " + m.destinatarioNome())
                  .contains(attesa.fatti())
                  .doesNotContain("[(", "[#", "\n\n\n")
                  .doesNotContainPattern("\\bnull\\b");
              assertThat(senzaMarcatura(m.html()))
                  .contains("Alla cortese attenzione di " + m.destinatarioNome())
                  .contains(attesa.fatti())
                  .doesNotContain("th:")
                  .doesNotContainPattern("\\bnull\\b");
            });
  }

  @Test
  void laConvocazionePortaLInvitoESpostandosiNeAlzaLaSequenza() throws Exception {
    accade(incontro(PIANO, 0, List.of(ente("Ponte"), ente("Sole"))));
    accade(incontro(PIANO, 1, List.of(ente("Ponte"))));

    var posta = posta();
    assertThat(posta).hasSize(3).allMatch(m -> m.metodo() == MetodoInvito.REQUEST);
    var primo = evento(rileggi(posta.get(0).ics()));
    var altro = evento(rileggi(posta.get(1).ics()));
    var spostato = evento(rileggi(posta.get(2).ics()));
    assertThat(valore(primo, Property.ATTENDEE)).isEqualTo("mailto:ponte@esempio.it");
    assertThat(valore(altro, Property.ATTENDEE)).isEqualTo("mailto:sole@esempio.it");
    assertThat(valore(primo, Property.ORGANIZER)).isEqualTo("mailto:" + UFFICIO);
    assertThat(valore(spostato, Property.UID)).isEqualTo(valore(primo, Property.UID));
    assertThat(valore(primo, Property.SEQUENCE)).isEqualTo("0");
    assertThat(valore(spostato, Property.SEQUENCE)).isEqualTo("1");
  }

  @Test
  void loStessoEventoDueVolteNonSiScriveDueVolte() {
    accade(registrata(false));
    var prima = unico();
    accade(registrata(false));

    assertThat(unico()).isEqualTo(prima);
  }

  @Test
  void seLaTransazioneSiAnnullaNonRestaNessunMessaggio() {
    transazione.executeWithoutResult(
        stato -> {
          eventi.publishEvent(registrata(false));
          stato.setRollbackOnly();
        });

    assertThat(posta()).isEmpty();
  }

  @Test
  void senzaTransazioneNonSiScrive() {
    assertThatThrownBy(() -> eventi.publishEvent(registrata(false)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void negliUltimiSetteGiorniPresidenteEAtsSannoChiManca() {
    accade(
        new FirmaSollecitata(
            PIANO,
            4,
            alle("2024-12-10T23:59:59"),
            7,
            List.of(new Destinatario("Comune di Ardesio", "ardesio@esempio.it")),
            true));

    assertThat(posta())
        .filteredOn(m -> m.scopo() == Scopo.FIRME_MANCANTI)
        .extracting(Messaggio::destinatarioEmail)
        .containsExactly(UFFICIO, ATS);
    assertThat(posta())
        .filteredOn(m -> m.scopo() == Scopo.FIRME_MANCANTI)
        .allSatisfy(m -> assertThat(m.testo()).contains("Comune di Ardesio", "/accordo/1"));
  }

  @Test
  void dellaProrogaCiascunoRiceveUnSoloMessaggioConIlMotivoAncheSeRiguardaPiuAmbiti() {
    var proroga =
        new Proroga(
            3,
            "2025-2027",
            "DGR XII/3000",
            LocalDate.of(2024, 11, 18),
            "Molti Ambiti attendono ancora l'intesa.",
            LocalDate.of(2025, 2, 28),
            alle("2024-11-20T09:00"));
    var evento =
        new ProrogaComunicata(proroga, List.of(prorogato(1, AMBITO), prorogato(2, "50079")));

    accade(evento);
    accade(evento);

    assertThat(posta()).allMatch(m -> m.scopo() == Scopo.TERMINE_PROROGATO);
    assertThat(posta()).extracting(Messaggio::chiave).doesNotHaveDuplicates();
    assertThat(posta())
        .filteredOn(m -> ATS.equals(m.destinatarioEmail()))
        .singleElement()
        .satisfies(
            m ->
                assertThat(m.testo())
                    .contains("attendono ancora l'intesa", "DGR XII/3000", "28 febbraio 2025"));
    assertThat(posta()).filteredOn(m -> m.destinatarioNome().startsWith("ATS")).hasSize(1);
    assertThat(posta())
        .filteredOn(m -> m.destinatarioNome().equals("Comune di Clusone"))
        .hasSize(1);
  }

  private static Piano prorogato(long id, String ambito) {
    return new Piano(
        id,
        ambito,
        "2025-2027",
        Fase.ACCORDO,
        false,
        alle("2025-02-28T23:59:59"),
        alle("2024-09-12T09:00"));
  }

  @Test
  void laRicevutaCheMancaERicordataAdAtsERegione() {
    accade(
        new RicevutaMancante(
            PIANO,
            4,
            new Trasmissione(LocalDate.of(2024, 11, 11), "G1.2024.881", 3, null, null),
            LocalDate.of(2024, 11, 18)));

    assertThat(posta())
        .extracting(Messaggio::destinatarioEmail)
        .containsExactly(ATS, "famiglia@regione.example");
    assertThat(posta().get(0).testo()).contains("G1.2024.881", "ogni sette giorni");
  }

  @Test
  void senzaIndirizzoIlMessaggioNonSiPerdeEDiceIlMotivo() {
    accade(
        new FirmaSollecitata(
            PIANO,
            4,
            alle("2024-12-10T23:59:59"),
            1,
            List.of(
                new Destinatario("Comune di Ardesio", null),
                new Destinatario("Comune di Clusone", "non è un indirizzo"),
                new Destinatario("Comune di Parre", "parre@esempio.it")),
            false));

    assertThat(posta())
        .extracting(Messaggio::stato)
        .containsExactly(StatoMessaggio.FALLITO, StatoMessaggio.FALLITO, StatoMessaggio.IN_CODA);
    assertThat(posta().get(0).ultimoErrore()).contains("Nessun indirizzo e-mail noto");
    assertThat(posta().get(1).ultimoErrore()).contains("«non è un indirizzo»");
    assertThat(posta().get(2).oggetto()).contains("manca un giorno");
  }

  @Test
  void cioCheUnaPersonaScriveNonDiventaNeMarcaturaNeIntestazione() {
    accade(
        new PremialitaNonRiconosciuta(
            PIANO, 9L, "Casa\r\nBcc: altri@esempio.it", "<script>alert(1)</script>"));

    assertThat(posta())
        .allSatisfy(
            m -> {
              assertThat(m.oggetto()).doesNotContain("\r", "\n");
              assertThat(m.html()).doesNotContain("<script>").contains("&lt;script&gt;");
              assertThat(m.testo()).contains("<script>alert(1)</script>");
            });
  }

  private static DomandaRegistrata registrata(boolean tardiva) {
    return new DomandaRegistrata(
        PIANO,
        12,
        "Cooperativa Ponte",
        "ponte@esempio.it",
        "0000123/2024",
        alle("2024-10-02T23:59:58"),
        tardiva,
        List.of("Minori e famiglia", "Inclusione sociale"),
        "gettone");
  }

  private static EsitoDomandaComunicato esito(EsitoDomanda esito, String motivi) {
    return new EsitoDomandaComunicato(
        PIANO,
        12,
        "Cooperativa Ponte",
        "ponte@esempio.it",
        esito,
        motivi,
        "art. 10 avviso",
        List.of("Minori e famiglia"),
        "gettone");
  }

  private static PremialitaLiquidata liquidata(TipoMovimento tipo, String euro) {
    return new PremialitaLiquidata(
        PIANO,
        9L,
        9,
        "Casa e lavoro",
        tipo,
        Denaro.euro(euro),
        "decreto 77",
        LocalDate.of(2026, 3, 15));
  }

  private static String senzaMarcatura(String html) {
    var testo = html.replaceAll("(?s)<head>.*?</head>", "").replaceAll("<[^>]+>", " ");
    for (var entita :
        Map.of("&#39;", "'", "&quot;", "\"", "&lt;", "<", "&gt;", ">", "&amp;", "&").entrySet()) {
      testo = testo.replace(entita.getKey(), entita.getValue());
    }
    return testo.replaceAll("[ ]+", " ");
  }
}
