package it.pianodizona.portale;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:portale;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE")
class PortaleHttpH2Test extends PortaleHttpContratto {}
