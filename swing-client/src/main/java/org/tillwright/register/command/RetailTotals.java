package org.tillwright.register.command;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;

/** What each invoice of a retailer's file comes to, as someone else worked it out. */
record RetailTotals(Map<String, Long> minorByInvoice) {

    private static final String FILE_NAME = "online-retail-totals.json";

    RetailTotals {
        minorByInvoice = Map.copyOf(minorByInvoice);
    }

    /** The totals beside a file of sales lines, or null when there are none. */
    static @Nullable Path beside(Path file) {
        Path totals = file.toAbsolutePath().resolveSibling(FILE_NAME);
        return Files.exists(totals) ? totals : null;
    }

    static RetailTotals read(Path file, Currency currency) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonReader reader = Json.createReader(in)) {
            JsonObject totals = reader.readObject().getJsonObject("invoice_totals");
            if (totals == null) {
                throw new IOException("it has no member invoice_totals");
            }
            Map<String, Long> minor = new HashMap<>();
            totals.forEach((invoice, total) -> minor.put(
                    invoice,
                    new BigDecimal(((JsonString) total).getString())
                            .movePointRight(currency.digits())
                            .longValueExact()));
            return new RetailTotals(minor);
        } catch (JsonException | ClassCastException | ArithmeticException | NumberFormatException e) {
            throw new IOException("it does not hold decimal totals by invoice: " + e.getMessage(), e);
        }
    }
}
