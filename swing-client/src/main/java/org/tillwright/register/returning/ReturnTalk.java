package org.tillwright.register.returning;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.returns.Refunds.NotReturnableException;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.returning.Surroundings.Deed;
import org.tillwright.register.sale.Particulars;
import org.tillwright.register.sale.Permissions;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.sale.PostVoids;
import org.tillwright.wire.sale.ReceiptFound;

/**
 * Takes goods back: asks for the receipt, lets the operator choose what of it comes back, why and in what condition, and puts it
 * into the sale in progress. Goods chosen after it are sold in the same sale.
 */
public final class ReturnTalk {

    private static final String BLIND = "blind";
    private static final String LOOK = "look";
    private static final String GO = "go";
    private static final String ALL = "all";
    private static final String LINE = "line:";

    private final Surroundings around;
    private final Clock clock;

    public ReturnTalk(Surroundings around, Clock clock) {
        this.around = around;
        this.clock = clock;
    }

    /** Asks for the receipt, or looks for what was keyed before. */
    public void begin(String keyed) {
        if (keyed.isBlank()) {
            around.talk().choose(this::beginning, new Beginning());
        } else {
            find(keyed);
        }
    }

    private Choices beginning(Texts texts) {
        return new Choices(
                texts.text("returning.begin"),
                texts.text("returning.begin.detail"),
                texts.text("returning.begin.hint"),
                typed.isBlank()
                        ? List.of(new Choices.Row(
                                BLIND, texts.text("returning.blind"), texts.text("returning.blind.detail"), ""))
                        : List.of(new Choices.Row(LOOK, texts.text("returning.look", typed), "", "")),
                "");
    }

    private String typed = "";

    private final class Beginning implements Choosing {

        Beginning() {
            typed = "";
        }

        @Override
        public void chosen(String id) {
            if (id.equals(BLIND)) {
                around.talk().leave();
                around.blind().run();
            } else {
                find(typed);
            }
        }

        @Override
        public void typed(String text) {
            typed = text;
            around.talk().refresh();
        }

        @Override
        public boolean scanned(String code) {
            find(code);
            return true;
        }
    }

    /** Looks for a receipt; somebody may have scanned it without asking for a return first. */
    public void find(String code) {
        around.talk().await(texts -> texts.text("returning.looking", code));
        Object waiting = around.talk().open();
        around.receipts().find(code, outcome -> {
            if (around.talk().isOpen(waiting)) {
                KnownReceipt found = outcome.found();
                if (found == null) {
                    begin("");
                    warn(outcome.missing());
                } else {
                    found(found);
                }
            }
        });
    }

    private void found(KnownReceipt known) {
        ReturnPicking picking = new ReturnPicking(known, around.sale().catalogue());
        Notice obstacle = obstacle(known.receipt(), picking);
        chosenBefore(picking);
        if (obstacle != null) {
            begin("");
            warn(obstacle);
        } else if (isTooOld(known.receipt())) {
            around.allowing().ask(new Deed(Permissions.RETURN_WITHOUT_RECEIPT, null, null), approver -> pick(picking));
            around.talk()
                    .say(Announcement.warning(
                            around.talk().texts().text("returning.too-old", soldOn(known.receipt()))));
        } else {
            pick(picking);
        }
    }

    /** What is in the sale already is chosen again, to be changed. */
    private void chosenBefore(ReturnPicking picking) {
        UUID from = picking.receipt().sale().transactionId();
        around.sale().particulars().returned().forEach((number, returned) -> {
            if (returned.transactionId().equals(from)) {
                around.sale()
                        .cart()
                        .find(number)
                        .ifPresent(line -> picking.again(
                                Math.toIntExact(returned.line()),
                                line.quantity().negated()));
            }
        });
    }

