package org.tillwright.register.device.scale;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Scale;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.register.device.WeighingOrder;
import org.tillwright.register.device.display.DisplayText;
import org.tillwright.register.device.scale.Dialog06Line.Answer;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/**
 * A price-computing scale that speaks Dialog 06, Mettler Toledo's checkout dialogue, which Dibal, Cely and Ohaus speak
 * too. The register tells the price, the scale shows weight, price and amount to the customer and tells all three back.
 * Where it once told a weight it tells no other before something moved on it, so goods are not sold twice.
 */
public final class Dialog06Scale implements Scale {

    private static final String PRICE = "01";
    private static final String PRICE_AND_TARE = "03";
    private static final String PRICE_AND_TEXT = "04";
    private static final String PRICE_TARE_AND_TEXT = "05";
    private static final String STATUS = "08";
    private static final String CHECKS = "10";

    /** The unit that record 02 names kilograms by; the others are pounds. */
    private static final Pattern RESULT =
            Pattern.compile("02\u001B3\u001B([0-9]{5})\u001B([0-9]{5,6})\u001B([0-9]{6})");

    private static final Pattern TOLD_STATUS = Pattern.compile("09\u001B([0-9]{2})");
    private static final Pattern CHECK_WANTED = Pattern.compile("11\u001B2([0-9A-Fa-f]{2})");
    private static final String CHECK_PASSED = "11\u001B1";
    private static final String CHECK_FAILED = "11\u001B0";

    private static final int TEXT_LENGTH = 13;

    /** What a look at the scale tells it of the price: it takes no price of nothing. */
    private static final long LEAST_PRICE = 1;

    private final SharedLine shared;
    private final Dialog06Settings settings;
    private @Nullable SerialLine talkedOn;
    private @Nullable WeighingOrder shown;
    private @Nullable Told told;

    /** @param shared one share of the line, which is given up by {@link #close()} */
    public Dialog06Scale(SharedLine shared, Dialog06Settings settings) {
        this.shared = shared;
        this.settings = settings;
    }

    /** What the scale told last, and for which weighing. */
    private record Told(long number, ScaleReading reading) {}

    @Override
    public ScaleReading weigh() throws DeviceException {
        return weigh(WeighingOrder.look());
    }

    @Override
    public ScaleReading weigh(WeighingOrder order) throws DeviceException {
        boolean isLook = order.number() == WeighingOrder.LOOK;
        Long asked = order.pricePerKgMinor();
        long price = asked == null ? LEAST_PRICE : asked;
        if ((asked == null && !isLook) || price < LEAST_PRICE || price > mostPrice()) {
            return ScaleReading.none(State.PRICE_REFUSED);
        }
        if (order.tareGrams() > WeighingOrder.MOST_TARE_GRAMS) {
            return ScaleReading.none(State.TARE_REFUSED);
        }
        return shared.use(DeviceKind.SCALE, line -> {
            if (talkedOn != line) { // after a break the scale may be another one, or switched on again
                talkedOn = line;
                shown = null;
                told = null;
            }
            return weigh(new Dialog06Line(line), order, price);
        });
    }

    private long mostPrice() {
        return settings.priceDigits() == 5 ? 99_999 : 999_999;
    }

    /** A weight that was not finished is asked for again; anything else begins with the price. */
    private ScaleReading weigh(Dialog06Line scale, WeighingOrder order, long price)
            throws IOException, DeviceException {
        boolean isUnderWay = order.equals(shown);
        shown = null;
        if (!isUnderWay) {
            Answer taken = price(scale, order, price);
            if (taken.kind() == Answer.Kind.NO) {
                return status(scale, order);
            }
            if (taken.kind() == Answer.Kind.RECORD) {
                return ScaleReading.none(State.NOT_TRUSTED);
            }
        }
        Answer result = scale.ask();
        return switch (result.kind()) {
            case RECORD -> told(scale, order, result.record());
            case NO -> status(scale, order);
            case YES -> throw notUnderstood();
        };
    }

