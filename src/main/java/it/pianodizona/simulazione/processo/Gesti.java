package it.pianodizona.simulazione.processo;

import static it.pianodizona.simulazione.processo.Mossa.completa;

import it.pianodizona.accordo.Adesioni;
import it.pianodizona.accordo.RichiestaAdesione;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.assemblea.Componente;
import it.pianodizona.assemblea.Movimento;
import it.pianodizona.assemblea.Punto;
import it.pianodizona.assemblea.Sedute;
import it.pianodizona.assemblea.Voto;
import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.premialita.Pagamenti;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.Progetti;
import it.pianodizona.simulazione.Persone;
import it.pianodizona.simulazione.Ritmo;
import it.pianodizona.simulazione.Simulazione;
import it.pianodizona.simulazione.Sorte;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the simulated people do with each user task of the models: one behaviour per task id. A task
 * without one stops the run.
 */
@Component
@Simulazione
class Gesti {

  static final String FIRMARE = "UserTask_FirmareAccordo";
  static final String INVIARE_FLUSSO = "UserTask_InviareFlusso";
  static final String RENDICONTARE = "UserTask_RendicontareProgetto";
  static final String APPELLO = "UserTask_RegistrareAppelloEVoti";

  /** How a person handles one task. */
  @FunctionalInterface
  interface Gesto {
    Mossa fai(Momento momento);
  }

  private static final DateTimeFormatter NEL_MODULO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");

  private final Map<String, Gesto> gesti = new LinkedHashMap<>();
  private final Agenda agenda;
  private final Anagrafica anagrafica;
  private final Domande domande;
  private final Adesioni adesioni;
  private final Assemblea assemblea;
  private final Sedute sedute;
  private final Premialita premialita;
  private final Pagamenti pagamenti;
  private final Progetti progetti;
  private final DebitiInformativi debiti;
  private final Persone persone;

  Gesti(
      Agenda agenda,
      Anagrafica anagrafica,
      Domande domande,
      Adesioni adesioni,
      Assemblea assemblea,
      Sedute sedute,
      Premialita premialita,
      Pagamenti pagamenti,
      Progetti progetti,
      DebitiInformativi debiti,
      Persone persone) {
    this.agenda = agenda;
    this.anagrafica = anagrafica;
    this.domande = domande;
    this.adesioni = adesioni;
    this.assemblea = assemblea;
    this.sedute = sedute;
    this.premialita = premialita;
    this.pagamenti = pagamenti;
    this.progetti = progetti;
    this.debiti = debiti;
    this.persone = persone;
    regione();
    coProgrammazione();
    istruttoria();
    tavoli();
    documento();
    assemblea();
    accordo();
    premialita();
    flussi();
    attuazione();
  }

  /** Ids of the tasks that somebody knows how to do. */
  Set<String> chiavi() {
    return gesti.keySet();
  }

  /**
   * @throws SimulazioneInterrotta for a task that nobody knows
   */
  Gesto di(String compito) {
    var gesto = gesti.get(compito);
    if (gesto == null) {
      throw new SimulazioneInterrotta(
          "Nessuno sa svolgere il compito «%s»: manca il suo comportamento".formatted(compito));
    }
    return gesto;
  }

  private void su(String compito, Gesto gesto) {
    gesti.put(compito, gesto);
  }

  private void regione() {
    su(
        "UserTask_DefinireTriennio",
        m ->
            completa(
                "scadenzaAccordo",
                m.partita().parametri().scenario().scadenzaAccordo().toString(),
                "schemaPremialita",
                m.partita().parametri().triennio(),
                "quali",
                "SCELTI",
                "ambiti",
                m.partita().ambiti()));
    su(
        "UserTask_DefinireProroga",
        m ->
            completa(
                "nuovaScadenza",
                m.partita()
                    .parametri()
                    .scenario()
                    .proroga()
                    .orElseThrow()
                    .nuovaScadenza()
                    .toString(),
                "quali",
                "TUTTI"));
  }

