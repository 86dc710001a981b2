package org.tillwright.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Where the interface for programs lies, and what its description says of it. */
@ApplicationPath("api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tillwright store server",
                        version = "1",
                        description =
                                "What registers and other programs say to a store. Amounts are whole numbers of the"
                                        + " currency's minor unit, quantities thousandths, unit prices millionths, rates parts"
                                        + " per million. Every refusal is application/problem+json.",
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A register signs a JWT by itself (ES256, its enrolled key); a person gets a token by sign-on.")
public class ApiApplication extends Application {

    /** The description is /openapi. Jersey's own one would be there for everybody, and tells its exact version. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
