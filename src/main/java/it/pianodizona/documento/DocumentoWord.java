package it.pianodizona.documento;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * The document as DOCX: real heading styles, lists, tables whose first row repeats, page numbers,
 * and a table of contents that the word processor fills when it opens the file.
 */
final class DocumentoWord {

  private static final String TITOLO = "Title";
  private static final int LARGHEZZA = 9640;
  private static final int PRIMA_COLONNA = 3100;

  private final Contenuto contenuto;
  private final XWPFDocument word = new XWPFDocument();
  private BigInteger elenco;

  DocumentoWord(Contenuto contenuto) {
    this.contenuto = contenuto;
  }

  byte[] scrivi() {
    try (word;
        var uscita = new ByteArrayOutputStream()) {
      proprieta();
      stili();
      pagina();
      paragrafo(contenuto.titolo(), TITOLO);
      paragrafo(contenuto.ambito(), null);
      if (!contenuto.ente().equals(contenuto.ambito())) {
        paragrafo("Ente capofila: " + contenuto.ente(), null);
      }
      paragrafo(contenuto.sottotitolo(), null);
      indice();
      for (var parte : Parte.values()) {
        parte(parte);
      }
      pareri();
      osservazioni();
      deroghe();
      word.enforceUpdateFields();
      word.write(uscita);
      return uscita.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void proprieta() {
    var proprieta = word.getProperties().getCoreProperties();
    proprieta.setTitle(contenuto.titolo());
    proprieta.setCreator(contenuto.ente());
    proprieta.setDescription(contenuto.sottotitolo());
    var alla = Optional.of(Date.from(contenuto.alla().toInstant()));
    proprieta.setCreated(alla);
    proprieta.setModified(alla);
  }

  private void parte(Parte parte) {
    var titolo = paragrafo(parte.etichetta(), titolo(1));
    titolo.setPageBreak(true);
    for (var blocco : contenuto.testo(parte)) {
      switch (blocco.genere()) {
        case TITOLO -> paragrafo(blocco.testo(), titolo(2));
        case ELENCO -> blocco.righe().forEach(this::voce);
        case PARAGRAFO -> paragrafo(blocco.testo(), null);
      }
    }
    switch (parte) {
      case ESITI -> contenuto.esiti().forEach(numerato -> esito(numerato.esito()));
      case OBIETTIVI -> {
        contenuto.obiettivi().forEach(this::obiettivo);
        risorse();
      }
      default -> {
        // the text is all
      }
    }
  }

  private void esito(EsitoPrecedente esito) {
    paragrafo(esito.obiettivo(), titolo(2));
    tabella(
        List.of("Dimensione", "Output"),
        List.of(
            List.of(
                "Grado di raggiungimento dell'obiettivo rispetto alla programmazione",
                esito.grado() + "%"),
            List.of(
                "Valutazione da parte degli utenti",
                oPure(esito.valutazioneUtenti(), "non pertinente")),
            List.of(
                "Coincidenza tra risorse stanziate e risorse impegnate o liquidate",
                esito.risorse() + "%"),
            List.of(
                "Criticità rilevate e piano di miglioramento", oPure(esito.criticita(), "nessuna")),
            List.of(
                "Ha risposto al bisogno producendo un cambiamento positivo?",
                contenuto.siNo(esito.cambiamento(), esito.motivoCambiamento())),
            List.of(
                "Era in continuità con la programmazione precedente?",
                contenuto.siNo(esito.continuita(), null)),
            List.of(
                "Verrà riproposto nella prossima programmazione?",
                contenuto.siNo(esito.riproposto(), esito.motivoRiproposto()))));
  }

  private void obiettivo(Obiettivo obiettivo) {
    var s = obiettivo.scheda();
    paragrafo("Obiettivo " + obiettivo.etichetta(), titolo(2));
    var risorse =
        s.risorseEconomiche()
            + obiettivo.fondi().stream()
                .map(
                    f ->
                        "; fondo condiviso «%s», %s in tutto"
                            .formatted(f.denominazione(), f.importo()))
                .collect(Collectors.joining());
    tabella(
        List.of("Voce", "Contenuto"),
        List.of(
            List.of("Macroarea", s.macroarea().etichetta()),
            List.of("Descrizione obiettivo", s.descrizione()),
            List.of("Target", s.target()),
            List.of("Risorse economiche preventivate", risorse),
            List.of("Risorse di personale dedicate", s.personale()),
            List.of(
                "È trasversale e integrato con altre aree di policy?",
                contenuto.siNo(s.trasversale(), s.areeTrasversali())),
            List.of(
                "Presenta aspetti di integrazione sociosanitaria?",
                contenuto.siNo(s.integrazioneSociosanitaria(), null)),
            List.of(
                "È in continuità con la programmazione precedente?",
                contenuto.siNo(s.continuita(), null)),
            List.of(
                "È co-progettato con altri attori della rete?",
                contenuto.siNo(s.coProgettato(), s.coProgettatoCon())),
            List.of("A quali bisogni risponde?", s.bisogni()),
            List.of("Modalità organizzative, operative e di erogazione", s.modalita()),
            List.of("Quali risultati vuole raggiungere?", s.risultati()),
            List.of("Quale impatto avrà?", s.impatto()),
            List.of("Candidato alla premialità", contenuto.siNo(s.candidatoPremialita(), null))));
    if (!obiettivo.indicatori().isEmpty()) {
      tabella(
          List.of("Indicatore", "Tipo", "Valore atteso"),
          obiettivo.indicatori().stream()
              .map(i -> List.of(i.descrizione(), i.tipo().nome(), i.traguardo()))
              .toList());
    }
  }

  private void risorse() {
    if (contenuto.obiettivi().isEmpty()) {
      return;
    }
    paragrafo("Quadro delle risorse", titolo(2));
    paragrafo("Un fondo condiviso da più obiettivi è contato una volta sola.", null);
    var risorse = contenuto.risorse();
    var righe =
        risorse.perMacroarea().entrySet().stream()
            .map(voce -> List.of(voce.getKey().etichetta(), voce.getValue().toString()))
            .collect(Collectors.toList());
    risorse
        .fondi()
        .forEach(
            fondo ->
                righe.add(
                    List.of(
                        "Fondo condiviso: " + fondo.denominazione(), fondo.importo().toString())));
    righe.add(List.of("Totale", risorse.totale().toString()));
    tabella(List.of("Voce", "Importo"), righe);
  }

  private void pareri() {
    if (contenuto.pareri().isEmpty()) {
      return;
    }
    paragrafo("Pareri, audizioni e intese", titolo(1));
    tabella(
        List.of("Chi", "Quando", "Esito", "Note"),
        contenuto.pareri().stream()
            .map(
                p ->
                    List.of(
                        p.chi(),
                        GIORNO.format(p.giorno()),
                        p.esito().descrizione(),
                        oPure(p.testo(), "–")))
            .toList());
  }

  private void osservazioni() {
    if (contenuto.osservazioni().isEmpty()) {
      return;
    }
    paragrafo("Osservazioni e risposte", titolo(1));
    tabella(
        List.of("Chi e su che cosa", "Osservazione", "Esito", "Risposta"),
        contenuto.osservazioni().stream()
            .map(
                o ->
                    List.of(
                        o.chi() + ". " + o.argomento(),
                        o.testo(),
                        o.esito(),
                        oPure(o.risposta(), "–")))
            .toList());
  }

  private void deroghe() {
    if (contenuto.deroghe().isEmpty()) {
      return;
    }
    paragrafo("Parti consegnate con motivazione", titolo(1));
    for (var deroga : contenuto.deroghe()) {
      paragrafo(deroga.mancanze(), null);
      paragrafo("Motivo: " + deroga.motivo(), null);
    }
  }

  private static String oPure(String testo, String altrimenti) {
    return testo == null ? altrimenti : testo;
  }

  private XWPFParagraph paragrafo(String testo, String stile) {
    var paragrafo = word.createParagraph();
    if (stile != null) {
      paragrafo.setStyle(stile);
    }
    righe(paragrafo, testo);
    return paragrafo;
  }

  private static void righe(XWPFParagraph paragrafo, String testo) {
    var corsa = paragrafo.createRun();
    var righe = testo.split("\n", -1);
    for (int i = 0; i < righe.length; i++) {
      if (i > 0) {
        corsa.addBreak();
      }
      corsa.setText(righe[i]);
    }
  }

  private void voce(String testo) {
    if (elenco == null) {
      var astratto = CTAbstractNum.Factory.newInstance();
      astratto.setAbstractNumId(BigInteger.ZERO);
      var livello = astratto.addNewLvl();
      livello.setIlvl(BigInteger.ZERO);
      livello.addNewNumFmt().setVal(STNumberFormat.BULLET);
      livello.addNewLvlText().setVal("•");
      var rientro = livello.addNewPPr().addNewInd();
      rientro.setLeft(BigInteger.valueOf(500));
      rientro.setHanging(BigInteger.valueOf(250));
      var numerazione = word.createNumbering();
      elenco = numerazione.addNum(numerazione.addAbstractNum(new XWPFAbstractNum(astratto)));
    }
    var paragrafo = paragrafo(testo, null);
    paragrafo.setNumID(elenco);
  }

  private void tabella(List<String> titoli, List<List<String>> righe) {
    XWPFTable tabella = word.createTable(righe.size() + 1, titoli.size());
    tabella.setWidth(LARGHEZZA);
    tabella.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    var intestazione = tabella.getRow(0);
    intestazione.setRepeatHeader(true);
    for (int c = 0; c < titoli.size(); c++) {
      cella(intestazione.getCell(c), titoli.get(c), true, larghezza(c, titoli.size()));
    }
    for (int r = 0; r < righe.size(); r++) {
      var riga = tabella.getRow(r + 1);
      for (int c = 0; c < titoli.size(); c++) {
        var grassetto = c == 0 && titoli.size() == 2;
        cella(riga.getCell(c), righe.get(r).get(c), grassetto, larghezza(c, titoli.size()));
      }
    }
    word.createParagraph();
  }

  private static int larghezza(int colonna, int colonne) {
    if (colonne != 2) {
      return LARGHEZZA / colonne;
    }
    return colonna == 0 ? PRIMA_COLONNA : LARGHEZZA - PRIMA_COLONNA;
  }

  private static void cella(XWPFTableCell cella, String testo, boolean grassetto, int larghezza) {
    var paragrafo = cella.getParagraphs().get(0);
    righe(paragrafo, testo);
    paragrafo.getRuns().forEach(corsa -> corsa.setBold(grassetto));
    if (grassetto) {
      cella.setColor("EBF2FA");
    }
    var misura = cella.getCTTc().addNewTcPr().addNewTcW();
    misura.setType(STTblWidth.DXA);
    misura.setW(BigInteger.valueOf(larghezza));
  }

  private void indice() {
    paragrafo("Indice", null).getRuns().forEach(corsa -> corsa.setBold(true));
    campo(
        word.createParagraph(),
        "TOC \\o \"1-2\" \\h \\z \\u",
        "Aggiornare il campo per vedere l'indice.");
  }

  private static void campo(XWPFParagraph paragrafo, String istruzione, String provvisorio) {
    paragrafo.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    var testo = paragrafo.createRun().getCTR().addNewInstrText();
    testo.setStringValue(istruzione);
    paragrafo.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    paragrafo.createRun().setText(provvisorio);
    paragrafo.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
  }

  private void pagina() {
    var sezione = word.getDocument().getBody().addNewSectPr();
    var misure = sezione.addNewPgSz();
    misure.setW(BigInteger.valueOf(11906));
    misure.setH(BigInteger.valueOf(16838));
    var margini = sezione.addNewPgMar();
    var distanza = BigInteger.valueOf(1134);
    margini.setTop(distanza);
    margini.setBottom(distanza);
    margini.setLeft(distanza);
    margini.setRight(distanza);
    margini.setHeader(BigInteger.valueOf(567));
    margini.setFooter(BigInteger.valueOf(567));
    margini.setGutter(BigInteger.ZERO);
    var piede = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    piede.createRun().setText(contenuto.ambito() + " – pagina ");
    campo(piede, "PAGE", "1");
  }

  private void stili() {
    var stili = word.createStyles();
    var base = stile("Normal", "Normal", null, 21, false, null);
    base.setDefault(true);
    stili.addStyle(new XWPFStyle(base));
    stili.addStyle(new XWPFStyle(stile(TITOLO, "Title", null, 36, true, "004A99")));
    for (int livello : Arrays.asList(1, 2)) {
      stili.addStyle(
          new XWPFStyle(
              stile(
                  titolo(livello),
                  "heading " + livello,
                  livello,
                  30 - 4 * livello,
                  true,
                  "004A99")));
    }
  }

  private static String titolo(int livello) {
    return "Heading" + livello;
  }

  private static CTStyle stile(
      String id, String nome, Integer livello, int mezziPunti, boolean grassetto, String colore) {
    var stile = CTStyle.Factory.newInstance();
    stile.setType(STStyleType.PARAGRAPH);
    stile.setStyleId(id);
    stile.addNewName().setVal(nome);
    if (!id.equals("Normal")) {
      stile.addNewBasedOn().setVal("Normal");
      stile.addNewNext().setVal("Normal");
      stile.addNewQFormat();
    }
    var paragrafo = stile.addNewPPr();
    if (livello != null) {
      paragrafo.addNewKeepNext();
    }
    var spazio = paragrafo.addNewSpacing();
    spazio.setBefore(BigInteger.valueOf(livello == null ? 0 : 240));
    spazio.setAfter(BigInteger.valueOf(120));
    if (livello != null) {
      paragrafo.addNewOutlineLvl().setVal(BigInteger.valueOf(livello - 1L));
    }
    var carattere = stile.addNewRPr();
    var famiglia = carattere.addNewRFonts();
    famiglia.setAscii("Calibri");
    famiglia.setHAnsi("Calibri");
    if (grassetto) {
      carattere.addNewB();
    }
    if (colore != null) {
      carattere.addNewColor().setVal(colore);
    }
    carattere.addNewSz().setVal(BigInteger.valueOf(mezziPunti));
    carattere.addNewLang().setVal("it-IT");
    return stile;
  }
}
