package org.tillwright.register.device.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.simulator.FiscalSimulator;
import org.tillwright.simulator.PtyPair;
import org.tillwright.wire.fiscal.FiscalKind;
import org.tillwright.wire.fiscal.FiscalMessage;

/** The protocol of signing devices, through driver and line, to a device at the far end and to things that are none. */
@Timeout(120)
class SignerOnALineTest {

    @TempDir
    Path directory;

    private static FiscalRequest request(UUID id, long totalMinor) {
        return new FiscalRequest(
                id,
                "till-01",
                17,
                null,
                FiscalKind.SALE,
                Instant.parse("2026-03-02T11:00:00Z"),
                "EUR",
                totalMinor,
                List.of(new FiscalRequest.Tax(70_000, 121, 8)),
                List.of(new FiscalRequest.Paid("CASH", totalMinor)));
    }

    private static Devices devices(String uri) {
        return Devices.open(DeviceUris.NONE.with(DeviceKind.FISCAL, uri), failure -> {});
    }

    private static FiscalMessage.Signature sign(Devices devices, FiscalRequest request) throws Exception {
        DeviceLane<FiscalDevice> lane = devices.fiscal().orElseThrow();
        try {
            return lane.ask(device -> device.sign(request)).get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    @Test
    void aSerialLineCarriesItAndAPulledCableIsATroubleWithoutASecondNumber() throws Exception {
        try (PtyPair line = PtyPair.open(directory, "fiscal");
                FiscalSimulator signer = FiscalSimulator.open(line.far().toString(), line, null, what -> {});
                Devices devices = devices("signer+serial:" + line.near() + "?baud=38400")) {
            UUID id = UUID.randomUUID();
            FiscalMessage.Signature first = sign(devices, request(id, 129));
            assertThat(first.number()).isEqualTo(1);
            assertThat(sign(devices, request(id, 129))).isEqualTo(first);
            signer.pull();
            assertThatExceptionOfType(DeviceException.class).isThrownBy(() -> sign(devices, request(id, 129)));
            signer.plugIn();
            assertThat(sign(devices, request(id, 129))).isEqualTo(first);
            assertThat(signer.signedCount()).isEqualTo(1);
        }
    }

    @Test
    void somethingElseUnderTheSameTransactionIsRefused() throws Exception {
        try (FiscalSimulator signer = FiscalSimulator.open("tcp:0", null, null, what -> {});
                Devices devices = devices("signer+tcp:127.0.0.1:" + signer.tcpPort())) {
            UUID id = UUID.randomUUID();
            sign(devices, request(id, 129));
            assertThatExceptionOfType(FiscalException.class)
                    .isThrownBy(() -> sign(devices, request(id, 130)))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(FiscalException.Reason.CONFLICT));
        }
    }

    @Test
    void whateverElseAnswersIsNotUnderstoodAndSignsNothing() throws Exception {
        for (String answer : List.of(
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\u0002READY\n\u000300000000",
                new String(SignerFrames.frame("SIGNED\ndevice X\n"), StandardCharsets.UTF_8),
                new String(
                        SignerFrames.frame("SIGNED\ntransaction " + new UUID(0, 0) + "\nnumber 1\n"),
                        StandardCharsets.UTF_8),
                "\u0015\u0015")) {
            try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    Devices devices = devices("signer+tcp:127.0.0.1:" + stranger.getLocalPort())) {
                Thread talking = new Thread(() -> answer(stranger, answer));
                talking.setDaemon(true);
                talking.start();
                assertThatExceptionOfType(DeviceException.class)
                        .isThrownBy(() -> sign(devices, request(new UUID(0, 1), 129)))
                        .satisfies(failure -> assertThat(failure.trouble())
                                .as(answer)
                                .isIn(Trouble.NOT_UNDERSTOOD, Trouble.NOT_ANSWERING));
            }
        }
    }

    private static void answer(ServerSocket stranger, String answer) {
        try (Socket caller = stranger.accept()) {
            byte[] buffer = new byte[4_096];
            while (caller.getInputStream().read(buffer) > 0) {
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                caller.getOutputStream().flush();
                Arrays.fill(buffer, (byte) 0);
            }
        } catch (IOException e) {
            // the register hung up, as it should
        }
    }
}
