package org.tillwright.register.selling;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.WeighingOrder;
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

    /** Where the scale says no weight. */
    private static final String NO_FIGURE = "\u2013";

    private final SellingModel selling;
    private final SaleSession sale;
    private final Weigher scale;
    private final Tare tare;
    private @Nullable Awaited watched;
    private @Nullable WeighedGoods goods;
    private long weighings;
    private @Nullable ScaleReading reading;
    private @Nullable Notice trouble;

    Weighing(SellingModel selling, SaleSession sale, Weigher scale) {
        this.selling = selling;
        this.sale = sale;
        this.scale = scale;
        this.tare = new Tare(sale);
    }

    boolean isThere() {
        return scale.isThere();
    }

    /** Puts in the functions of the scale; a register without one has no keys for them. */
    void into(Functions functions) {
        functions.put(FunctionId.WEIGH, this::isThere, keyed -> weighLine());
        functions.put(FunctionId.TARE, this::isThere, this::tare);
    }

    /** Something is awaited now; where it is a weight, the scale is watched until it was given or left. */
    void watch(Awaited awaited) {
        if (watched != null) {
            tare.forget(); // it was meant for what was weighed, or for what nobody wants any more
        }
        reading = null;
        trouble = null;
        watched = null;
        goods = null;
        boolean isWeight =
                awaited instanceof Awaited.ItemQuantity asked && asked.item().unit() == Unit.KILOGRAM;
        if (isWeight && isThere()) {
            watched = awaited;
            WeighedGoods next = goodsOf(((Awaited.ItemQuantity) awaited).item());
            goods = next;
            look(awaited, next, Duration.ZERO);
        }
    }

    private WeighedGoods goodsOf(Catalogue.Item item) {
        weighings++;
        String name = sale.catalogue().nameOf(item, selling.texts().language());
        return WeighedGoods.of(new WeighingOrder(weighings, null, tareOf(item), name), weight -> sale.prices()
                .with(weight, item));
    }

    /** What was keyed or weighed for packing, or else what the shop's rules say of these goods. */
    private long tareOf(Catalogue.Item item) {
        return tare.keyed()
                .orElseGet(() -> sale.catalogue().shop().selling().tareGramsOf(item.itemId(), item.departmentId()));
    }

    private void look(Awaited awaited, WeighedGoods weighed, Duration after) {
        scale.weigh(
                after,
                weighed.order(),
                read -> seen(awaited, weighed, read, null, PAUSE),
                failed -> seen(awaited, weighed, null, failed, AFTER_TROUBLE));
    }

    private void seen(
            Awaited awaited,
            WeighedGoods weighed,
            @Nullable ScaleReading read,
            @Nullable Notice failed,
            Duration next) {
        if (watched != awaited || selling.awaited() != awaited) {
            return; // the weight was given, or nobody wants it any more
        }
        boolean isOther = !Objects.equals(reading, read) || !Objects.equals(trouble, failed);
        reading = read;
        trouble = failed;
        if (isOther) {
            selling.show();
        }
        look(awaited, weighed, next);
    }

    /** The weight that Enter takes; empty while there is none to sell by. */
    Optional<Quantity> weight() {
        WeighedGoods weighed = goods;
        return Optional.ofNullable(reading)
                .filter(read -> weighed != null && weighed.isSoldBy(read))
                .map(ScaleReading::weight);
    }

    /** What is on the scale, and what to do; empty while the scale has nothing to do with what is asked. */
    Optional<String> words(Texts texts) {
        WeighedGoods weighed = goods;
        if (watched == null || weighed == null || selling.awaited() != watched) {
            return Optional.empty();
        }
        Notice why = trouble;
        String words = why != null ? texts.text(why) : words(reading, weighed, texts);
        return Optional.of(Tare.beside(words, weighed.order().tareGrams(), texts));
    }

    /** What the scale shows, for the customer to read too; empty while the scale has nothing to do with what is asked. */
    String figure(Texts texts) {
        if (watched == null || goods == null || selling.awaited() != watched) {
            return "";
        }
        ScaleReading read = reading;
        if (trouble != null || read == null) {
            return NO_FIGURE;
        }
        return switch (read.state()) {
            case STILL, MOVING -> CartDrawing.quantity(read.weight(), Unit.KILOGRAM, texts);
            default -> NO_FIGURE;
        };
    }

    private static String words(@Nullable ScaleReading read, WeighedGoods weighed, Texts texts) {
        if (read == null) {
            return texts.text("weigh.empty");
        }
        String weight = CartDrawing.quantity(read.weight(), Unit.KILOGRAM, texts);
        return switch (read.state()) {
            case STILL -> {
                if (read.weight().isZero()) {
                    yield texts.text("weigh.empty");
                }
                yield weighed.agrees(read) ? texts.text("weigh.live", weight) : different(read, weighed, texts);
            }
            case MOVING -> read.weight().isZero() ? texts.text("weigh.not-still") : texts.text("weigh.moving", weight);
            case TOO_HEAVY -> texts.text("weigh.too-heavy");
            case BELOW_ZERO -> texts.text("weigh.below-zero");
            case BELOW_MINIMUM -> texts.text("weigh.too-light");
            case NOT_MOVED -> texts.text("weigh.not-moved");
            case PRICE_REFUSED -> texts.text("weigh.price-refused");
            case TARE_REFUSED -> texts.text("weigh.tare-refused");
            case NOT_TRUSTED -> texts.text("weigh.not-trusted");
            case FAULTY -> texts.text("weigh.faulty");
        };
    }

    /** The customer reads something else on the scale than the sale would say. */
    private static String different(ScaleReading read, WeighedGoods weighed, Texts texts) {
        Money here = weighed.amount(read);
        ScaleReading.Price onScale = read.price();
        if (here == null || onScale == null) {
            return texts.text("weigh.price-refused");
        }
        return texts.text(
                "weigh.different", texts.amount(new Money(here.currency(), onScale.amountMinor())), texts.amount(here));
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
            weighings++;
            long packing =
                    sale.catalogue().find(line.itemId()).map(this::tareOf).orElse(0L);
            var weighed = WeighedGoods.of(
                    new WeighingOrder(weighings, null, packing, line.description()), weight -> line.unitPrice());
            scale.weigh(
                    Duration.ZERO, weighed.order(), read -> weighed(weighedFor, line, weighed, read), selling::warn);
        }
    }

    /** The scale takes its time: meanwhile the sale may be another, with another line of that number. */
    private void weighed(UUID weighedFor, SaleLine line, WeighedGoods weighed, ScaleReading read) {
        boolean isThatSale = sale.transactionId().equals(weighedFor) && selling.takesGoods();
        if (!isThatSale) {
            return;
        }
        if (weighed.isSoldBy(read)) {
            tare.forget();
            selling.told(
                    sale.changeQuantity(line.number(), read.weight()),
                    approver -> sale.changeQuantity(line.number(), read.weight(), approver));
        } else {
            selling.say(Announcement.warning(words(read, weighed, selling.texts())));
        }
    }

    /** Takes grams that were keyed, or what lies on the scale, for the packing of what is weighed next. */
    private void tare(String keyed) {
        watched = null; // a prompt that was left is not what this tare is for
        if (!keyed.isBlank()) {
            say(tare.key(keyed));
            return;
        }
        UUID askedFor = sale.transactionId();
        scale.weigh(
                Duration.ZERO,
                WeighingOrder.look(),
                read -> {
                    if (sale.transactionId().equals(askedFor) && selling.takesGoods()) {
                        packing(read);
                    }
                },
                selling::warn);
    }

    private void packing(ScaleReading read) {
        if (read.isSellable()) {
            say(tare.set(read.weight().milli()));
        } else {
            WeighedGoods nothing = WeighedGoods.of(WeighingOrder.look(), weight -> null);
            selling.say(Announcement.warning(words(read, nothing, selling.texts())));
        }
    }

    private void say(Notice told) {
        selling.say(Announcement.information(selling.texts().text(told)));
    }
}