  private void coProgrammazione() {
    su(
        "UserTask_NominareRup",
        m ->
            completa(
                "rup", "Dott. " + Persone.nome(m.tiro()),
                "numeroDetermina", m.atto(),
                "dataDetermina", m.oggi().toString(),
                "numeroIndirizzo", m.atto(),
                "dataIndirizzo", m.oggi().minusDays(m.tiro().tra(3, 20)).toString(),
                "priorita", "Domiciliarità, famiglie, contrasto alla povertà, giovani."));
    su("UserTask_RedigereAvviso", this::avviso);
    su(
        "UserTask_ApprovareAvviso",
        m ->
            m.accade("avvisoRinviato")
                ? completa("esito", "RINVIATO", "osservazioni", "Chiarire chi può partecipare.")
                : completa("esito", "APPROVATO"));
    su(
        "UserTask_RiaprireAvviso",
        m -> {
          var scadenza = Termini.primoNonFestivo(m.oggi().plusDays(21));
          var righe = m.righe("incontri");
          int giorno = 4;
          for (var riga : righe) {
            riga.put("giorno", scadenza.plusDays(giorno).toString());
            giorno += 3;
          }
          return completa(
              "numeroAtto",
              m.atto(),
              "dataAtto",
              m.oggi().toString(),
              "motivi",
              "Nessuna domanda pervenuta nei termini.",
              "scadenzaDomande",
              scadenza.toString(),
              "incontri",
              righe);
        });
    su(
        "UserTask_ApprovareElencoAmmessi",
        m -> completa("numeroAtto", m.atto(), "dataAtto", m.oggi().toString()));
    su(
        "UserTask_RedigereRelazioneConclusiva",
        m ->
            completa(
                "relazione",
                "I tavoli hanno condiviso bisogni, risorse e proposte; la co-programmazione si"
                    + " conclude."));
  }

  private Mossa avviso(Momento m) {
    var pubblicazione = Termini.primoNonFestivo(m.oggi().plusDays(10));
    if (!m.righe("aree").isEmpty()) {
      return avvisoRivisto(m, pubblicazione);
    }
    var scadenza = Termini.primoNonFestivo(pubblicazione.plusDays(m.quanti("giorniPerLeDomande")));
    var nomi =
        List.of(
            "Anziani e domiciliarità",
            "Minori e famiglia",
            "Inclusione sociale",
            "Disabilità",
            "Politiche giovanili");
    int aree = m.quanti("aree");
    int incontri = m.quanti("incontriPerArea");
    var righeAree = new ArrayList<Map<String, Object>>();
    var righeIncontri = new ArrayList<Map<String, Object>>();
    for (int a = 1; a <= aree; a++) {
      righeAree.add(
          Map.of(
              "denominazione", nomi.get(a - 1), "temi", "Bisogni, servizi e risorse dell'area."));
      for (int n = 1; n <= incontri; n++) {
        righeIncontri.add(
            Map.of(
                "area",
                a,
                "numero",
                n,
                "giorno",
                Termini.primoNonFestivo(scadenza.plusDays(14L + a + (n - 1) * 21L)).toString(),
                "dalle",
                "16:00",
                "alle",
                "19:00",
                "luogo",
                "Sede dell'Ambito"));
      }
    }
    return completa(
        "capofila",
        premialita.beneficiario(m.ambito()),
        "aree",
        righeAree,
        "incontri",
        righeIncontri,
        "chiPuoPartecipare",
        "Enti del Terzo settore, altri enti senza scopo di lucro, sindacati.",
        "impegni",
        "Mettere a disposizione conoscenze, dati e risorse; partecipare agli incontri.",
        "canaleWeb",
        true,
        "pubblicazione",
        pubblicazione.toString(),
        "scadenzaDomande",
        scadenza.toString(),
        "firmatario",
        "Responsabile dell'Ufficio di Piano");
  }

