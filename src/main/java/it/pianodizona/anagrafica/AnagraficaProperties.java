package it.pianodizona.anagrafica;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * How the Anagrafica is filled at the first start.
 *
 * @param cartella folder with the CSV files, ending with a slash; by default those of Lombardy
 *     shipped with the application
 * @param appartenenzeValideDal first day of the imported memberships. An assumption: the source
 *     lists the Comuni of each Ambito without saying since when, and 1 January 2018 opens the first
 *     triennio with 91 Ambiti
 */
@ConfigurationProperties("pianodizona.anagrafica")
public record AnagraficaProperties(
    @DefaultValue("classpath:/anagrafica/") Resource cartella,
    @DefaultValue("2018-01-01") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate appartenenzeValideDal) {}
