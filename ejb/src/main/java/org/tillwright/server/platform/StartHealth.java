package org.tillwright.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started when the application is: its migration is done, and the watch has looked at the database for the first time. */
@Startup
@ApplicationScoped
public class StartHealth implements HealthCheck {

    @Inject
    DatabaseState database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start")
                .status(database.hasBeenAsked())
                .build();
    }
}