  /** Sent back by the RUP: what was written stays, its dates move by the days that went by. */
  private static Mossa avvisoRivisto(Momento m, LocalDate pubblicazione) {
    long giorni = ChronoUnit.DAYS.between(m.data("pubblicazione"), pubblicazione);
    return completa(
        "pubblicazione",
        pubblicazione.toString(),
        "scadenzaDomande",
        Termini.primoNonFestivo(m.data("scadenzaDomande").plusDays(giorni)).toString(),
        "incontri",
        m.righe("incontri").stream()
            .map(
                riga -> {
                  var spostata = new HashMap<String, Object>(riga);
                  spostata.computeIfPresent(
                      "giorno",
                      (nome, giorno) ->
                          Termini.primoNonFestivo(
                                  LocalDate.parse(giorno.toString()).plusDays(giorni))
                              .toString());
                  return spostata;
                })
            .toList());
  }

  private void istruttoria() {
    su(
        "UserTask_ConfrontareDoppie",
        m ->
            completa(
                "resta", "NUOVA", "unisci", false, "motivi", "La seconda domanda è più completa."));
    su(
        "UserTask_IstruireDomanda",
        m -> {
          var domanda = domande.domanda(m.numero("domandaId"));
          var dati = new HashMap<String, Object>();
          dati.put("canaleAmmesso", true);
          dati.put("firma", m.accade("firmaAssente") ? "ASSENTE" : "PAGINA_WEB");
          dati.put("documentoIdentita", true);
          dati.put("categoriaAccertata", domanda.dati().categoria().name());
          if (domanda.dati().runtsNumero() == null) {
            dati.put("requisitiProvati", true);
          } else {
            dati.put(
                "runtsEsito",
                m.accade("runtsNonIscritto")
                    ? "NON_ISCRITTO"
                    : m.accade("runtsDaChiarire") ? "DA_CHIARIRE" : "ISCRITTO");
            dati.put("runtsVerificato", m.oggi().toString());
            dati.put("runtsNota", "Consultazione del registro nella giornata.");
          }
          return new Mossa.Completa(dati);
        });
    // the form proposes what the admissibility table says
    su("UserTask_ValutareAmmissibilita", m -> completa());
    su(
        "UserTask_EsaminareIntegrazione",
        m ->
            m.accade("integrazioneSufficiente")
                ? completa("sufficiente", "SI")
                : completa("sufficiente", "NO", "motivi", "Manca ancora quanto richiesto."));
    su(
        "UserTask_EsaminareOsservazioni",
        m ->
            completa(
                "accolte",
                m.accade("osservazioniAccolte") ? "SI" : "NO",
                "valutazione",
                "Esaminate le osservazioni dell'ente e i documenti presentati."));
    // the form proposes the outcome that follows from the procedure
    su(
        "UserTask_DefinireEsito",
        m -> {
          if ("AMMESSA".equals(m.testo("esito"))) {
            return completa();
          }
          var motivi = m.testo("motivi");
          return completa(
              "motivi",
              motivi == null || motivi.isBlank() ? "Requisiti da provare o mancanti." : motivi,
              "norma",
              "art. 4 del d.lgs. 117/2017 e avviso, par. 3");
        });
  }

