package org.tillwright.system.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.browser.DoorTexts;
import org.tillwright.core.pricing.Cart;
import org.tillwright.system.fuzz.ThrownCarts;
import org.tillwright.system.thrown.Dice;

/**
 * Random carts with promotions, modifiers, several taxes, discounts, price lists and returns: priced, with their deposits,
 * given back in parts, and damaged as texts, which gives quantities and prices that nobody can count.
 */
final class CartQuestions {

    private static final int MOST_TIMES = 3;

    /** The returns and the damages have their own chance, so that the carts are those of the command with this seed. */
    private static final long OTHER_CHANCE = 0x5DEECE66DL;

    private final long seed;
    private final Dice dice;

    CartQuestions(long seed) {
        this.seed = seed;
        this.dice = new Dice(seed ^ OTHER_CHANCE);
    }

    List<Question> of(int carts) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < carts; i++) {
            ThrownCarts.Thrown thrown = ThrownCarts.of(seed, i);
            String cart = DoorTexts.text(thrown.cart());
            String book = DoorTexts.text(thrown.book());
            questions.add(Question.of(Question.Kind.price, cart, book));
            if (dice.percent(25)) {
                questions.add(Question.of(Question.Kind.deposits, cart, book));
            }
            if (dice.percent(50)) {
                questions.add(Question.of(Question.Kind.giveBack, cart, book, times(thrown.cart())));
            }
            if (dice.percent(25)) {
                questions.add(Question.of(Question.Kind.price, damaged(cart), book));
            }
        }
        return questions;
    }

    /** Parts of what was sold, at most all of it, at one to three times. */
    private String times(Cart cart) {
        Map<Integer, Long> left = new LinkedHashMap<>();
        for (Cart.Line line : cart.lines()) {
            if (line.kind() == Cart.Kind.SALE) {
                left.put(line.number(), line.quantity().milli());
            }
        }
        List<String> times = new ArrayList<>();
        for (int time = dice.below(MOST_TIMES); time >= 0; time--) {
            List<String> pairs = new ArrayList<>();
            for (Map.Entry<Integer, Long> line : left.entrySet()) {
                long most = line.getValue();
                if (most > 0 && (time == 0 || dice.percent(50))) {
                    long back = time == 0 || dice.percent(40) ? most : part(most);
                    line.setValue(most - back);
                    pairs.add("[%d,%d]".formatted(line.getKey(), back));
                }
            }
            if (!pairs.isEmpty()) {
                times.add("[" + String.join(",", pairs) + "]");
            }
        }
        return "[" + String.join(",", times) + "]";
    }

    private long part(long milli) {
        return milli > 1000 && milli % 1000 == 0 ? 1000 * dice.between(1, milli / 1000) : dice.between(1, milli);
    }

    /** Another digit, or many more, at a place where a digit stands. */
    private String damaged(String text) {
        int at = dice.below(text.length());
        while (!Character.isDigit(text.charAt(at))) {
            at = (at + 1) % text.length();
        }
        String digits = dice.oneOf("0", "7", "-1", "99999", "9007199254740993", "9223372036854775807", "1.5", "null");
        return text.substring(0, at) + digits + text.substring(at + 1);
    }
}
