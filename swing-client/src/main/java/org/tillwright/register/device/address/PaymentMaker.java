package org.tillwright.register.device.address;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.CardTerminal;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.PaymentGateway;
import org.tillwright.register.device.card.ZvtSettings;
import org.tillwright.register.device.card.ZvtTerminal;
import org.tillwright.register.device.serial.LineAddress;
import org.tillwright.register.device.serial.SharedLine;

/** Makes what takes cards and wallets. */
final class PaymentMaker {

    private static final int ZVT_TCP_PORT = 20_007;
    private static final String AT_SERVER = "server";

    /** Serial ZVT is 9600 bits per second, 8 data bits, no parity and two stop bits. */
    private static final int ZVT_STOP_BITS = 2;

    private static final int MOST_LIMIT_SECONDS = 600;

    private final DeviceAddresses addresses;

    PaymentMaker(DeviceAddresses addresses) {
        this.addresses = addresses;
    }

    @Nullable
    CardTerminal cardTerminal() {
        DeviceAddress address = addresses.of(DeviceKind.CARD_TERMINAL).orElse(null);
        if (address == null) {
            return null;
        }
        LineAddresses.requireProtocol(address, "zvt", "zvt+tcp:10.0.0.9:20007");
        String password = address.option("password").orElse(null);
        if (password != null && !password.matches("[0-9]{6}")) {
            address.fault("has a password that is not six digits"); // and does not show it
        }
        int limit =
                address.number("limit", Math.toIntExact(ZvtSettings.DEFAULT_LIMIT.toSeconds()), 1, MOST_LIMIT_SECONDS);
        LineAddress line = LineAddresses.line(address, LineAddresses.COMMON_BAUD, ZVT_STOP_BITS, ZVT_TCP_PORT);
        address.complainOfTheRest();
        var settings = new ZvtSettings(password, Duration.ofSeconds(limit));
        return address.transport().equals("serial")
                ? ZvtTerminal.overSerial(new SharedLine(line), settings)
                : ZvtTerminal.overTcp(new SharedLine(line), settings);
    }

    /**
     * The gateway of phones' payments: there is one way to it, through the store's server.
     *
     * @param atServer asks the server
     */
    @Nullable
    PaymentGateway wallet(PaymentGateway atServer) {
        DeviceAddress address = addresses.of(DeviceKind.WALLET).orElse(null);
        if (address == null) {
            return null;
        }
        boolean isServer = address.transport().equals(AT_SERVER)
                && address.protocol().isEmpty()
                && address.place().isEmpty();
        if (!isServer) {
            address.faultOnce("is not server; phones pay through the store's server, so write wallet = server");
        }
        address.complainOfTheRest();
        return atServer;
    }
}
