package org.tillwright.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where time, randomness and settings come from; a test hands in its own. */
@ApplicationScoped
public class Producers {

    private final SecureRandom random = new SecureRandom();

    @Produces
    @Dependent
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Dependent
    SecureRandom random() {
        return random;
    }

    @Produces
    @Dependent
    ServerSettings settings() {
        Config config = ConfigProvider.getConfig();
        return ServerSettings.read(
                key -> config.getOptionalValue(key, String.class).orElse(null));
    }
}