    private @Nullable Notice obstacle(ReceiptFound receipt, ReturnPicking picking) {
        SaleMessage sale = receipt.sale();
        UUID other = around.sale().particulars().returned().values().stream()
                .map(SaleMessage.ReturnedLine::transactionId)
                .filter(id -> !id.equals(sale.transactionId()))
                .findFirst()
                .orElse(null);
        if (!sale.currency().equals(around.sale().catalogue().currency().code())) {
            return Notice.of("returning.currency", sale.currency());
        } else if (PostVoids.isOne(sale) || receipt.postVoidedBy() != null) {
            return Notice.of("returning.undone", Long.toString(receipt.sequence()));
        } else if (other != null) {
            return Notice.of("returning.one-receipt");
        } else if (!around.sale().payments().isEmpty()) {
            return Notice.of("sale.payments-first");
        }
        return picking.isAnythingLeft() ? null : Notice.of("returning.nothing-left", Long.toString(receipt.sequence()));
    }

    private boolean isTooOld(ReceiptFound receipt) {
        Long days = around.sale().catalogue().shop().returns().days();
        LocalDate today =
                BusinessDay.of(clock.instant(), around.sale().catalogue().store());
        return days != null && receipt.sale().businessDay().plusDays(days).isBefore(today);
    }

    private String soldOn(ReceiptFound receipt) {
        return around.talk().texts().date(receipt.sale().businessDay());
    }

    // ---------------------------------------------------------------- choosing

    private void pick(ReturnPicking picking) {
        Picking picked = new Picking(picking);
        around.talk().choose(texts -> choices(picking, picked.marked, texts), picked);
    }

    private Choices choices(ReturnPicking picking, String marked, Texts texts) {
        ReceiptFound receipt = picking.receipt();
        List<Choices.Row> rows = new ArrayList<>();
        if (picking.isEmpty()) {
            rows.add(new Choices.Row(ALL, texts.text("returning.all"), "", ""));
        } else {
            rows.add(new Choices.Row(
                    GO, texts.text("returning.go"), texts.text("returning.go.detail"), worth(picking, texts)));
        }
        for (ReturnPicking.Line line : picking.lines()) {
            rows.add(row(line, texts));
        }
        if (!picking.isEmpty() && picking.isMoreLeft()) {
            rows.add(new Choices.Row(ALL, texts.text("returning.all"), "", ""));
        }
        return new Choices(
                texts.text(
                        "returning.receipt",
                        Long.toString(receipt.sequence()),
                        texts.date(receipt.sale().businessDay())),
                texts.text("returning.receipt.detail"),
                texts.text("returning.receipt.hint"),
                rows,
                "",
                marked);
    }

    private static Choices.Row row(ReturnPicking.Line line, Texts texts) {
        String bought = texts.figures().quantity(line.bought());
        String detail = line.back().isZero()
                ? texts.text("returning.line", bought)
                : texts.text(
                        "returning.line.back",
                        bought,
                        texts.figures().quantity(line.back()),
                        texts.figures().quantity(line.left()));
        return new Choices.Row(
                LINE + line.number(),
                line.sold().description(),
                line.isSoldHere() ? detail : texts.text("returning.not-here"),
                line.chosen().isZero()
                        ? ""
                        : texts.text(
                                "returning.of",
                                texts.figures().quantity(line.chosen()),
                                texts.figures().quantity(line.left())));
    }

    private static String worth(ReturnPicking picking, Texts texts) {
        try {
            return texts.amount(picking.refund());
        } catch (NotReturnableException e) {
            return "";
        }
    }

    private final class Picking implements Choosing {

        private final ReturnPicking picking;
        private String keyed = "";

        /** Once nothing more can be added with the marked row, Enter goes on. */
        private String marked = "";

        Picking(ReturnPicking picking) {
            this.picking = picking;
        }

        @Override
        public void typed(String text) {
            keyed = text;
        }

        @Override
        public void chosen(String id) {
            String figure = keyed;
            keyed = "";
            if (id.equals(ALL)) {
                picking.all();
                marked = GO;
            } else if (id.equals(GO)) {
                go(picking);
                return;
            } else {
                line(Integer.parseInt(id.substring(LINE.length())), figure);
            }
            around.talk().refresh();
        }

