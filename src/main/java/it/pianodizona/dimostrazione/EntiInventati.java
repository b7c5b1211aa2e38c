package it.pianodizona.dimostrazione;

import it.pianodizona.coprogrammazione.Area;
import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.DatiDomanda;
import java.time.LocalDate;
import java.util.List;

/** Applicants that do not exist, for the demonstration. */
public final class EntiInventati {

  private EntiInventati() {}

  /** One domanda each, for areas of the given notice. */
  public static List<DatiDomanda> domande(List<Area> aree) {
    var codici = aree.stream().map(Area::codice).toList();
    var prima = codici.subList(0, 1);
    var ultima = codici.subList(codici.size() - 1, codici.size());
    return List.of(
        ente(
            "Cooperativa sociale L'Abete Bianco",
            "cooperativa sociale",
            "03456700164",
            "via dei Larici 4, Clusone",
            "abete",
            "Giulia Morandini",
            "104512",
            "Imprese sociali",
            codici,
            "Rete di assistenza domiciliare in otto Comuni, due sedi attrezzate"),
        ente(
            "Valle Insieme ODV",
            "organizzazione di volontariato",
            "90012300167",
            "piazza del Mercato 2, Rovetta",
            "valleinsieme",
            "Pietro Zanardi",
            "88231",
            "Organizzazioni di volontariato",
            prima,
            "Trasporto sociale con quaranta volontari"),
        ente(
            "Fondazione Casa del Sole",
            "fondazione",
            "90045600161",
            "via Roma 18, Ponte Nossa",
            "casadelsole",
            "Elena Brivio",
            "120044",
            "Enti filantropici",
            codici.subList(0, Math.min(2, codici.size())),
            "Centro per le famiglie, fondo per interventi urgenti"),
        ente(
            "Unione Lavoratori della Valle",
            "organizzazione sindacale",
            "95078900164",
            "via delle Filande 9, Clusone",
            "unionelavoratori",
            "Sandro Colleoni",
            null,
            null,
            ultima,
            "Sportello lavoro e patronato"));
  }

  private static DatiDomanda ente(
      String denominazione,
      String formaGiuridica,
      String codiceFiscale,
      String sede,
      String dominio,
      String legaleRappresentante,
      String runts,
      String sezione,
      List<String> aree,
      String risorse) {
    return new DatiDomanda(
        denominazione,
        formaGiuridica,
        codiceFiscale,
        sede,
        "pec@" + dominio + ".example",
        "segreteria@" + dominio + ".example",
        legaleRappresentante,
        runts == null ? CategoriaPartecipante.SINDACATO : CategoriaPartecipante.ETS,
        runts,
        sezione,
        runts == null ? null : LocalDate.of(2022, 11, 7),
        aree,
        legaleRappresentante,
        "referente@" + dominio + ".example",
        null,
        null,
        null,
        risorse,
        true,
        true,
        true,
        true);
  }
}
