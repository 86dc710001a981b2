package org.tillwright.server.devices;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.tillwright.server.platform.LookUpLimit;

/** How often one register may tell of its devices: more than a lively counter does, less than a broken one would. */
@ApplicationScoped
public class ReportLimit extends LookUpLimit {

    static final int MOST = 60;

    static final Duration SPAN = Duration.ofMinutes(10);

    public ReportLimit() {
        super(MOST, SPAN);
    }
}
