package org.tillwright.register.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A retailer's sales lines as they were exported: one line per item and invoice, with the columns InvoiceNo, StockCode,
 * Description, Quantity and UnitPrice. Amounts are decimal text and are read exactly.
 */
record RetailFile(List<Invoice> invoices, int lineCount) {

    private static final List<String> COLUMNS =
            List.of("InvoiceNo", "StockCode", "Description", "Quantity", "UnitPrice");
    private static final int MILLI_DIGITS = 3;
    private static final int MICRO_DIGITS = 6;

    RetailFile {
        invoices = List.copyOf(invoices);
    }

    /** Reads a file, unpacking it when its name ends in .gz. */
    static RetailFile read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read(reader);
        }
    }

    static RetailFile read(Reader reader) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        Map<String, List<Line>> byInvoice = new LinkedHashMap<>();
        int count = 0;
        try (CSVParser parser = CSVParser.parse(reader, format)) {
            requireColumns(parser.getHeaderNames());
            for (CSVRecord row : parser) {
                byInvoice
                        .computeIfAbsent(row.get("InvoiceNo").strip(), number -> new ArrayList<>())
                        .add(line(row));
                count++;
            }
        }
        List<Invoice> invoices = new ArrayList<>();
        byInvoice.forEach((number, lines) -> invoices.add(new Invoice(number, lines)));
        return new RetailFile(invoices, count);
    }

    private static void requireColumns(List<String> found) throws IOException {
        List<String> missing =
                COLUMNS.stream().filter(column -> !found.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new IOException("it has no column " + String.join(", ", missing));
        }
    }

    private static Line line(CSVRecord row) throws IOException {
        try {
            return new Line(
                    row.get("StockCode").strip().toUpperCase(Locale.ROOT),
                    row.get("Description").strip(),
                    scaled(row.get("Quantity"), MILLI_DIGITS),
                    scaled(row.get("UnitPrice"), MICRO_DIGITS));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IOException(
                    "line " + (row.getRecordNumber() + 1) + " has a quantity or price that is no exact number", e);
        }
    }

    private static long scaled(String decimal, int digits) {
        return new BigDecimal(decimal.strip()).movePointRight(digits).longValueExact();
    }

    /** One invoice, in the order of the file. */
    record Invoice(String number, List<Line> lines) {
        Invoice {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param stockCode in upper case: the same code is written both ways within one file
     */
    record Line(String stockCode, String description, long quantityMilli, long unitPriceMicro) {}
}
