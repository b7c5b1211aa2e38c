package it.pianodizona;

import it.pianodizona.dimostrazione.AvvisoDiClusone;
import org.junit.jupiter.api.Test;

/**
 * One plan from the regional guidelines to the paid saldo and to the first yearly monitoring, on
 * the real notice of Clusone. The method below is the story; {@link Percorso} says who does each
 * step, and when.
 */
@Copre("AvvioTriennio")
class CicloDelPianoTest extends Percorso {

  CicloDelPianoTest() {
    super(AvvisoDiClusone.TRIENNIO);
  }

  @Test
  void dalleLineeDiIndirizzoAlPrimoMonitoraggio() {
    laRegioneApreIlTriennio();
    lUfficioPubblicaLAvvisoDelDodiciSettembre();
    treEntiEUnSindacatoMandanoLaDomandaEUnoArrivaTardi();
    leDomandeSonoIstruiteEAllaScadenzaEsceLElencoDegliAmmessi();
    iTreTavoliSiIncontranoDueVolteAOttobre();
    laCoProgrammazioneSiChiudeConLaRelazioneMotivata();
    ilDocumentoDiPianoRaccoglieParereAudizioneEIntese();
    lAssembleaDeiSindaciApprovaIlPianoEPoiLoSchema();
    firmanoIVentiquattroComuniLAtsELAsstEdUnSollecitoRaggiungeSoloChiManca();
    lAtsTrasmetteAllaRegioneNeiTermini();
    unEnteDeiTavoliAderisceAllAccordo();
    ilProgettoEValutatoMaSenzaImportiLAccontoERifiutato();
    conGliImportiDellAttoRegionaleLAccontoEPagato();
    dopoLaRelazioneFinaleEPagatoIlSaldo();
    ilCicloEConclusoENonRestaNullaDaFare();
    ilPrimoAnnoDiAttuazioneEMonitoratoEApprovatoDallAssemblea();
  }
}
