package org.tillwright.register.tendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.sale.SaleLimits;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.selling.CartDrawing;
import org.tillwright.register.text.Texts;

/**
 * Shares a bill out among several people. Equal shares and amounts are tenders of one sale; whoever pays for goods of their
 * own gets a sale and a receipt of their own, and the rest is the next sale.
 */
final class BillSplit {

    private static final String EQUAL = "equal";
    private static final String AMOUNT = "amount";
    private static final String ITEMS = "items";
    private static final String WHOLE = "whole";
    private static final String DONE = "done";

    private final TenderDesk desk;

    BillSplit(TenderDesk desk) {
        this.desk = desk;
    }

    /** Offers the ways to share. */
    void begin() {
        if (desk.sale().due().minor() <= 0) {
            desk.warn("split.nothing");
            return;
        }
        desk.talk().choose(this::ways, chosen(this::way));
    }

    private Choices ways(Texts texts) {
        List<Choices.Row> rows = new ArrayList<>();
        rows.add(row(EQUAL, texts));
        rows.add(row(AMOUNT, texts));
        if (desk.sale().payments().isEmpty()) {
            rows.add(row(ITEMS, texts));
        }
        if (desk.shares().isOn() || desk.sale().bill().canJoin()) {
            rows.add(row(WHOLE, texts));
        }
        return new Choices(texts.text("split.title"), "", texts.text("split.hint"), rows, "");
    }

    private static Choices.Row row(String way, Texts texts) {
        return new Choices.Row(way, texts.text("split." + way), texts.text("split." + way + ".detail"), "");
    }

    private void way(String way) {
        desk.talk().leave();
        switch (way) {
            case EQUAL -> desk.talk().key(texts -> TenderDesk.prompt("split.count", texts), this::shared);
            case AMOUNT -> desk.talk().key(texts -> TenderDesk.prompt("split.first", texts), this::first);
            case ITEMS -> items();
            default -> whole();
        }
    }

    private void shared(String keyed) {
        int most = SaleLimits.MAX_PAYMENTS - desk.sale().payments().size();
        int count = keyed.matches("[0-9]{1,2}") ? Integer.parseInt(keyed) : 0;
        Money due = desk.sale().due();
        if (count < 2 || count > Math.min(most, due.minor())) {
            if (keyed.isEmpty()) {
                desk.warn("split.count-missing", Integer.toString(most));
            } else {
                desk.warn("split.no-count", keyed, Integer.toString(most));
            }
            return;
        }
        desk.talk().leave();
        desk.shares().equal(due, count);
        desk.talk().say(Announcement.information(desk.shares().told(due, desk.texts())));
    }

    private void first(String keyed) {
        Money due = desk.sale().due();
        Optional<Money> read = KeyedFigures.amount(keyed, desk.currency())
                .filter(amount -> amount.minor() > 0 && amount.minor() < due.minor());
        if (read.isEmpty()) {
            desk.warn("split.no-first", keyed, desk.amount(due));
            return;
        }
        desk.talk().leave();
        desk.shares().first(read.get(), due);
        desk.talk().say(Announcement.information(desk.shares().words(due, desk.texts())));
    }

    private void whole() {
        desk.shares().end();
        if (desk.sale().bill().canJoin()) {
            told(desk.sale().bill().join(), "split.joined");
        } else {
            desk.talk().say(Announcement.done(desk.texts().text("split.joined")));
        }
    }

    /** One person chooses what they pay for: each tap one piece more, and none again after the last. */
    private void items() {
        Map<Integer, Quantity> pieces = new TreeMap<>();
        desk.talk().choose(texts -> itemChoices(pieces, texts), chosen(id -> {
            if (id.equals(DONE)) {
                moved(pieces);
            } else {
                tapped(Integer.parseInt(id), pieces);
                desk.talk().refresh();
            }
        }));
    }

    private Choices itemChoices(Map<Integer, Quantity> pieces, Texts texts) {
        List<Choices.Row> rows = new ArrayList<>();
        for (SaleLine line : goods()) {
            Quantity taken = pieces.get(line.number());
            String all = CartDrawing.quantity(line.quantity(), line.unit(), texts);
            String detail = taken == null
                    ? texts.text("split.item.open", all)
                    : texts.text("split.item.taken", CartDrawing.quantity(taken, line.unit(), texts), all);
            rows.add(new Choices.Row(
                    Integer.toString(line.number()),
                    line.description(),
                    detail,
                    texts.figures().amount(line.listed())));
        }
        if (!pieces.isEmpty()) {
            rows.add(new Choices.Row(DONE, texts.text("split.item.done"), texts.text("split.item.done.detail"), ""));
        }
        return new Choices(
                texts.text("split.items"), texts.text("split.items.how"), texts.text("split.hint"), rows, "");
    }

    /** What can be taken on its own: deposits follow their goods, and what comes back stays on the bill of the rest. */
    private List<SaleLine> goods() {
        return desk.sale().lines().stream()
                .filter(line -> !line.isDeposit() && !line.isReturn())
                .toList();
    }

    private void tapped(int number, Map<Integer, Quantity> pieces) {
        goods().stream().filter(line -> line.number() == number).findFirst().ifPresent(line -> {
            Quantity taken = pieces.get(number);
            boolean isWhole = !desk.sale().bill().canDivide(number);
            long before = taken == null ? 0 : taken.milli();
            long next = isWhole ? line.quantity().milli() : before + Quantity.ONE.milli();
            if (before > 0 && (isWhole || next > line.quantity().milli())) {
                pieces.remove(number);
            } else {
                pieces.put(number, new Quantity(next));
            }
        });
    }

    private void moved(Map<Integer, Quantity> pieces) {
        Money before = desk.sale().payable();
        desk.talk().leave();
        SaleOutcome outcome = desk.sale().bill().split(pieces);
        if (outcome instanceof SaleOutcome.Said said) {
            desk.warn(said.notice());
            return;
        }
        desk.shares().end();
        Money rest = desk.sale().bill().rest().orElse(desk.money(0));
        Money apart = desk.sale().payable().plus(rest);
        String text = desk.texts().text("split.moved", desk.amount(desk.sale().payable()), desk.amount(rest));
        String differs = apart.equals(before)
                ? ""
                : " " + desk.texts().text("split.differs", desk.amount(apart), desk.amount(before));
        desk.talk().say(Announcement.done(text + differs));
    }

    private void told(SaleOutcome outcome, String key) {
        if (outcome instanceof SaleOutcome.Said said) {
            desk.warn(said.notice());
        } else {
            desk.talk().say(Announcement.done(desk.texts().text(key)));
        }
    }

    private static Choosing chosen(Consumer<String> then) {
        return new Choosing() {
            @Override
            public void chosen(String id) {
                then.accept(id);
            }
        };
    }
}
