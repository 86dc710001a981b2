package org.tillwright.register.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillCount.Yes;
import org.tillwright.wire.CashMovedMessage.Kind;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.TenderRules;

/** Asks for the currency, amount, reason and note of cash that moves without a sale, one after the other, and moves it. */
final class MovementTalk {

    private static final int LONGEST_NOTE = 200;

    private final TillSession till;
    private final Conversation conversation;
    private final TillDevices devices;
    private final TillFunctions.Surroundings surroundings;

    MovementTalk(
            TillSession till, Conversation conversation, TillDevices devices, TillFunctions.Surroundings surroundings) {
        this.till = till;
        this.conversation = conversation;
        this.devices = devices;
        this.surroundings = surroundings;
    }

    /** Begins with what was keyed before the function's key, if anything was. */
    void begin(Kind kind, String keyed) {
        if (!till.isOpen()) {
            warn("till.not-open");
        } else if (kind == Kind.NO_SALE) {
            reason(kind, Money.zero(own()));
        } else if (!keyed.isEmpty()) {
            amountKeyed(kind, own(), keyed, true);
        } else {
            currency(kind);
        }
    }

    private void currency(Kind kind) {
        List<String> others = Lists.of(catalogue().shop().tenders().currencies()).stream()
                .map(TenderRules.ForeignCurrency::currency)
                .filter(code -> Currency.find(code) != null)
                .toList();
        boolean isOfTheSafe = kind == Kind.LOAN || kind == Kind.PICKUP;
        if (others.isEmpty() || !isOfTheSafe) {
            amount(kind, own());
            return;
        }
        List<String> codes = new ArrayList<>(List.of(own().code()));
        codes.addAll(others);
        conversation.choose(
                texts -> new Choices(
                        title(kind, texts),
                        texts.text("till.move.which-currency"),
                        texts.text("till.move.amount", own().code()),
                        codes.stream()
                                .map(code -> new Choices.Row(code, code, "", ""))
                                .toList(),
                        ""),
                new WhichCurrency(kind));
    }

    /** Who keys the amount at once means the chosen currency. */
    private final class WhichCurrency implements Choosing {

        private final Kind kind;
        private String keyed = "";

        WhichCurrency(Kind kind) {
            this.kind = kind;
        }

        @Override
        public void typed(String text) {
            keyed = text.strip();
        }

        @Override
        public void chosen(String code) {
            Currency currency = Currency.of(code);
            if (keyed.isEmpty()) {
                amount(kind, currency);
            } else {
                amountKeyed(kind, currency, keyed, true);
            }
        }
    }

    private void amount(Kind kind, Currency currency) {
        conversation.key(
                texts -> new Prompt(
                        title(kind, texts),
                        texts.text("till.move." + kind + ".detail"),
                        texts.text("till.move.amount", currency.code()),
                        false),
                keyed -> amountKeyed(kind, currency, keyed.strip(), false));
    }

    private void amountKeyed(Kind kind, Currency currency, String keyed, boolean wasKeyedBefore) {
        Optional<Money> amount = KeyedFigures.amount(keyed, currency).filter(money -> !money.isZero());
        if (amount.isPresent()) {
            reason(kind, amount.get());
            return;
        }
        if (wasKeyedBefore) {
            amount(kind, currency);
        }
        conversation.say(Announcement.warning(
                keyed.isEmpty()
                        ? conversation.texts().text("till.move.key-amount")
                        : conversation.texts().text("tendering.no-amount", keyed)));
    }

    private void reason(Kind kind, Money amount) {
        List<Reason> reasons = catalogue().shop().reasons(kind.name());
        if (reasons.isEmpty()) {
            note(new CashMovement(kind, amount, null, null));
            return;
        }
        conversation.choose(texts -> choices(kind, reasons, texts), new Choosing() {
            @Override
            public void chosen(String id) {
                note(new CashMovement(kind, amount, id, null));
            }
        });
    }

    private Choices choices(Kind kind, List<Reason> reasons, Texts texts) {
        String storeLanguage = catalogue().store().language();
        return new Choices(
                title(kind, texts),
                texts.text("till.move.why"),
                texts.text("till.move.why"),
                reasons.stream()
                        .map(reason -> new Choices.Row(
                                reason.reasonId(), Shop.nameOf(reason, texts.language(), storeLanguage), "", ""))
                        .toList(),
                texts.text("till.move.why"));
    }

    /** What money was for is written down in words; the safe's own cash needs none. */
    private void note(CashMovement wanted) {
        if (wanted.kind() != Kind.PAID_IN && wanted.kind() != Kind.PAID_OUT) {
            move(wanted, null);
            return;
        }
        conversation.key(
                texts -> new Prompt(
                        title(wanted.kind(), texts),
                        texts.text("till.move.note.detail"),
                        texts.text("till.move.note"),
                        false),
                keyed -> {
                    String note = keyed.strip();
                    if (note.length() > LONGEST_NOTE) {
                        warn("till.move.note-too-long");
                    } else {
                        move(
                                new CashMovement(
                                        wanted.kind(), wanted.amount(), wanted.reason(), note.isEmpty() ? null : note),
                                null);
                    }
                });
    }

    private void move(CashMovement wanted, @Nullable Yes yes) {
        conversation.leave();
        TillOutcome outcome = till.move(wanted, surroundings.operator().get(), yes);
        if (outcome instanceof TillOutcome.Moved done) {
            devices.openDrawer();
            if (wanted.kind() != Kind.NO_SALE) {
                devices.slip(done.moved());
            }
            conversation.say(Announcement.done(conversation
                    .texts()
                    .text(
                            "till.moved." + wanted.kind(),
                            conversation.texts().amount(wanted.amount()),
                            wanted.amount().currency().code())));
        } else if (outcome instanceof TillOutcome.NeedsApproval needed) {
            surroundings
                    .approvals()
                    .ask(
                            new TillApprovals.What(
                                    needed.permission(),
                                    wanted.kind().name(),
                                    till.requireId().toString(),
                                    wanted.amount()),
                            given -> move(wanted, given));
        } else {
            conversation.say(TillWords.of(outcome, conversation.texts()));
        }
    }

    private Currency own() {
        return catalogue().currency();
    }

    private Catalogue catalogue() {
        return surroundings.catalogue().get();
    }

    private static String title(Kind kind, Texts texts) {
        return texts.text("function." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void warn(String key) {
        conversation.say(Announcement.warning(conversation.texts().text(key)));
    }
}
