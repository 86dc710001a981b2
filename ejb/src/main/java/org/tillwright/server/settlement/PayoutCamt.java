package org.tillwright.server.settlement;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.wire.CardNumbers;
import org.tillwright.wire.json.Fault;

/**
 * Reads the card entries of a bank's statement or notice, ISO 20022 camt.053 and camt.054 of any version: those of the family MCRD,
 * and those with card details. Everything else on the account is nobody's business here.
 */
final class PayoutCamt {

    private static final String MERCHANT_CARDS = "MCRD";
    private static final Set<String> FEES = Set.of("CHRG", "FEES");
    private static final Set<String> STATEMENTS = Set.of("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn");
    private static final int MOST_DEPTH = 64;
    private static final int MOST_TEXT = 500;

    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> entry = new HashMap<>();
    private final List<Map<String, String>> details = new ArrayList<>();
    private final List<PayoutLine> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String attribute = "";
    private boolean isStatement;
    private int entries;

    private PayoutCamt() {}

    static PayoutRead read(byte[] content) {
        PayoutCamt reader = new PayoutCamt();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext() && reader.faults.size() < PayoutRead.MOST_FAULTS) {
                reader.event(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            reader.faults.add(new Fault("line " + line, "is no XML that can be read; ask the bank for the file again"));
        }
        if (!reader.isStatement && reader.faults.isEmpty()) {
            reader.faults.add(new Fault("file", "is neither a camt.053 statement nor a camt.054 notice"));
        } else if (reader.lines.isEmpty() && reader.faults.isEmpty()) {
            reader.faults.add(new Fault("file", "holds no card entry (family MCRD, or with card details)"));
        }
        return new PayoutRead(PayoutRead.Format.CAMT, reader.lines, reader.faults);
    }

    private void event(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(xml);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (text.length() < MOST_TEXT) {
                    text.append(xml.getText());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            case XMLStreamConstants.DTD ->
                faults.add(new Fault("file", "has a document type of its own, which no bank's statement has"));
            default -> {}
        }
    }

    private void begin(XMLStreamReader xml) {
        String name = xml.getLocalName();
        isStatement |= STATEMENTS.contains(name);
        if (path.size() >= MOST_DEPTH) {
            faults.add(new Fault("file", "is nested deeper than any statement"));
            return;
        }
        path.addLast(name);
        text.setLength(0);
        String currency = xml.getAttributeValue(null, "Ccy");
        attribute = currency == null ? "" : currency;
        if (name.equals("Ntry")) {
            entries++;
            entry.clear();
            details.clear();
        } else if (name.equals("TxDtls")) {
            details.add(new HashMap<>());
        }
    }

    private void end(String name) {
        String whole = String.join("/", path);
        int inEntry = whole.indexOf("/Ntry/");
        if (inEntry >= 0 && !text.isEmpty() && !text.toString().isBlank()) {
            int inDetail = whole.indexOf("/TxDtls/");
            Map<String, String> place = inDetail < 0 || details.isEmpty() ? entry : details.get(details.size() - 1);
            String key = whole.substring(inDetail < 0 ? inEntry + 6 : inDetail + 8);
            place.putIfAbsent(key, text.toString().strip());
            if (!attribute.isEmpty()) {
                place.putIfAbsent(key + "@Ccy", attribute);
            }
        }
        text.setLength(0);
        attribute = "";
        if (!path.isEmpty()) {
            path.removeLast();
        }
        if (name.equals("Ntry")) {
            entryEnded();
        }
    }

    /** An entry without details is one line; one with details is as many as it has. */
    private void entryEnded() {
        if (details.isEmpty()) {
            line(entry, Map.of());
        }
        details.forEach(detail -> line(detail, entry));
    }

