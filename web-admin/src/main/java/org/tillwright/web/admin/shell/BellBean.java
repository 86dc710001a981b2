package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tillwright.server.devices.DeviceService;

/** What every page tells at its head: alerts about devices of the store that is looked at. */
@Named("bell")
@RequestScoped
public class BellBean {

    private static final long UNKNOWN = -1;

    @Inject
    DeviceService devices;

    @Inject
    Console console;

    private long count = UNKNOWN;

    /** How many alerts are not over; zero for nobody signed in and where there is no store. */
    public long getCount() {
        if (count == UNKNOWN) {
            boolean mayAsk = console.isSignedIn() && !console.getStoreId().isEmpty();
            count = mayAsk ? devices.countAlerts(console.getStoreId()) : 0;
        }
        return count;
    }
}