        private void line(int number, String figure) {
            boolean isSoldHere =
                    picking.lines().stream().anyMatch(line -> line.number() == number && line.isSoldHere());
            if (!isSoldHere) {
                warn(Notice.of("returning.not-here"));
            } else if (figure.isBlank()) {
                picking.step(number);
            } else {
                Optional<Quantity> quantity = KeyedFigures.quantity(figure);
                quantity.flatMap(wanted -> picking.choose(number, wanted)).ifPresent(ReturnTalk.this::warn);
                if (quantity.isEmpty()) {
                    warn(Notice.of("selling.no-quantity", figure));
                }
            }
            marked = picking.isWhole(number) ? GO : "";
        }

        @Override
        public boolean scanned(String code) {
            boolean isThere = around.sale()
                    .catalogue()
                    .find(ScanCode.of(code))
                    .filter(item -> picking.scanned(item.itemId()))
                    .isPresent();
            if (isThere) {
                marked = GO;
                around.talk().refresh();
            } else {
                warn(Notice.of("returning.not-on-receipt", code));
            }
            return true;
        }
    }

    private void go(ReturnPicking picking) {
        try {
            Map<Integer, SoldLine> worth = picking.worth();
            Map<Integer, String> names = new TreeMap<>();
            picking.lines().stream()
                    .filter(line -> worth.containsKey(line.number()))
                    .forEach(line -> names.put(line.number(), line.sold().description()));
            new ReasonTalk(around.talk())
                    .goods(around.sale().catalogue(), names, said -> put(picking, worth, said), () -> pick(picking));
        } catch (NotReturnableException e) {
            String name = around.sale()
                    .catalogue()
                    .nameOfPromotion(e.promotionId(), around.talk().texts().language());
            warn(Notice.of("returning.together", name));
        }
    }

    /** Puts the goods into the sale in place of those of the same receipt that are in it already. */
    private void put(ReturnPicking picking, Map<Integer, SoldLine> worth, Map<Integer, LineParticulars> said) {
        UUID from = picking.receipt().sale().transactionId();
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        int next = around.sale().nextLine();
        for (Integer line : worth.keySet()) {
            numbers.put(line, next++);
        }
        SaleOutcome outcome = around.sale()
                .changes()
                .both(
                        cart -> with(cart, picking, worth, numbers),
                        particulars -> with(particulars, from, numbers, said));
        around.talk().leave();
        if (outcome instanceof SaleOutcome.Said refused) {
            warn(refused.notice());
        } else {
            Money due = around.sale().due();
            around.talk()
                    .say(Announcement.done(texts().text(
                                    due.isNegative() ? "returning.taken" : "returning.taken.exchange",
                                    texts().amount(due.isNegative() ? due.negated() : due))));
        }
    }

    private Cart with(Cart cart, ReturnPicking picking, Map<Integer, SoldLine> worth, Map<Integer, Integer> numbers) {
        Cart changed = cart;
        for (Integer old : around.sale().particulars().returned().keySet()) {
            changed = changed.without(old);
        }
        for (Map.Entry<Integer, SoldLine> line : worth.entrySet()) {
            SaleMessage.Line sold = picking.receipt().sale().lines().stream()
                    .filter(each -> each.number() == (long) line.getKey())
                    .findFirst()
                    .orElseThrow();
            Quantity back = requireNonNull(picking.chosen().get(line.getKey()));
            changed = changed.with(new Cart.Line(
                            requireNonNull(numbers.get(line.getKey())),
                            sold.itemId(),
                            Cart.Kind.RETURN,
                            back.negated(),
                            null)
                    .asSold(line.getValue()));
        }
        return changed;
    }

    private static Particulars with(
            Particulars before, UUID from, Map<Integer, Integer> numbers, Map<Integer, LineParticulars> said) {
        Particulars changed = before;
        for (Map.Entry<Integer, Integer> line : numbers.entrySet()) {
            changed = changed.withReturned(line.getValue(), new SaleMessage.ReturnedLine(from, (long) line.getKey()))
                    .withLine(line.getValue(), said.get(line.getKey()));
        }
        return changed;
    }

    private Texts texts() {
        return around.talk().texts();
    }

    private void warn(Notice notice) {
        around.talk().say(Announcement.warning(texts().text(notice)));
    }
}
