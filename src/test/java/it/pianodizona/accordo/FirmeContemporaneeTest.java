package it.pianodizona.accordo;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@DirtiesContext
@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:firme;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE")
class FirmeContemporaneeTest extends FirmeContemporaneeContratto {}
