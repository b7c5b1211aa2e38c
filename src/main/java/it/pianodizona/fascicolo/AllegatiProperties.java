package it.pianodizona.fascicolo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be uploaded.
 *
 * @param dimensioneMassima of one file
 */
@ConfigurationProperties("pianodizona.allegati")
public record AllegatiProperties(@DefaultValue("10MB") DataSize dimensioneMassima) {}
