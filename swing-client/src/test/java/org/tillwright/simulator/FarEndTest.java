package org.tillwright.simulator;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FarEndTest {

    /** The race is lost once in some hundreds. */
    private static final int ROUNDS = 600;

    @Test
    @Timeout(120)
    void whoeverCallsAfterTheCableWasPulledFindsNobody() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            try (FarEnd end = FarEnd.open("tcp:0", null, bytes -> {})) {
                end.pull();
                assertThatExceptionOfType(ConnectException.class)
                        .as("round %d", round)
                        .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), end.tcpPort()).close());
            }
        }
    }
}