  private void tavoli() {
    su(
        "UserTask_ConvocareIncontri",
        m -> {
          var righe = m.righe("incontri");
          var primo =
              righe.stream()
                  .map(r -> LocalDate.parse((String) r.get("data")))
                  .min(LocalDate::compareTo)
                  .orElseThrow();
          long spostamento = Math.max(0, m.oggi().plusDays(7).toEpochDay() - primo.toEpochDay());
          for (var riga : righe) {
            riga.put(
                "data",
                Termini.primoNonFestivo(
                        LocalDate.parse((String) riga.get("data")).plusDays(spostamento))
                    .toString());
          }
          return completa("incontri", righe);
        });
    su(
        "UserTask_AggiornareTavolo",
        m ->
            m.incarico().volta() % 7 == 0 && m.accade("nuovoMembro")
                ? completa(
                    "azione", "ENTRA",
                    "tipoMembro", "SINDACATO",
                    "denominazione", "Federazione Pensionati " + m.ambito(),
                    "email", "pensionati@ambito-" + m.ambito() + ".example",
                    "motivo", "Organizzazione rappresentativa nell'Ambito.")
                : new Mossa.Lascia());
    su(
        "UserTask_RegistrareVerbale",
        m -> {
          var presenti =
              m.righe("membri").stream()
                  .filter(r -> m.accade("presenzaAlTavolo"))
                  .map(r -> (String) r.get("value"))
                  .toList();
          if (presenti.isEmpty()) {
            return completa(
                "deserto", true, "verbale", "Nessuno dei convocati è intervenuto all'incontro.");
          }
          var contributi = new ArrayList<Map<String, Object>>();
          var tipi = List.of("BISOGNO", "PROPOSTA", "RISORSA", "DISSENSO");
          for (int i = m.quanti("contributi"); i > 0; i--) {
            contributi.add(
                Map.of(
                    "membro", m.tiro().uno(presenti),
                    "tipo", tipi.get(m.tiro().accade(0.03) ? 3 : m.tiro().tra(0, 2)),
                    "testo", "Contributo dell'ente ai lavori del tavolo."));
          }
          return completa(
              "presenti",
              presenti,
              "verbale",
              "Si discute dei bisogni dell'area e delle proposte dei presenti.",
              "contributi",
              contributi);
        });
    su(
        "UserTask_ApprovareVerbale",
        m -> {
          var osservazioni = m.righe("osservazioni");
          osservazioni.forEach(
              r -> {
                r.put("accolta", "SI");
                r.put("motivo", "Si integra il verbale come richiesto.");
              });
          return osservazioni.isEmpty() ? completa() : completa("osservazioni", osservazioni);
        });
    su(
        "UserTask_RedigereSintesi",
        m ->
            completa(
                "bisogni", "Assistenza a domicilio, solitudine, spazi per i giovani.",
                "proposte", "Rete unica di trasporto sociale e sportelli diffusi.",
                "risorse", "Volontari, sedi e automezzi degli enti."));
  }

  private void documento() {
    su("UserTask_RedigereAnalisi", m -> scritto(m, persone::scriviAnalisi));
    su("UserTask_DefinireObiettivi", m -> scritto(m, persone::scriviObiettivi));
    su("UserTask_RedigereValutazione", m -> scritto(m, persone::scriviValutazione));
    su(
        "UserTask_RecepireOsservazione",
        m -> completa("esito", "ACCOLTA", "risposta", "Il documento ne tiene ora conto."));
    su(
        "UserTask_EsaminareBozza",
        m ->
            m.accade("bozzaRinviata")
                ? completa("parere", "RINVIO", "note", "Precisare le risorse per i Comuni piccoli.")
                : completa("parere", "FAVOREVOLE"));
    su(
        "UserTask_RegistrareAudizioneOoss",
        m ->
            m.accade("audizioneRinviata")
                ? completa(
                    "data",
                    m.oggi().toString(),
                    "organizzazioni",
                    "Organizzazioni sindacali confederali",
                    "osservazioni",
                    List.of(Map.of("testo", "Chiarire i criteri di accesso.")),
                    "seguito",
                    "RINVIO")
                : completa(
                    "data", m.oggi().toString(),
                    "organizzazioni", "Organizzazioni sindacali confederali",
                    "seguito", "PROSEGUE"));
    su(
        "UserTask_EsprimereIntesa",
        m ->
            m.accade("intesaNegata")
                ? completa(
                    "intesa", "NEGATA", "note", "Va precisata l'integrazione sociosanitaria.")
                : completa("intesa", "FAVOREVOLE"));
  }

  /** Who writes a part of the document, on its page. */
  @FunctionalInterface
  private interface Scrittura {
    void scrivi(long documentoId, int anno, String chi, Sorte.Tiro tiro, int quanti, int candidati);
  }

