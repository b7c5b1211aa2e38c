package it.pianodizona.monitoraggio.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** The document that describes the interface for programs, at {@code /api/v1/openapi}. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Piano di Zona",
            version = "1",
            description =
                "Dati dei Piani di Zona per i programmi degli uffici. Ognuno riceve le righe degli"
                    + " Ambiti di cui fa parte.",
            license =
                @License(
                    name = "EUPL-1.2",
                    identifier = "EUPL-1.2",
                    url = "https://eupl.eu/1.2/it/")),
    security = @SecurityRequirement(name = "password"))
@SecurityScheme(
    name = "password",
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description = "Utente e password dei Compiti; nel browser vale anche l'accesso già fatto")
class ApiConfiguration {}
