package org.tillwright.system.engine;

import java.util.ArrayList;
import java.util.List;

/** Carts and price books as JSON: several taxes, currencies and roundings, sales and returns, prices by hand, overflow. */
final class RandomCarts {

    private static final List<String> CURRENCIES = List.of("EUR", "DKK", "JPY", "KWD", "HUF", "CLF", "XCG", "USD");
    private static final List<String> ROUNDINGS =
            List.of("HALF_UP", "HALF_UP", "HALF_EVEN", "HALF_DOWN", "UP", "DOWN", "FLOOR", "CEILING");
    private static final int ITEMS = 30;
    private static final int CARTS_OF_A_BOOK = 50;

    private final Dice dice;

    RandomCarts(Dice dice) {
        this.dice = dice;
    }

    List<Question> questions(int count) {
        List<Question> questions = new ArrayList<>();
        String book = "";
        String currency = "";
        for (int i = 0; i < count; i++) {
            if (i % CARTS_OF_A_BOOK == 0) {
                currency = dice.of(CURRENCIES);
                book = book(currency);
            }
            questions.add(Question.price(cart(currency), book));
        }
        return questions;
    }

    private String book(String currency) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            String price = dice.oneIn(15) ? "" : ",\"unitPrice\":" + price(currency);
            entries.add("\"i%d\":{\"itemId\":\"i%d\",\"taxCategory\":\"T%d\"%s}".formatted(i, i, dice.below(4), price));
        }
        List<String> rates = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long ppm = dice.of(List.of(0L, 40_000L, 70_000L, 88_750L, 190_000L, 210_000L, dice.between(0, 2_000_000)));
            rates.add("\"T%d\":{\"taxRateId\":\"T%d\",\"rate\":{\"ppm\":%d}}".formatted(i, i, ppm));
        }
        return "{\"version\":1,\"currency\":\"%s\",\"taxPolicy\":%s,\"entries\":{%s},\"taxRates\":{%s}}"
                .formatted(currency, policy(), String.join(",", entries), String.join(",", rates));
    }

    private String policy() {
        return "{\"placement\":\"%s\",\"level\":\"%s\",\"rounding\":\"%s\"}"
                .formatted(
                        dice.of(List.of("IN_PRICE", "ON_TOP")),
                        dice.of(List.of("PER_LINE", "PER_TOTAL")),
                        dice.of(ROUNDINGS));
    }

    private String price(String currency) {
        long micro = dice.oneIn(40) ? dice.next() >>> 1 : dice.between(0, 200_000_000);
        return "{\"currency\":\"%s\",\"micro\":%d}".formatted(currency, micro);
    }

    private String cart(String currency) {
        List<String> lines = new ArrayList<>();
        for (int i = dice.below(12); i >= 0; i--) {
            lines.add(line(lines.size() + 1, currency));
        }
        return "{\"lines\":[" + String.join(",", lines) + "]}";
    }

    private String line(int number, String currency) {
        boolean isReturn = dice.oneIn(6);
        long milli = dice.oneIn(3) ? dice.between(1, 5_000) : 1000 * dice.between(1, 12);
        if (dice.oneIn(200)) {
            milli = dice.of(List.of(0L, Long.MAX_VALUE, 1L << 53, (1L << 53) + 1));
        }
        String override = dice.oneIn(12)
                ? ",\"override\":{\"unitPrice\":%s,\"reason\":\"DAMAGED\",\"approverId\":\"2\"}".formatted(price(currency))
                : "";
        return "{\"number\":%d,\"itemId\":\"i%d\",\"kind\":\"%s\",\"quantity\":{\"milli\":%d}%s}"
                .formatted(number, dice.below(ITEMS), isReturn ? "RETURN" : "SALE", isReturn ? -milli : milli, override);
    }
}