    /** Tells the price, again after check numbers were asked for. A record as the answer: they were not good enough. */
    private Answer price(Dialog06Line scale, WeighingOrder order, long price) throws IOException, DeviceException {
        Answer taken = tell(scale, order, price);
        Matcher wanted = CHECK_WANTED.matcher(taken.record());
        if (taken.kind() != Answer.Kind.RECORD) {
            return taken;
        }
        if (!wanted.matches()) {
            throw notUnderstood();
        }
        if (!isTrusted(scale, Integer.parseInt(wanted.group(1), 16))) {
            return taken;
        }
        Answer again = tell(scale, order, price);
        if (again.kind() == Answer.Kind.RECORD) {
            throw notUnderstood(); // it said that it was content
        }
        return again;
    }

    private boolean isTrusted(Dialog06Line scale, int random) throws IOException, DeviceException {
        Integer polynomial = settings.polynomial();
        if (polynomial == null) {
            return false;
        }
        Answer taken = scale.tell(CHECKS, CheckNumbers.answer(polynomial, settings.checks(), random));
        if (taken.kind() != Answer.Kind.YES) {
            return false;
        }
        String verdict = scale.ask().record();
        if (!verdict.equals(CHECK_PASSED) && !verdict.equals(CHECK_FAILED)) {
            throw notUnderstood();
        }
        return verdict.equals(CHECK_PASSED);
    }

    private Answer tell(Dialog06Line scale, WeighingOrder order, long price) throws IOException, DeviceException {
        String perKg = digits(settings.priceDigits(), price);
        String tare = digits(4, order.tareGrams());
        boolean hasTare = order.tareGrams() > 0;
        boolean hasText = settings.showsText() && !order.text().isBlank();
        if (hasTare && hasText) {
            return scale.tell(PRICE_TARE_AND_TEXT, perKg, tare, text(order.text()));
        } else if (hasText) {
            return scale.tell(PRICE_AND_TEXT, perKg, text(order.text()));
        } else if (hasTare) {
            return scale.tell(PRICE_AND_TARE, perKg, tare);
        }
        return scale.tell(PRICE, perKg, ""); // with a separator behind the price, as the makers draw it
    }

    private ScaleReading told(Dialog06Line scale, WeighingOrder order, String record)
            throws IOException, DeviceException {
        Matcher result = RESULT.matcher(record);
        if (!result.matches()) {
            throw notUnderstood();
        }
        scale.end();
        boolean isLook = order.number() == WeighingOrder.LOOK;
        var price = new ScaleReading.Price(Long.parseLong(result.group(2)), Long.parseLong(result.group(3)));
        var reading =
                new ScaleReading(new Quantity(Long.parseLong(result.group(1))), State.STILL, isLook ? null : price);
        told = new Told(order.number(), reading);
        return reading;
    }

    private ScaleReading status(Dialog06Line scale, WeighingOrder order) throws IOException, DeviceException {
        Matcher status = TOLD_STATUS.matcher(scale.tell(STATUS).record());
        if (!status.matches()) {
            throw notUnderstood();
        }
        scale.end();
        switch (status.group(1)) {
            case "20", "22" -> {
                shown = order; // it has the price, and is not finished
                return ScaleReading.none(State.MOVING);
            }
            case "00" -> {
                return ScaleReading.none(State.MOVING); // it has got over what it refused
            }
            case "21" -> {
                return unmoved(order);
            }
            default -> {
                return ScaleReading.none(refusal(status.group(1)));
            }
        }
    }

    private static State refusal(String status) throws DeviceException {
        return switch (status) {
            case "01" -> State.FAULTY;
            case "11" -> State.PRICE_REFUSED;
            case "12" -> State.TARE_REFUSED;
            case "30" -> State.BELOW_MINIMUM;
            case "31" -> State.BELOW_ZERO;
            case "32" -> State.TOO_HEAVY;
            default -> throw notUnderstood();
        };
    }

    /** Nothing has moved since the last weight: for the same weighing it still stands, for another one it is spent. */
    private ScaleReading unmoved(WeighingOrder order) {
        Told last = told;
        return last != null && last.number() == order.number() ? last.reading() : ScaleReading.none(State.NOT_MOVED);
    }

    private static DeviceException notUnderstood() {
        return new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD);
    }

    private static String digits(int count, long number) {
        return String.format(Locale.ROOT, "%0" + count + "d", number);
    }

    /** Thirteen plain signs: scales know no others. */
    private static String text(String name) {
        String plain = DisplayText.plain(name);
        return String.format(Locale.ROOT, "%-" + TEXT_LENGTH + "s", plain).substring(0, TEXT_LENGTH);
    }

    @Override
    public void close() {
        shared.close();
    }
}
