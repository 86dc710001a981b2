package org.tillwright.register.selling;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;

/** Watches the scale while goods are to be weighed, so that the prompt shows what lies on it. Event thread only. */
final class Weighing {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    private final SellingModel selling;
    private final SaleSession sale;
    private final Weigher scale;
    private @Nullable Awaited watched;
    private @Nullable ScaleReading reading;
    private @Nullable Notice trouble;

    Weighing(SellingModel selling, SaleSession sale, Weigher scale) {
        this.selling = selling;
        this.sale = sale;
        this.scale = scale;
    }

    boolean isThere() {
        return scale.isThere();
    }

    /** Puts in the function that weighs a line again; a register without a scale has no key for it. */
    void into(Functions functions) {
        if (isThere()) {
            functions.put(FunctionId.WEIGH, keyed -> weighLine());
        }
    }

    /** Something is awaited now; where it is a weight, the scale is watched until it was given or left. */
    void watch(Awaited awaited) {
        reading = null;
        trouble = null;
        watched = null;
        boolean isWeight =
                awaited instanceof Awaited.ItemQuantity asked && asked.item().unit() == Unit.KILOGRAM;
        if (isWeight && isThere()) {
            watched = awaited;
            look(awaited, Duration.ZERO);
        }
    }

    private void look(Awaited awaited, Duration after) {
        scale.weigh(
                after, read -> seen(awaited, read, null, PAUSE), failed -> seen(awaited, null, failed, AFTER_TROUBLE));
    }

    private void seen(Awaited awaited, @Nullable ScaleReading read, @Nullable Notice failed, Duration next) {
        if (watched != awaited || selling.awaited() != awaited) {
            return; // the weight was given, or nobody wants it any more
        }
        boolean isOther = !Objects.equals(reading, read) || !Objects.equals(trouble, failed);
        reading = read;
        trouble = failed;
        if (isOther) {
            selling.show();
        }
        look(awaited, next);
    }

    /** The weight that Enter takes; empty while there is none to sell by. */
    Optional<Quantity> weight() {
        return Optional.ofNullable(reading).filter(ScaleReading::isSellable).map(ScaleReading::weight);
    }

    /** What is on the scale, and what to do; empty while the scale has nothing to do with what is asked. */
    Optional<String> words(Texts texts) {
        if (watched == null || selling.awaited() != watched) {
            return Optional.empty();
        }
        Notice why = trouble;
        return Optional.of(why != null ? texts.text(why) : words(reading, texts));
    }

    private static String words(@Nullable ScaleReading read, Texts texts) {
        if (read == null) {
            return texts.text("weigh.empty");
        }
        String weight = CartDrawing.quantity(read.weight(), Unit.KILOGRAM, texts);
        return switch (read.state()) {
            case STILL -> read.weight().isZero() ? texts.text("weigh.empty") : texts.text("weigh.live", weight);
            case MOVING -> texts.text("weigh.moving", weight);
            case TOO_HEAVY -> texts.text("weigh.too-heavy");
            case BELOW_ZERO -> texts.text("weigh.below-zero");
        };
    }

    private void weighLine() {
        SaleLine line = sale.lines().stream()
                .filter(each -> each.number() == selling.currentLine())
                .findFirst()
                .orElse(null);
        if (line == null) {
            selling.say(Announcement.information(selling.texts().text("selling.no-line")));
        } else if (line.unit() != Unit.KILOGRAM) {
            selling.say(Announcement.information(selling.texts().text("weigh.not-weighed", line.description())));
        } else {
            UUID weighedFor = sale.transactionId();
            scale.weigh(Duration.ZERO, read -> weighed(weighedFor, line, read), selling::warn);
        }
    }

    /** The scale takes its time: meanwhile the sale may be another, with another line of that number. */
    private void weighed(UUID weighedFor, SaleLine line, ScaleReading read) {
        boolean isThatSale = sale.transactionId().equals(weighedFor) && selling.takesGoods();
        if (!isThatSale) {
            return;
        }
        if (read.isSellable()) {
            selling.told(
                    sale.changeQuantity(line.number(), read.weight()),
                    approver -> sale.changeQuantity(line.number(), read.weight(), approver));
        } else {
            selling.say(Announcement.warning(words(read, selling.texts())));
        }
    }
}