  private Mossa scritto(Momento m, Scrittura scrittura) {
    scrittura.scrivi(
        m.numero("documentoId"),
        m.partita().parametri().scenario().fine().getYear() - 2,
        "ufficio di piano " + m.ambito(),
        m.tiro(),
        m.quanti("obiettivi"),
        m.quanti("candidati"));
    return completa();
  }

  private void assemblea() {
    su(
        "UserTask_ConvocareAssemblea",
        m -> {
          var primo = primoGiorno(m);
          return completa(
              "prima",
              allaSera(primo),
              "seconda",
              allaSera(Termini.primoNonFestivo(primo.plusDays(1))),
              "luogo",
              "Sede dell'Ente capofila");
        });
    su(
        "UserTask_ConvocareSecondaConvocazione",
        m -> completa("seconda", allaSera(primoGiorno(m)), "luogo", "Sede dell'Ente capofila"));
    su(APPELLO, this::seduta);
    su(
        "UserTask_RegistrareDelibera",
        m -> completa("numero", m.atto(), "data", m.oggi().toString()));
  }

  private LocalDate primoGiorno(Momento m) {
    return Termini.primoNonFestivo(
        assemblea.primoGiornoUtile(m.pianoId()).plusDays(m.tiro().tra(0, 6)));
  }

  private static String allaSera(LocalDate giorno) {
    return NEL_MODULO.format(giorno.atTime(18, 0).atZone(Termini.ROMA));
  }

  /** The president keeps the register on its page, then closes it in the task. */
  private Mossa seduta(Momento m) {
    long seduta = m.numero("sedutaId");
    var chi = "presidente " + m.ambito();
    double presenza =
        m.accade("sedutaDeserta") ? 0.2 : m.partita().profilo().probabilita("presenzaInAssemblea");
    var presenti =
        sedute.quadro(seduta).componenti().stream()
            .map(Componente::codiceIstat)
            .filter(c -> m.tiro().accade(presenza))
            .toList();
    if (!presenti.isEmpty()) {
      sedute.registra(seduta, Movimento.Tipo.ENTRATA, presenti, null, chi);
      for (var punto : Punto.values()) {
        var quadro = sedute.quadro(seduta);
        if (quadro.quorum().raggiunto() && quadro.prossimo().filter(punto::equals).isPresent()) {
          boolean respinto = m.accade("pianoRespinto");
          var voti = new HashMap<String, Voto>();
          quadro.presenti().stream()
              .sorted()
              .forEach(
                  c ->
                      voti.put(
                          c,
                          respinto || m.accade("votoContrario")
                              ? Voto.CONTRARIO
                              : Voto.FAVOREVOLE));
          sedute.vota(seduta, punto, null, voti, chi);
        }
      }
    }
    return completa("presidente", Persone.nome(m.tiro()), "segretario", Persone.nome(m.tiro()));
  }

