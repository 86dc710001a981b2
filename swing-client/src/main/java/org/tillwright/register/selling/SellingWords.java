package org.tillwright.register.selling;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.cart.CartState;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.component.TabBar;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.dialogue.Question.Answer;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.RingUp;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;

/** Writes the selling screen's state in the operator's language. */
public final class SellingWords {

    /** Reason of a price that was keyed because the item has none. */
    private static final String NO_PRICE = "NO_PRICE";

    private static final List<String> REASONS = List.of("SHELF_PRICE", "DAMAGED", "EXPIRES_SOON", "GOODWILL");

    private final SaleSession sale;
    private final Functions functions;
    private final LineKeying keying;

    SellingWords(SaleSession sale, Functions functions, LineKeying keying) {
        this.sale = sale;
        this.keying = keying;
        this.functions = functions;
    }

    SellingState state(
            Texts texts, TileSearch tiles, Announcement notice, Awaited awaited, int chosen, boolean showsChange) {
        Catalogue catalogue = sale.catalogue();
        Optional<FinishedSale> last = showsChange && sale.isEmpty() ? sale.last() : Optional.empty();
        CartState cart = last.map(finished -> CartDrawing.change(finished, texts))
                .orElseGet(() -> CartDrawing.of(sale, chosen, texts));
        boolean hasSale = last.isEmpty() && !sale.isEmpty();
        Prompt prompt = prompt(awaited, texts);
        Question question = question(awaited, texts);
        return new SellingState(
                cart,
                notice,
                tabs(catalogue, tiles, texts),
                tiles.department(catalogue),
                tiles.tiles(catalogue, sale.prices(), texts),
                tiles.marked(catalogue, texts),
                question,
                prompt,
                awaited instanceof Awaited.Chosen list ? list.choices().apply(texts) : null,
                withMore(functions.first(catalogue.shop()), texts),
                awaited instanceof Awaited.More ? keys(functions.more(catalogue.shop()), texts) : List.of(),
                withMore(functions.all(catalogue.shop()), texts),
                hint(awaited, prompt, question, texts),
                chosen != 0,
                hasSale,
                cashLabel(hasSale, texts));
    }

    private static List<FunctionKey> keys(List<FunctionId> ids, Texts texts) {
        return ids.stream().map(id -> id.key(texts)).toList();
    }

    private static List<FunctionKey> withMore(List<FunctionId> ids, Texts texts) {
        List<FunctionKey> keys = new ArrayList<>(keys(ids, texts));
        keys.add(FunctionId.MORE.key(texts));
        return keys;
    }

    /** A price that was keyed because the item has none. */
    static RingUp.HandPrice noPrice(Money price) {
        return new RingUp.HandPrice(UnitPrice.of(price), NO_PRICE);
    }

    private static String hint(Awaited awaited, @Nullable Prompt prompt, @Nullable Question question, Texts texts) {
        if (prompt != null) {
            return prompt.hint();
        }
        if (awaited instanceof Awaited.Chosen list) {
            return list.choices().apply(texts).hint();
        }
        if (question != null) {
            return texts.text("selling.answer");
        }
        return texts.text(awaited instanceof Awaited.ReturnedGoods ? "selling.return.hint" : "selling.scan");
    }

