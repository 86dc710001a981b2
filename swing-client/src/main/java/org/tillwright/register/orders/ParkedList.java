package org.tillwright.register.orders;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSaleSummary;

/** The parked sales to choose from. Typing narrows them down; a slip can be scanned instead. */
final class ParkedList {

    private final List<Row> rows;
    private final Catalogue catalogue;
    private final boolean isComplete;
    private String typed = "";

    /**
     * @param isComplete whether these are the whole store's, and not this register's alone
     */
    ParkedList(List<Row> rows, Catalogue catalogue, boolean isComplete) {
        this.rows = List.copyOf(rows);
        this.catalogue = catalogue;
        this.isComplete = isComplete;
    }

    static ParkedList ofOwn(List<SuspendedSaleMessage> own, Catalogue catalogue) {
        return new ParkedList(own.stream().map(Row::of).toList(), catalogue, false);
    }

    /** One of them. */
    record Row(
            UUID id,
            @Nullable String label,
            String operatorName,
            Instant at,
            List<String> items,
            long lineCount,
            String currency,
            long totalMinor) {

        static Row of(SuspendedSaleMessage sale) {
            return new Row(
                    sale.suspendedSaleId(),
                    sale.label(),
                    sale.operatorName(),
                    sale.suspendedAt(),
                    sale.firstItems(),
                    sale.lineCount(),
                    sale.currency(),
                    sale.totalMinor());
        }

        static Row of(SuspendedSaleSummary sale) {
            return new Row(
                    sale.suspendedSaleId(),
                    sale.label(),
                    sale.operatorName(),
                    sale.suspendedAt(),
                    sale.firstItems(),
                    sale.lineCount(),
                    sale.currency(),
                    sale.totalMinor());
        }

        private String code() {
            return SuspendedSaleMessage.codeOf(id);
        }

        private boolean has(String text) {
            String all = String.join(" ", label == null ? "" : label, operatorName, String.join(" ", items), code());
            return all.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
        }
    }

    boolean isComplete() {
        return isComplete;
    }

    /** Finds the one whose slip has this code. */
    Optional<UUID> ofCode(String scanned) {
        return rows.stream()
                .filter(row -> scanned.equals(SuspendedSaleMessage.CODE_PREFIX + row.code()))
                .map(Row::id)
                .findFirst();
    }

    Choices choices(Texts texts) {
        return new Choices(
                texts.text("orders.parked.title"),
                texts.text("orders.parked.detail"),
                texts.text("orders.parked.hint"),
                rows.stream()
                        .filter(row -> row.has(typed))
                        .map(row -> row(row, texts))
                        .toList(),
                texts.text(typed.isEmpty() ? "orders.parked.none" : "orders.parked.none-like", typed));
    }

    private Choices.Row row(Row row, Texts texts) {
        String when = texts.dateAndTime(BusinessDay.localTime(row.at(), catalogue.store()));
        String label = row.label();
        String title = label == null ? row.operatorName() + ", " + when : label;
        String who = label == null ? "" : row.operatorName() + ", " + when + " · ";
        String items = String.join(", ", row.items());
        return new Choices.Row(
                row.id().toString(),
                title,
                who + Counted.text(texts, "orders.lines", row.lineCount()) + (items.isEmpty() ? "" : ": " + items),
                texts.amount(new Money(Currency.of(row.currency()), row.totalMinor())));
    }

    Choosing choosing(Consumer<UUID> take, Conversation talk) {
        return new Choosing() {
            @Override
            public void chosen(String id) {
                talk.leave();
                take.accept(UUID.fromString(id));
            }

            @Override
            public void typed(String text) {
                typed = text;
                talk.refresh();
            }

            @Override
            public boolean scanned(String code) {
                Optional<UUID> found = ofCode(code);
                found.ifPresent(id -> chosen(id.toString()));
                return found.isPresent();
            }
        };
    }
}