  private void accordo() {
    su(
        "UserTask_ComporreTesto",
        m -> {
          adesioni(m);
          var parti = new LinkedHashMap<String, Object>();
          for (var parte :
              List.of(
                  "finalita",
                  "enteCapofila",
                  "ufficioDiPiano",
                  "sottoscrittori",
                  "terzoSettore",
                  "verifica",
                  "durata",
                  "integrazione")) {
            var proposta = m.testo(parte);
            if (proposta == null || proposta.length() < 20) {
              parti.put(parte, "Come stabilito dal Piano di Zona approvato dall'Assemblea.");
            }
          }
          return new Mossa.Completa(parti);
        });
    su(
        FIRMARE,
        m ->
            m.accade("firmaRifiutata")
                ? completa(
                    "esito",
                    "RIFIUTATA",
                    "persona",
                    Persone.nome(m.tiro()),
                    "motivo",
                    "Il Consiglio comunale non condivide il riparto delle risorse.",
                    "data",
                    m.oggi().toString())
                : completa(
                    "persona", Persone.nome(m.tiro()),
                    "atto", "deliberazione " + m.atto(),
                    "dataAtto", m.oggi().minusDays(m.tiro().tra(0, 10)).toString(),
                    "motivoSenzaProva", "Firma autografa depositata presso l'Ente capofila.",
                    "data", m.oggi().toString()));
    su(
        "UserTask_AdottareAttoApprovazione",
        m -> completa("atto", "decreto " + m.atto(), "data", m.oggi().toString()));
    su(
        "UserTask_TrasmettereAllaRegione",
        m -> completa("data", m.oggi().toString(), "protocollo", "A " + m.atto()));
    su(
        "UserTask_RegistrareRicevuta",
        m -> completa("data", m.oggi().toString(), "protocollo", "R " + m.atto()));
    su(
        "UserTask_EsaminareAdesione",
        m ->
            m.accade("adesioneRespinta")
                ? completa("esito", "RESPINTA", "motivi", "Le risorse indicate non sono definite.")
                : completa("esito", "ACCOLTA"));
  }

  /** Bodies that sat at the tavoli ask to adhere while the Accordo is being signed. */
  private void adesioni(Momento m) {
    for (Domanda domanda : domande.ammessiDelPiano(m.pianoId())) {
      var tiro = m.partita().sorte().di("adesione", m.ambito(), domanda.dati().codiceFiscale());
      if (tiro.accade(m.partita().profilo().probabilita("adesione"))) {
        agenda.prometti(
            Ritmo.dopoGiorni(adesso(), tiro.tra(3, 20), tiro),
            () -> {
              if (adesioni.impedimento(domanda).isEmpty()) {
                adesioni.richiedi(
                    domanda.token(),
                    new RichiestaAdesione(
                        domanda.dati().rappresentanteLegale(),
                        "legale rappresentante",
                        "Concorso agli obiettivi del Piano",
                        domanda.dati().risorseOfferte()));
              }
            });
      }
    }
  }

  private void premialita() {
    su(
        "UserTask_CompilareSchedaProgetto",
        m -> {
          var schema = m.testo("schemaPremialita");
          var dati = new HashMap<String, Object>();
          dati.put("descrizione", "Équipe mobile di assistenza per i Comuni più piccoli.");
          dati.put("continuita", "NUOVO");
          dati.put("budget", m.tiro().tra(20, 120) * 1000);
          if (schema.equals("2018-2020")) {
            dati.put("obiettivoStrategico", m.tiro().uno(List.of("OS1", "OS2", "OS3")));
          } else {
            dati.put("macroarea", m.tiro().uno(List.of("A", "B", "C", "D", "E", "F")));
            dati.put(
                "requisiti",
                List.of(
                    "COPROGETTATO_CON_ASST",
                    "COPROGETTATO_CON_ATTORI",
                    "COORDINAMENTO_ATS",
                    "INNOVATIVO",
                    "TRASVERSALE",
                    "VALUTAZIONE_EX_POST"));
            var partner = progetti.possibiliPartner(m.ambito());
            if (!partner.isEmpty()) {
              dati.put("partner", List.of(m.tiro().uno(partner).codice()));
            } else if (schema.equals("2021-2023")) {
              dati.put("eccezioni", List.of("AMBITO_COINCIDENTE_CON_DISTRETTO"));
            }
          }
          return new Mossa.Completa(dati);
        });
    su(
        "UserTask_ValutareProgetto",
        m -> {
          var segnalati = m.testo("motiviSegnalati");
          boolean negativo =
              m.accade("progettoNegativo") || (segnalati != null && !segnalati.isBlank());
          var dati = punteggi(m.testo("schemaPremialita"), negativo);
          dati.put("esito", negativo ? "NEGATIVO" : "POSITIVO");
          dati.put(
              "giudizio",
              negativo
                  ? "Obiettivo poco definito e non misurabile."
                  : "Progetto solido e integrato.");
          return new Mossa.Completa(dati);
        });
    su(
        "UserTask_LiquidarePrimoLivello",
        m ->
            pagamenti.motiviDiBlocco(m.ambito()).isEmpty()
                ? completa("numeroDecreto", m.atto(), "dataDecreto", m.oggi().toString())
                : new Mossa.Rimanda(10));
    su(
        "UserTask_DisporreRecupero",
        m -> completa("numeroDecreto", m.atto(), "dataDecreto", m.oggi().toString()));
    // they close by themselves when the flows arrive
    su("UserTask_SanareDebitiPrimoLivello", m -> new Mossa.Lascia());
    su("UserTask_SanareDebitiAcconto", m -> new Mossa.Lascia());
    su("UserTask_SanareDebitiSaldo", m -> new Mossa.Lascia());
    su("UserTask_LiquidareAcconto", m -> liquida(m, true));
    su("UserTask_LiquidareSaldo", m -> liquida(m, false));
    su(
        RENDICONTARE,
        m ->
            completa(
                "dataRelazione",
                m.oggi().toString(),
                "spesaSostenuta",
                m.tiro().tra(20, 120) * 1000,
                "risultati",
                "Persone seguite in tutti i Comuni previsti dal progetto."));
    su(
        "UserTask_ValutareEsitoFinale",
        m ->
            m.accade("esitoFinaleNegativo")
                ? completa("esito", "NEGATIVO", "giudizio", "Obiettivo raggiunto solo in parte.")
                : completa("esito", "POSITIVO", "giudizio", "Obiettivo raggiunto."));
  }

