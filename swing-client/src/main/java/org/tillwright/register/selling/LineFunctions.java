package org.tillwright.register.selling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.shop.Reason;

/** How a customer wants a line: an instruction in words, other choices, eaten here or taken away. */
public final class LineFunctions {

    /** Reasons of this use are words that a key takes over, such as no onions. */
    private static final String QUICK_WORDS = "INSTRUCTION";

    /** What a kitchen printer shows in three lines; a record takes a little more. */
    private static final int MOST_SIGNS = 120;

    private static final String TYPED = "typed";
    private static final String NONE = "none";

    private final SaleSession sale;
    private final Conversation talk;
    private final IntSupplier currentLine;

    /** @param currentLine the line that keys act on; 0 when there is none */
    public LineFunctions(SaleSession sale, Conversation talk, IntSupplier currentLine) {
        this.sale = sale;
        this.talk = talk;
        this.currentLine = currentLine;
    }

    public void into(Functions functions) {
        functions.put(FunctionId.INSTRUCTION, keyed -> onLine(line -> instruction(line, keyed)));
        functions.put(FunctionId.MODIFIERS, keyed -> onLine(this::modifiers));
        functions.put(FunctionId.SERVICE_MODE, keyed -> serviceMode());
    }

    private void onLine(Consumer<Cart.Line> action) {
        Optional<Cart.Line> line = sale.cart().find(currentLine.getAsInt());
        if (line.isEmpty()) {
            talk.say(Announcement.information(talk.texts().text("selling.no-line")));
        } else {
            action.accept(line.get());
        }
    }

    private void instruction(Cart.Line line, String keyed) {
        if (!keyed.isBlank()) {
            new Instruction(line).say(keyed.strip());
            return;
        }
        Instruction choosing = new Instruction(line);
        talk.choose(choosing::choices, choosing);
    }

    /** @param words null takes the instruction off */
    private void instruct(Cart.Line line, @Nullable String words) {
        LineParticulars before = sale.particulars().lines().get(line.number());
        String reason = before == null ? null : before.returnReason();
        String condition = before == null ? null : before.condition();
        boolean isNothing = words == null && reason == null && condition == null;
        LineParticulars after = isNothing ? null : new LineParticulars(words, reason, condition);
        talk.leave();
        tell(
                sale.changes().note(known -> known.withLine(line.number(), after)),
                words == null ? "instruction.off" : "instruction.noted",
                words == null ? name(line) : words);
    }

    private void modifiers(Cart.Line line) {
        boolean isFixed = line.sold() != null || line.labelTotal() != null;
        if (isFixed || ModifierChoice.groupsOf(sale, line.itemId()).isEmpty()) {
            talk.say(Announcement.information(talk.texts().text("modifiers.none", name(line))));
            return;
        }
        Catalogue.Item item = sale.catalogue().find(line.itemId()).orElseThrow();
        new ModifierChoice(talk, sale, item, line.modifiers())
                .choose(chosen -> tell(
                        sale.changes().cart(cart -> cart.find(line.number())
                                .map(now -> cart.with(now.withModifiers(chosen)))
                                .orElse(cart)),
                        "modifiers.done",
                        name(line)));
    }

    private void serviceMode() {
        talk.choose(this::modes, new Choosing() {
            @Override
            public void chosen(String id) {
                talk.leave();
                boolean isLine = id.startsWith("line ");
                ServiceMode mode = ServiceMode.valueOf(id.substring(id.indexOf(' ') + 1));
                serve(mode, isLine ? currentLine.getAsInt() : 0);
            }
        });
    }

    /** @param line the only one that it is for; 0 for the whole sale and what comes yet */
    private void serve(ServiceMode mode, int line) {
        if (line == 0) {
            sale.goods().serve(mode);
        }
        if (line == 0 && sale.cart().isEmpty()) {
            say("service." + word(mode));
            return;
        }
        SaleOutcome outcome = sale.changes().cart(cart -> {
            Cart changed = cart;
            for (Cart.Line each : cart.lines()) {
                boolean isMeant = line == 0 || each.number() == line;
                changed = isMeant && each.sold() == null ? changed.with(each.withServiceMode(mode)) : changed;
            }
            return changed;
        });
        tell(outcome, "service." + word(mode), "");
    }

