package it.pianodizona.anagrafica;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Fills an empty Anagrafica before anything can read it; a wrong file stops the start of the
 * application.
 */
class PrimoAvvioAnagrafica implements InitializingBean {

  static final String NOME = "primoAvvioAnagrafica";

  private static final Logger LOG = LoggerFactory.getLogger(PrimoAvvioAnagrafica.class);

  private final ImportazioneAnagrafica importazione;
  private final AnagraficaProperties proprieta;

  PrimoAvvioAnagrafica(ImportazioneAnagrafica importazione, AnagraficaProperties proprieta) {
    this.importazione = importazione;
    this.proprieta = proprieta;
  }

  @Override
  public void afterPropertiesSet() {
    importazione
        .importaSeVuota(proprieta.cartella(), proprieta.appartenenzeValideDal())
        .ifPresent(
            esito ->
                LOG.info(
                    "Anagrafica importata: {} ATS, {} ASST, {} Ambiti, {} Comuni,"
                        + " {} appartenenze dal {}",
                    esito.ats(),
                    esito.asst(),
                    esito.ambiti(),
                    esito.comuni(),
                    esito.appartenenze(),
                    proprieta.appartenenzeValideDal()));
  }
}