    /** The line that keys act on: the chosen one while it is there, else the last but deposits; 0 when there is none. */
    int lineChosen(int chosen) {
        List<SaleLine> lines = sale.lines();
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.number() == chosen)) {
            return lines.isEmpty() ? 0 : chosen;
        }
        return lines.stream()
                .filter(line -> !line.isDeposit())
                .reduce((before, last) -> last)
                .map(SaleLine::number)
                .orElse(0);
    }

    ZoneId zone() {
        return ZoneId.of(sale.catalogue().store().timeZone());
    }

    private String cashLabel(boolean hasLines, Texts texts) {
        if (!hasLines) {
            return texts.text("selling.cash.none");
        }
        Money due = sale.cashDue();
        return due.isNegative()
                ? texts.text("selling.pay-out", texts.figures().amount(due.negated()))
                : texts.text("selling.cash", texts.figures().amount(due));
    }

    private static List<TabBar.Tab> tabs(Catalogue catalogue, TileSearch tiles, Texts texts) {
        List<TabBar.Tab> tabs = new ArrayList<>();
        if (!TileSearch.favourites(catalogue).isEmpty()) {
            tabs.add(new TabBar.Tab(TileSearch.FAVOURITES, texts.text("tile.favourites"), 0));
        }
        catalogue
                .departments()
                .forEach(each -> tabs.add(new TabBar.Tab(
                        each.departmentId(), catalogue.nameOf(each, texts.language()), Math.toIntExact(each.hue()))));
        if (tiles.hasSold()) {
            tabs.add(new TabBar.Tab(TileSearch.SOLD, texts.text("tile.sold"), 0));
        }
        return tabs;
    }

    /** Why the sale cannot be given up now. */
    Optional<Notice> obstacleToVoid() {
        if (sale.isEmpty()) {
            return Optional.of(Notice.of("sale.nothing-to-void"));
        }
        return sale.payments().isEmpty() ? Optional.empty() : Optional.of(Notice.of("sale.payments-first"));
    }

    /** What was paid, and what goes back to the customer. */
    public static Announcement paid(FinishedSale finished, Texts texts) {
        return Announcement.done(texts.text(
                finished.change().isZero() ? "selling.paid" : "selling.paid-change",
                texts.figures().amount(finished.payable()),
                texts.figures().amount(finished.change())));
    }

    /** What was just rung up, with its amount, and the promotions that it brought about. */
    Announcement rung(SaleOutcome.Rung rung, Texts texts) {
        List<String> parts = new ArrayList<>();
        find(rung.lineNumber())
                .ifPresent(line -> parts.add(texts.text(
                        line.isReturn() ? "selling.returned" : "selling.added",
                        CartDrawing.quantity(line.quantity(), line.unit(), texts),
                        line.description(),
                        texts.figures().amount(line.listed()))));
        addGained(parts, rung.gained(), texts);
        return parts.isEmpty() ? Announcement.NONE : Announcement.done(String.join(" · ", parts));
    }

    /** A coupon was handed in: what it takes off, or that something is still missing for it. */
    static Announcement coupon(SaleOutcome.CouponTaken coupon, Texts texts) {
        if (coupon.gained().isEmpty()) {
            return Announcement.information(texts.text("selling.coupon-waits", coupon.code()));
        }
        List<String> parts = new ArrayList<>(List.of(texts.text("selling.coupon", coupon.code())));
        addGained(parts, coupon.gained(), texts);
        return Announcement.done(String.join(" ", parts));
    }

    private static void addGained(List<String> parts, List<SaleLine.TakenOff> gained, Texts texts) {
        gained.forEach(off -> parts.add(texts.text(
                "selling.gained",
                off.name(),
                texts.figures().amount(off.amount().negated()))));
    }

    String description(int lineNumber) {
        return find(lineNumber).map(SaleLine::description).orElse("");
    }

    private Optional<SaleLine> find(int lineNumber) {
        return sale.lines().stream().filter(line -> line.number() == lineNumber).findFirst();
    }

    private @Nullable Question question(Awaited awaited, Texts texts) {
        if (awaited instanceof Awaited.Asked asked) {
            return asked.question().apply(texts);
        }
        if (awaited instanceof Awaited.VoidConfirmed) {
            return new Question(
                    texts.text("selling.void-sale.question"),
                    Counted.text(
                            texts,
                            "selling.void-sale.detail",
                            sale.lines().size(),
                            texts.figures().amount(sale.total())),
                    List.of(
                            new Answer("keep", texts.text("selling.void-sale.keep"), false),
                            new Answer("void", texts.text("selling.void-sale.void"), true)));
        }
        if (awaited instanceof Awaited.PriceReason reason) {
            List<Answer> answers = new ArrayList<>();
            answers.add(new Answer("keep", texts.text("selling.reason.keep"), false));
            REASONS.forEach(each -> answers.add(new Answer(each, texts.text("selling.reason." + each), false)));
            return new Question(
                    texts.text("selling.reason.question"),
                    texts.text(
                            "selling.reason.detail",
                            description(reason.line()),
                            texts.figures().price(reason.price())),
                    answers);
        }
        return null;
    }

    private @Nullable Prompt prompt(Awaited awaited, Texts texts) {
        if (awaited instanceof Awaited.Keyed keyed) {
            return keyed.prompt().apply(texts);
        } else if (awaited instanceof Awaited.Waiting waiting) {
            return new Prompt(waiting.what().apply(texts), texts.text("prompt.waiting.detail"), "", false);
        } else if (awaited instanceof Awaited.Held held) {
            return new Prompt(held.what().apply(texts), texts.text("prompt.held.detail"), "", false);
        } else if (awaited instanceof Awaited.LineQuantity line) {
            return prompt(texts, "quantity", description(line.line()), false);
        } else if (awaited instanceof Awaited.LinePrice line) {
            return prompt(texts, "price", description(line.line()), false);
        } else if (awaited instanceof Awaited.ItemPrice item) {
            boolean isOpen = sale.catalogue().isOpenPrice(item.item().itemId());
            return prompt(texts, isOpen ? "open-price" : "no-price", name(item.item(), texts), false);
        } else if (awaited instanceof Awaited.ItemLabel label) {
            return prompt(texts, "label", name(label.item(), texts), false);
        } else if (awaited instanceof Awaited.ItemQuantity item) {
            String unit = item.item().unit() == Unit.KILOGRAM ? "weight" : "measure";
            String price = CartDrawing.price(
                    sale.prices().apply(item.item()), item.item().unit(), texts);
            return new Prompt(
                    texts.text("prompt." + unit + ".title", name(item.item(), texts)),
                    keying.weighing()
                            .words(texts)
                            .map(onScale -> price.isEmpty() ? onScale : price + ". " + onScale)
                            .orElseGet(() -> price.isEmpty()
                                    ? texts.text("prompt." + unit + ".detail-bare")
                                    : texts.text("prompt." + unit + ".detail", price)),
                    texts.text("prompt." + unit + ".hint"),
                    false,
                    keying.weighing().figure(texts));
        }
        return null;
    }

    private static Prompt prompt(Texts texts, String key, String subject, boolean isSecret) {
        return new Prompt(
                texts.text("prompt." + key + ".title", subject),
                texts.text("prompt." + key + ".detail", subject),
                texts.text("prompt." + key + ".hint"),
                isSecret);
    }

    private String name(Catalogue.Item item, Texts texts) {
        return sale.catalogue().nameOf(item, texts.language());
    }
}