    private Choices modes(Texts texts) {
        List<Choices.Row> rows = new ArrayList<>();
        ServiceMode now = sale.goods().mode(sale.catalogue(), sale.cart());
        for (ServiceMode mode : ServiceMode.values()) {
            String mark = mode == now ? "✓ " : "";
            rows.add(new Choices.Row(
                    "sale " + mode.name(), mark + texts.text("service." + word(mode)), texts.text("service.sale"), ""));
        }
        sale.cart().find(currentLine.getAsInt()).ifPresent(line -> {
            for (ServiceMode mode : ServiceMode.values()) {
                rows.add(new Choices.Row(
                        "line " + mode.name(),
                        texts.text("service." + word(mode)),
                        texts.text("service.line", name(line)),
                        ""));
            }
        });
        return new Choices(
                texts.text("service.title"), texts.text("service.detail"), texts.text("service.hint"), rows, "");
    }

    static String word(ServiceMode mode) {
        return mode == ServiceMode.EAT_IN ? "eat-in" : "take-away";
    }

    private void tell(SaleOutcome outcome, String key, String subject) {
        if (outcome instanceof SaleOutcome.Said said) {
            talk.say(Announcement.warning(talk.texts().text(said.notice())));
        } else {
            talk.say(Announcement.done(talk.texts().text(key, subject)));
        }
    }

    private void say(String key) {
        talk.say(Announcement.done(talk.texts().text(key)));
    }

    private String name(Cart.Line line) {
        return sale.catalogue()
                .find(line.itemId())
                .map(item -> sale.catalogue().nameOf(item, talk.texts().language()))
                .orElse(line.itemId());
    }

    /** What is typed, or quick words of the shop that have it in them. */
    private final class Instruction implements Choosing {

        private final Cart.Line line;
        private String typed = "";

        Instruction(Cart.Line line) {
            this.line = line;
        }

        Choices choices(Texts texts) {
            List<Choices.Row> rows = new ArrayList<>();
            if (!typed.isEmpty()) {
                rows.add(new Choices.Row(TYPED, typed, texts.text("instruction.as-typed"), ""));
            }
            for (Reason word : sale.catalogue().shop().reasons(QUICK_WORDS)) {
                String name = Shop.nameOf(
                        word, texts.language(), sale.catalogue().store().language());
                if (name.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT))) {
                    rows.add(new Choices.Row(word.reasonId() + " ", name, "", ""));
                }
            }
            LineParticulars before = sale.particulars().lines().get(line.number());
            if (typed.isEmpty() && before != null && before.instruction() != null) {
                rows.add(new Choices.Row(NONE, texts.text("instruction.take-off"), before.instruction(), ""));
            }
            return new Choices(
                    texts.text("instruction.title", name(line)),
                    texts.text("instruction.detail"),
                    texts.text("instruction.hint"),
                    rows,
                    texts.text("instruction.nothing"));
        }

        @Override
        public void typed(String text) {
            typed = text.strip();
            talk.refresh();
        }

        @Override
        public void chosen(String id) {
            if (id.equals(TYPED)) {
                say(typed);
            } else if (id.equals(NONE)) {
                instruct(line, null);
            } else {
                sale.catalogue().shop().reasons(QUICK_WORDS).stream()
                        .filter(word -> id.equals(word.reasonId() + " "))
                        .findFirst()
                        .ifPresent(word -> say(Shop.nameOf(
                                word,
                                talk.texts().language(),
                                sale.catalogue().store().language())));
            }
        }

        @Override
        public void entered(String text) {
            if (!text.isBlank()) {
                say(text.strip());
            }
        }

        private void say(String words) {
            if (words.length() > MOST_SIGNS) {
                talk.say(Announcement.warning(talk.texts().text("instruction.too-long", Integer.toString(MOST_SIGNS))));
            } else {
                instruct(line, words);
            }
        }
    }
}
