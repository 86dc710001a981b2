package org.tillwright.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Started when the application is: the container makes the beans of its start first, among them the one that migrates, and
 * gives up on the application when one fails.
 */
@Startup
@ApplicationScoped
public class StartHealth implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.up("start");
    }
}