    private void line(Map<String, String> own, Map<String, String> whole) {
        boolean isCard = MERCHANT_CARDS.equals(of("BkTxCd/Domn/Fmly/Cd", own, whole))
                || own.keySet().stream().anyMatch(key -> key.startsWith("CardTx/"));
        if (!isCard || faults.size() >= PayoutRead.MOST_FAULTS) {
            return;
        } else if (lines.size() >= PayoutCsv.MOST_LINES) {
            faults.add(new Fault("file", "has more than " + PayoutCsv.MOST_LINES + " card entries; split it"));
            return;
        }
        String amountKey =
                own.containsKey("AmtDtls/TxAmt/Amt") && !own.containsKey("Amt") ? "AmtDtls/TxAmt/Amt" : "Amt";
        Currency currency = Currency.find(String.valueOf(of(amountKey + "@Ccy", own, whole)));
        Long amount = minor(of(amountKey, own, Map.of()), currency);
        LocalDate day = day(own, whole);
        if (currency == null || amount == null || day == null) {
            fault("has no " + (currency == null ? "currency" : amount == null ? "amount" : "day")
                    + " that can be read");
            return;
        }
        boolean isDebit = "DBIT".equals(of("CdtDbtInd", own, whole));
        boolean isIncluded = "true".equals(of("Chrgs/Rcrd/ChrgInclInd", own, Map.of()));
        Long charge = isIncluded ? minor(of("Chrgs/Rcrd/Amt", own, Map.of()), currency) : Long.valueOf(0);
        add(own, whole, currency, isDebit ? -amount : amount, charge == null ? 0 : charge, day);
    }

    /** What is on the account is net; a charge that is in it was taken off what the customer paid. */
    private void add(
            Map<String, String> own,
            Map<String, String> whole,
            Currency currency,
            long net,
            long charge,
            LocalDate day) {
        boolean isFee = FEES.contains(String.valueOf(of("BkTxCd/Domn/Fmly/SubFmlyCd", own, whole)));
        boolean isBack = net < 0 && "true".equals(of("RvslInd", own, whole));
        long gross = isFee ? 0 : Math.addExact(net, charge);
        PayoutKind kind = isFee
                ? PayoutKind.FEE
                : isBack ? PayoutKind.CHARGEBACK : gross < 0 ? PayoutKind.REFUND : PayoutKind.PAYMENT;
        if (kind == PayoutKind.PAYMENT && gross == 0) {
            fault("is a payment of nothing");
            return;
        }
        lines.add(new PayoutLine(
                lines.size() + 1,
                kind,
                currency.code(),
                gross,
                isFee ? -net : charge,
                cut(of("CardTx/POI/Id/Id", own, whole), 40),
                null,
                cut(of("CardTx/Tx/Indv/SeqNb", own, Map.of()), 40),
                cut(
                        first(
                                of("CardTx/Tx/Indv/TxId/TxRef", own, Map.of()),
                                of("Refs/EndToEndId", own, Map.of()),
                                of("Refs/AcctSvcrRef", own, Map.of())),
                        60),
                cut(of("CardTx/Card/CardBrnd/Id", own, whole), 40),
                day,
                cut(first(of("NtryRef", own, whole), of("AcctSvcrRef", own, whole)), 60),
                date(of("ValDt/Dt", own, whole))));
    }

    private @Nullable LocalDate day(Map<String, String> own, Map<String, String> whole) {
        String moment = first(
                of("CardTx/Tx/Indv/TxId/TxDtTm", own, Map.of()),
                of("RltdDts/TxDtTm", own, Map.of()),
                of("RltdDts/AccptncDtTm", own, Map.of()),
                of("BookgDt/Dt", own, whole),
                of("BookgDt/DtTm", own, whole));
        return moment == null ? null : date(moment.length() > 10 ? moment.substring(0, 10) : moment);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Long minor(@Nullable String text, @Nullable Currency currency) {
        if (text == null || currency == null || !text.matches("[0-9]{1,13}(\\.[0-9]{1,5})?")) {
            return null;
        }
        BigDecimal minor = new BigDecimal(text).movePointRight(currency.digits());
        return minor.stripTrailingZeros().scale() > 0 ? null : Long.valueOf(minor.longValueExact());
    }

    private static @Nullable String of(String key, Map<String, String> own, Map<String, String> whole) {
        String found = own.get(key);
        return found == null ? whole.get(key) : found;
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String each : texts) {
            if (each != null && !each.equals("NOTPROVIDED")) {
                return each;
            }
        }
        return null;
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        String safe = CardNumbers.masked(text);
        return safe.length() <= most ? safe : safe.substring(0, most);
    }

    private void fault(String message) {
        faults.add(new Fault("entry " + entries, message));
    }
}