  /** Nearly all the points of each criterion of the triennio, or too few. */
  private static Map<String, Object> punteggi(String schema, boolean negativo) {
    Map<String, Integer> massimi =
        switch (schema) {
          case "2018-2020" ->
              Map.of(
                  "puntiCoProgettazione", 20,
                  "puntiBisogno", 15,
                  "puntiObiettivi", 15,
                  "puntiInnovazione", 20);
          case "2021-2023" ->
              Map.of(
                  "puntiCoProgettazione", 20,
                  "puntiBisogno", 15,
                  "puntiRicadute", 20,
                  "puntiInnovazione", 20,
                  "puntiTrasversalita", 15,
                  "puntiValutazioneExPost", 10);
          default -> Map.of();
        };
    var punteggi = new HashMap<String, Object>();
    massimi.forEach((campo, massimo) -> punteggi.put(campo, negativo ? 3 : massimo - 1));
    return punteggi;
  }

  private void attuazione() {
    su(
        "UserTask_CompilareMonitoraggio",
        m -> {
          persone.scriviMonitoraggio(
              m.numero("monitoraggioId"), "ufficio di piano " + m.ambito(), m.tiro());
          return completa("premessa", "I servizi previsti per l'anno sono avviati.");
        });
  }

  /** The Region does not try to pay while something stands in the way. */
  private Mossa liquida(Momento m, boolean acconto) {
    var progetto = premialita.progetto(m.numero("progettoId"));
    boolean senzaImporti =
        acconto && progetto.cercaDeterminazione().map(d -> d.daCompletare()).orElse(true);
    if (senzaImporti || !pagamenti.motiviDiBlocco(m.ambito()).isEmpty()) {
      return new Mossa.Rimanda(10);
    }
    return completa("numeroDecreto", m.atto(), "dataDecreto", m.oggi().toString());
  }

  private void flussi() {
    su(
        INVIARE_FLUSSO,
        m -> {
          long id = m.numero("debitoId");
          var debito = debiti.debito(id);
          var comuni = anagrafica.comuniDi(m.ambito(), m.oggi());
          debiti.carica(
              id,
              debito.flusso().toLowerCase(java.util.Locale.ROOT) + ".csv",
              persone.tracciato(debiti.flusso(debito), comuni, m.tiro()),
              "ufficio di piano " + m.ambito());
          return completa("protocollo", "F " + m.atto());
        });
    su(
        "UserTask_ValidareFlusso",
        m ->
            m.accade("flussoRespinto")
                ? completa(
                    "esito", "RESPINTO", "motivi", "Gli importi non quadrano con il consuntivo.")
                : completa("esito", "VALIDO"));
  }

