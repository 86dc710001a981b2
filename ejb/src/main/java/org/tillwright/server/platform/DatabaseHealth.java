package org.tillwright.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers a question that needs our tables; answers at once, by the newest look of the watch. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    @Inject
    DatabaseState database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(!database.isAway()).build();
    }
}
