package org.tillwright.register.server;

import java.util.function.Supplier;
import org.tillwright.wire.device.DeviceReport;

/** Tells the server how the register's devices are doing. */
public final class DeviceCalls {

    private final Supplier<HttpServer> server;

    /** @param server the one that the settings name at the moment */
    public DeviceCalls(Supplier<HttpServer> server) {
        this.server = server;
    }

    /** Tells it once; waits for the answer, so never on the event thread. */
    public Reply<Boolean> tell(String workstationId, DeviceReport report) {
        return server.get()
                .call("PUT", "/device-reports/" + workstationId, null, report, HttpServer.PATIENCE, answer -> true);
    }
}
