package org.tillwright.register.sale;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.CodePattern;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.gs1.ElementString;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.scan.Scan;
import org.tillwright.core.scan.ScanResult;
import org.tillwright.core.scan.ScanRules;
import org.tillwright.core.scan.Transmission;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.text.Notice;

/**
 * Finds out what a code is to this shop: goods, with the weight or price that a label carries, or a coupon. A code with
 * several meanings is the one that the shop knows; where it knows more than one, it is told and never guessed.
 */
final class ScannedCodes {

    /** GS1's identifier of a coupon's number. */
    private static final String COUPON_NUMBER = "255";

    /** So much of a code is shown; a GS1 label may be a hundred signs long. */
    private static final int MAX_SHOWN = 40;

    private final Catalogue catalogue;
    private final ScanRules rules;

    /** @param year in which codes are read: dates on labels have two digits of it */
    ScannedCodes(Catalogue catalogue, int year) {
        this.catalogue = catalogue;
        this.rules = ScanRules.of(year, catalogue.currency().digits())
                .withPatterns(catalogue.codePatterns())
                .withCurrencyNumber(catalogue.currency().number());
    }

    Scanned read(String scanned) {
        ScanResult result = Scan.read(scanned, rules);
        List<Scanned> known = new ArrayList<>();
        collect(result, known);
        if (known.size() == 1) {
            return known.get(0);
        }
        String text = shown(scanned);
        if (!known.isEmpty()) {
            return new Scanned.Nothing(Notice.of("sale.ambiguous-code", text));
        }
        String coupon = couponOf(result, scanned);
        return coupon == null ? new Scanned.Nothing(why(result, text)) : new Scanned.Coupon(coupon);
    }

    private void collect(ScanResult result, List<Scanned> known) {
        if (result instanceof ScanResult.Ambiguous ambiguous) {
            ambiguous.candidates().forEach(candidate -> collect(candidate, known));
            return;
        }
        Scanned meaning = meaning(result);
        if (meaning != null && !known.contains(meaning)) {
            known.add(meaning);
        }
    }

    /** Returns null for what the shop does not know. */
    private @Nullable Scanned meaning(ScanResult result) {
        if (result instanceof ScanResult.Item item) {
            Catalogue.Item found = catalogue.find(item.code()).orElse(null);
            return found == null ? null : goods(found, item);
        } else if (result instanceof ScanResult.Asks asks) {
            Catalogue.Item found = catalogue.find(asks.code()).orElse(null);
            return found == null ? null : asks(found, asks.meaning());
        } else if (result instanceof ScanResult.Plain plain) {
            return plain(plain.code());
        } else if (result instanceof ScanResult.Misread misread && mayBeOwnNumber(misread)) {
            return plain(misread.code());
        }
        return null;
    }

    private @Nullable Scanned plain(ScanCode code) {
        Catalogue.Item found = catalogue.find(code).orElse(null);
        return found == null ? null : new Scanned.Goods(found, null, null);
    }

    /** A shop may have numbers of its own that only look like one with a check digit. */
    private static boolean mayBeOwnNumber(ScanResult.Misread misread) {
        return switch (misread.problem()) {
            case CHECK_DIGIT, LENGTH, NOT_DIGITS -> true;
            case GS1 -> misread.code().text().startsWith("("); // keyed: a text with brackets may be the shop's
            case PRICE_CHECK_DIGIT, PRICE_TOO_FINE, OTHER_CURRENCY -> false;
        };
    }

    private static Scanned asks(Catalogue.Item item, CodePattern.Meaning meaning) {
        return meaning == CodePattern.Meaning.PRICE ? new Scanned.AsksLabel(item) : new Scanned.AsksQuantity(item);
    }

    private Scanned goods(Catalogue.Item item, ScanResult.Item told) {
        Long price = told.priceMinor();
        ScanResult.Measure measure = told.measure();
        Quantity quantity = measure == null ? null : quantityOf(item, measure);
        if (price == null) {
            boolean isUnclear =
                    measure != null && quantity == null && item.unit().isDivisible();
            return isUnclear ? new Scanned.AsksQuantity(item) : new Scanned.Goods(item, quantity, null);
        }
        Money label = new Money(catalogue.currency(), price);
        return new Scanned.Goods(item, labelled(item, quantity, label), label);
    }

    /** What lies behind a label: measured goods have the quantity that it and their price come to. */
    private static Quantity labelled(Catalogue.Item item, @Nullable Quantity told, Money label) {
        UnitPrice price = item.price();
        if (item.unit().isDivisible() && price != null && price.micro() > 0) {
            return PricingEngine.quantityFor(label, price);
        }
        return told == null ? Quantity.ONE : told;
    }

    /** Returns null where a label measures in another unit than the shop sells in. */
    private static @Nullable Quantity quantityOf(Catalogue.Item item, ScanResult.Measure measure) {
        String unit = measure.unit();
        boolean isOwn = unit == null || unit.equals(symbolOf(item.unit()));
        return isOwn ? new Quantity(measure.milli()) : null;
    }

    private static String symbolOf(Unit unit) {
        return switch (unit) {
            case PIECE -> "piece";
            case KILOGRAM -> "kg";
            case LITRE -> "l";
            case METRE -> "m";
        };
    }

    private @Nullable String couponOf(ScanResult result, String scanned) {
        String text = Transmission.of(scanned).data();
        if (catalogue.isCoupon(text)) {
            return text;
        }
        ElementString label = result instanceof ScanResult.Elements elements ? elements.label() : null;
        String number = label == null ? null : label.value(COUPON_NUMBER);
        return number != null && catalogue.isCoupon(number) ? number : null;
    }

    private static Notice why(ScanResult result, String text) {
        if (result instanceof ScanResult.Misread misread) {
            String key =
                    switch (misread.problem()) {
                        case CHECK_DIGIT -> "sale.wrong-check-digit";
                        case PRICE_CHECK_DIGIT -> "sale.label-misread";
                        case LENGTH, NOT_DIGITS -> "sale.misread";
                        case PRICE_TOO_FINE -> "sale.label-too-fine";
                        case OTHER_CURRENCY -> "sale.label-other-currency";
                        case GS1 -> "sale.label-unsound";
                    };
            return Notice.of(key, text);
        }
        if (result instanceof ScanResult.Discount) {
            return Notice.of("sale.label-discount", text);
        }
        if (result instanceof ScanResult.Elements) {
            return Notice.of("sale.label-no-goods", text);
        }
        boolean isWord = text.chars().noneMatch(Character::isDigit);
        return Notice.of(isWord ? "sale.unknown-name" : "sale.unknown-code", text);
    }

    /** A code as a sentence can have it: without separators, and not too long. */
    private static String shown(String scanned) {
        String text = Transmission.of(scanned).data().replaceAll("\\p{Cntrl}", " ");
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
