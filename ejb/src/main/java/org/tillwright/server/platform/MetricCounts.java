package org.tillwright.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Counts for MicroProfile Metrics. */
@ApplicationScoped
public class MetricCounts implements Counts {

    @Inject
    MetricRegistry metrics;

    @Override
    public void add(Event event) {
        metrics.counter(event.metric()).inc();
    }
}
