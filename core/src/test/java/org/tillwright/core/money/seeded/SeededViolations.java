package org.tillwright.core.money.seeded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;
import org.tillwright.core.pricing.Cart;
import org.tillwright.wire.json.Fault;

/** Each class breaks one rule of the house on purpose, so that a test can see the rule bite. No product code. */
public final class SeededViolations {

    private SeededViolations() {}

    public static final class MoneyThatKnowsThePrices {
        public int lines(Cart cart) {
            return cart.lines().size();
        }
    }

    public static final class MoneyThatKnowsTheWire {
        public String field(Fault fault) {
            return fault.field();
        }
    }

    public static final class AskingTheClock {
        public Instant now() {
            return Instant.now();
        }
    }

    public static final class AskingTheSystemsMilliseconds {
        public long now() {
            return System.currentTimeMillis();
        }
    }

    public static final class ReadingFiles {
        public long size() throws IOException {
            return Files.size(Path.of("prices.csv"));
        }
    }

    public static final class Logging {
        public void log() {
            Logger.getLogger("money").info("rounded");
        }
    }

    public static final class FractionAsField {
        public final double amount;

        public FractionAsField(String amount) {
            this.amount = Double.parseDouble(amount);
        }
    }

    public static final class FractionInSignature {
        public boolean isMuch(float amount) {
            return amount > 1;
        }
    }

    public static final class FractionInAList {
        public int count(List<Double> amounts) {
            return amounts.size();
        }
    }

    /** Neither a field nor a signature shows it: only the bytecode does. */
    public static final class FractionInABody {
        public long tax(long minor) {
            return (long) (minor * 0.19 + 0.5);
        }
    }

    public static final class FormattingText {
        public String text(long minor) {
            return String.format("%d cents", minor);
        }
    }

    public static final class RoundingWithMath {
        public long rounded(long minor) {
            return Math.round((float) minor);
        }
    }

    public static final class CuttingBlanks {
        public String cut(String text) {
            return text.strip();
        }
    }

    /** Breaks nothing. */
    public static final class Innocent {
        public long twice(long minor) {
            return Math.multiplyExact(minor, 2L);
        }
    }
}
