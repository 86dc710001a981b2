package org.tillwright.register.device.serial;

import java.io.IOException;

/** A device that listens on the network. */
public record TcpAddress(String host, int port) implements LineAddress {

    @Override
    public SerialLine open() throws IOException {
        return TcpLine.connect(this);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