  /** When somebody will do a task that has just opened. */
  Instant quando(Incarico incarico, Partita partita) {
    var tiro = partita.sorte().di("quando", incarico.ambito(), incarico.chiave(), incarico.volta());
    var aperto = incarico.aperto();
    return switch (incarico.chiave()) {
      case FIRMARE -> firma(incarico, partita, tiro);
      case APPELLO -> aperto.plusSeconds(2 * 3600L + tiro.tra(0, 3600));
      case INVIARE_FLUSSO -> flusso(incarico, partita, tiro);
      case RENDICONTARE ->
          tiro.accade(partita.profilo().probabilita("rendicontazioneInRitardo"))
              ? dopo(aperto, incarico.termine().plusSeconds(tiro.tra(1, 90) * 86_400L), tiro)
              : dopo(aperto, incarico.termine().minusSeconds(tiro.tra(1, 60) * 86_400L), tiro);
      default -> {
        double giorni = partita.profilo().giorni(incarico.chiave(), tiro);
        boolean rallentato = RALLENTATI.contains(incarico.chiave()) && incarico.ambito() != null;
        yield Ritmo.dopoGiorni(
            aperto,
            rallentato ? giorni * partita.ritmo().lentezza(incarico.ambito()) : giorni,
            tiro);
      }
    };
  }

  /** What a late Ambito does later than the others. */
  static final Set<String> RALLENTATI =
      Set.of(
          "UserTask_NominareRup",
          "UserTask_RedigereAvviso",
          "UserTask_RedigereSintesi",
          "UserTask_RedigereRelazioneConclusiva",
          "UserTask_RedigereAnalisi",
          "UserTask_DefinireObiettivi",
          "UserTask_RedigereValutazione",
          "UserTask_EsaminareBozza",
          "UserTask_ConvocareAssemblea",
          "UserTask_ComporreTesto");

  /** The first body to be asked signs last; the others are spread over the time before. */
  private static Instant firma(Incarico incarico, Partita partita, Sorte.Tiro tiro) {
    var aperto = incarico.aperto();
    var ultima = Ritmo.inUfficio(partita.ritmo().ultimaFirma(incarico.ambito()), tiro);
    if (ultima.isBefore(aperto.plusSeconds(5 * 86_400L))) {
      return Ritmo.dopoGiorni(aperto, tiro.triangolare(1, 4, 20), tiro);
    }
    double quota = incarico.volta() == 0 ? 1 : tiro.quota();
    return dopo(
        aperto,
        aperto.plusSeconds(Math.round((ultima.getEpochSecond() - aperto.getEpochSecond()) * quota)),
        tiro);
  }

  private static Instant flusso(Incarico incarico, Partita partita, Sorte.Tiro tiro) {
    var flussi = partita.profilo().flussi();
    var termine = incarico.termine();
    double giorni =
        tiro.accade(flussi.inTempo())
            ? -tiro.triangolare(0, 2, 20)
            : 1 + tiro.esponenziale(flussi.ritardoMedio());
    return dopo(incarico.aperto(), termine.plusSeconds(Math.round(giorni * 86_400)), tiro);
  }

  /** In office hours of a day, never before the task opened. */
  private static Instant dopo(Instant aperto, Instant quando, Sorte.Tiro tiro) {
    var giorno = ZonedDateTime.ofInstant(quando, Termini.ROMA).toLocalDate();
    var candidato = Ritmo.inUfficio(giorno, tiro);
    return candidato.isAfter(aperto) ? candidato : Ritmo.dopoGiorni(aperto, 1, tiro);
  }

  private static Instant adesso() {
    return org.camunda.bpm.engine.impl.util.ClockUtil.now().toInstant();
  }
}
