package org.tillwright.server.wallet;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.TestShop;
import org.tillwright.server.platform.ServerSettings;
import org.tillwright.wire.wallet.WalletRequestMessage;
import org.tillwright.wire.wallet.WalletStateMessage;

/** The small shop with a gateway. */
final class WalletShop implements AutoCloseable {

    static final String TILL = TestShop.TILL;

    final TestShop shop = new TestShop();
    final ScriptedGateway gateway;
    final WalletService wallets;

    WalletShop() throws IOException {
        this(ScriptedGateway.KEY);
    }

    WalletShop(String key) throws IOException {
        gateway = new ScriptedGateway();
        Map<String, String> settings = Map.of(
                "tillwright.wallet.url",
                gateway.address() + "/",
                "tillwright.wallet.key",
                key,
                "tillwright.wallet.secret",
                ScriptedGateway.SECRET);
        shop.wiring.bind(ServerSettings.class, ServerSettings.read(settings::get));
        shop.wiring.bind(WalletBooksService.class, shop.wiring.complete(new TransactionalWalletBooks(shop.database)));
        wallets = shop.get(WalletService.class);
    }

    WalletStateMessage show(UUID id, long minor) {
        return wallets.ask(TILL, new WalletRequestMessage(id, "SHOW", minor, "EUR", null, null));
    }

    WalletStateMessage scan(UUID id, long minor, String code) {
        return wallets.ask(TILL, new WalletRequestMessage(id, "SCAN", minor, "EUR", code, null));
    }

    WalletStateMessage refund(UUID id, long minor, String reference) {
        return wallets.ask(TILL, new WalletRequestMessage(id, "REFUND", minor, "EUR", null, reference));
    }

    WalletStateMessage status(UUID id) {
        return wallets.status(TILL, id);
    }

    /** The payment as it stands at the gateway is told, properly signed. */
    void tell(UUID id) {
        tell("event-" + gateway.standing(id).getInt("version"), gateway.standing(id));
    }

    void tell(String eventId, JsonObject standing) {
        byte[] body = event(eventId, standing);
        String at = Long.toString(shop.clock.instant().getEpochSecond());
        wallets.hear(at, EventSignature.of(ScriptedGateway.SECRET, at, body), body);
    }

    static byte[] event(String eventId, JsonObject standing) {
        return Json.createObjectBuilder()
                .add("eventId", eventId)
                .add("happenedAt", Instant.parse("2026-03-02T09:00:00Z").toString())
                .add("payment", standing)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    JsonObject standing(UUID id, long version, String state, long minor, @Nullable String reference) {
        var built = Json.createObjectBuilder()
                .add("paymentId", id.toString())
                .add("version", version)
                .add("state", state)
                .add("amountMinor", minor)
                .add("currency", "EUR");
        return (reference == null ? built : built.add("reference", reference)).build();
    }

    String state(UUID id) {
        return shop.database.text("select state from wallet_payment where payment_id = '" + id + "'");
    }

    long audited(String action) {
        return shop.database.count("audit_entry", "action = '" + action + "'");
    }

    @Override
    public void close() {
        gateway.close();
        shop.close();
    }
}
