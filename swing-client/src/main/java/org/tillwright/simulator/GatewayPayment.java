package org.tillwright.simulator;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import org.jspecify.annotations.Nullable;

/** One payment or refund at the simulated gateway, open until somebody paid or said no. */
final class GatewayPayment {

    private static final long MOST_MINOR = 999_999_999_999L;

    private final String id;
    private final long minor;
    private final String currency;
    private final @Nullable String refundOf;
    private final boolean hasCustomerCode;
    private long version = 1;
    private @Nullable String reference;
    private @Nullable String declined;

    private GatewayPayment(String id, long minor, String currency, @Nullable String refundOf, boolean hasCustomerCode) {
        this.id = id;
        this.minor = minor;
        this.currency = currency;
        this.refundOf = refundOf;
        this.hasCustomerCode = hasCustomerCode;
    }

    /** Reads what is wanted; null where something is missing or senseless. */
    static @Nullable GatewayPayment read(JsonObject body, boolean isRefund) {
        String id = text(body, "paymentId");
        String currency = text(body, "currency");
        String reference = text(body, "reference");
        boolean hasAmount = body.get("amountMinor") instanceof JsonNumber number
                && number.isIntegral()
                && number.longValue() > 0
                && number.longValue() <= MOST_MINOR;
        boolean isWhole = id != null && currency != null && hasAmount && isRefund == (reference != null);
        return isWhole && id != null && currency != null
                ? new GatewayPayment(
                        id,
                        body.getJsonNumber("amountMinor").longValue(),
                        currency,
                        reference,
                        body.containsKey("customerCode"))
                : null;
    }

    private static @Nullable String text(JsonObject body, String name) {
        return body.get(name) instanceof JsonString text && !text.getString().isEmpty() ? text.getString() : null;
    }

    String id() {
        return id;
    }

    long minor() {
        return minor;
    }

    long version() {
        return version;
    }

    boolean isRefund() {
        return refundOf != null;
    }

    String refundOf() {
        return refundOf == null ? "" : refundOf;
    }

    boolean hasCustomerCode() {
        return hasCustomerCode;
    }

    boolean isOpen() {
        return reference == null && declined == null;
    }

    boolean isPaid() {
        return reference != null;
    }

    @Nullable
    String reference() {
        return reference;
    }

    boolean isSame(GatewayPayment other) {
        return minor == other.minor
                && currency.equals(other.currency)
                && refundOf().equals(other.refundOf());
    }

    void pay(String number) {
        reference = number;
        version++;
    }

    void decline(String reason) {
        declined = reason;
        version++;
    }

    /** How it stands, as the contract has it. */
    JsonObject standing() {
        JsonObjectBuilder standing = Json.createObjectBuilder()
                .add("paymentId", id)
                .add("version", version)
                .add("state", reference != null ? "PAID" : declined != null ? "DECLINED" : "WAITING")
                .add("amountMinor", minor)
                .add("currency", currency);
        if (reference != null) {
            standing.add("reference", reference);
        } else if (declined != null) {
            standing.add("reason", declined);
        } else if (!isRefund() && !hasCustomerCode) {
            standing.add("qr", GatewaySimulator.CODE_PREFIX + id);
        }
        return standing.build();
    }

    /** How it stood before anybody had paid or said no. */
    JsonObject standingAtFirst() {
        return Json.createObjectBuilder()
                .add("paymentId", id)
                .add("version", 1)
                .add("state", "WAITING")
                .add("amountMinor", minor)
                .add("currency", currency)
                .build();
    }
}
