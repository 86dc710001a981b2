package org.tillwright.register.selling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Choices.Row;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SalePapers;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.receipt.SendAddress;
import org.tillwright.wire.shop.ReceiptRules;
import org.tillwright.wire.value.CustomerFound;

/**
 * Receipts beside the usual one: for who gets a present, by e-mail, to a phone. For the sale in progress it is a wish that is
 * fulfilled when it is paid; without one it is done at once for the sale before.
 */
public final class ReceiptFunctions {

    private static final String ALL = "all";
    private static final String DONE = "done";
    private static final String KEEP = "keep";
    private static final String PAPER = "paper";
    private static final String NO_PAPER = "no-paper";
    private static final String EMAIL = "EMAIL";
    private static final String SMS = "SMS";

    private final SaleSession sale;
    private final Conversation talk;
    private final CustomerEntry customersOwn;

    private ReceiptFunctions(SaleSession sale, Conversation talk, CustomerEntry customersOwn) {
        this.sale = sale;
        this.talk = talk;
        this.customersOwn = customersOwn;
    }

    /** Puts the functions where keys find them. */
    public static void put(Functions functions, SaleSession sale, Conversation talk, CustomerEntry customersOwn) {
        ReceiptFunctions receipts = new ReceiptFunctions(sale, talk, customersOwn);
        functions.put(FunctionId.GIFT_RECEIPT, keyed -> receipts.gift());
        functions.put(FunctionId.RECEIPT_SEND, keyed -> receipts.send(keyed));
    }

    /** True where the shop sends receipts. */
    public static boolean canSend(SaleSession sale) {
        ReceiptRules rules = sale.catalogue().shop().receipts();
        return Boolean.TRUE.equals(rules.byEmail()) || Boolean.TRUE.equals(rules.bySms());
    }

    /** Asks where the receipt of a sale of before goes, and sends it. */
    public static void sendAgain(FinishedSale finished, SaleSession sale, Conversation talk) {
        ReceiptRules rules = sale.catalogue().shop().receipts();
        new ReceiptFunctions(sale, talk, CustomerEntry.NONE)
                .chooseWay(
                        new Subject(finished.transactionId(), finished, null),
                        Boolean.TRUE.equals(rules.byEmail()),
                        Boolean.TRUE.equals(rules.bySms()));
    }

    /**
     * Whose receipt it is about.
     *
     * @param finished null while it is not paid
     */
    private record Subject(UUID transactionId, @Nullable FinishedSale finished, @Nullable CustomerFound customer) {}

    private record Part(long number, String description) {}

    private Optional<Subject> subject() {
        if (!sale.lines().isEmpty()) {
            return Optional.of(
                    new Subject(sale.transactionId(), null, sale.particulars().customer()));
        }
        try {
            Optional<FinishedSale> last = sale.papers().last();
            if (last.isEmpty()) {
                warn("receipts.nothing");
            }
            return last.map(found -> new Subject(found.transactionId(), found, found.customer()));
        } catch (JournalException e) {
            talk.say(Announcement.refused(talk.texts().text(e.notice())));
            return Optional.empty();
        }
    }

    private void gift() {
        subject().ifPresent(subject -> chooseGift(subject, new TreeSet<>()));
    }

    private void chooseGift(Subject subject, Set<Long> chosen) {
        List<Part> parts = parts(subject);
        talk.choose(
                texts -> new Choices(
                        texts.text("receipts.gift.title"),
                        texts.text("receipts.gift.detail"),
                        texts.text("receipts.gift.hint"),
                        giftRows(parts, chosen, texts),
                        texts.text("receipts.nothing")),
                id -> giftChosen(subject, new HashSet<>(chosen), id));
    }

    private static List<Row> giftRows(List<Part> parts, Set<Long> chosen, Texts texts) {
        List<Row> rows = new ArrayList<>();
        rows.add(
                chosen.isEmpty()
                        ? new Row(ALL, texts.text("receipts.gift.all"), "", "")
                        : new Row(DONE, texts.text("receipts.gift.done", Integer.toString(chosen.size())), "", ""));
        for (Part part : parts) {
            String mark = chosen.contains(part.number()) ? texts.text("receipts.gift.on") : "";
            rows.add(new Row(Long.toString(part.number()), part.description(), mark, ""));
        }
        return rows;
    }

    private List<Part> parts(Subject subject) {
        FinishedSale finished = subject.finished();
        return finished == null
                ? sale.lines().stream()
                        .filter(line -> line.quantity().milli() > 0)
                        .map(line -> new Part(line.number(), line.description()))
                        .toList()
                : finished.sale().lines().stream()
                        .filter(line -> line.quantityMilli() > 0)
                        .map(line -> new Part(line.number(), line.description()))
                        .toList();
    }

    private void giftChosen(Subject subject, Set<Long> chosen, String id) {
        if (!id.equals(ALL) && !id.equals(DONE)) {
            long line = Long.parseLong(id);
            if (!chosen.remove(line)) {
                chosen.add(line);
            }
            chooseGift(subject, new TreeSet<>(chosen));
            return;
        }
        FinishedSale finished = subject.finished();
        talk.leave();
        if (finished == null) {
            sale.papers().wishGift(subject.transactionId(), chosen);
            done("receipts.gift.wished");
        } else {
            told(
                    sale.papers()
                            .printGift(
                                    finished,
                                    chosen,
                                    sale.catalogue(),
                                    sale.operator().orElse(null)),
                    "receipts.gift.printed");
        }
    }

    private void send(String keyed) {
        ReceiptRules rules = sale.catalogue().shop().receipts();
        boolean byEmail = Boolean.TRUE.equals(rules.byEmail());
        boolean bySms = Boolean.TRUE.equals(rules.bySms());
        if (!byEmail && !bySms) {
            warn("receipts.send.off");
            return;
        }
        subject().ifPresent(subject -> {
            FinishedSale finished = subject.finished();
            if (finished != null && finished.isTraining()) {
                warn("receipts.send.training");
            } else if (keyed.isEmpty()) {
                chooseWay(subject, byEmail, bySms);
            } else {
                addressKeyed(subject, keyed.contains("@") && byEmail ? EMAIL : bySms ? SMS : EMAIL, keyed);
            }
        });
    }

    /** The customer's own addresses first: most often they are the answer. */
    private void chooseWay(Subject subject, boolean byEmail, boolean bySms) {
        CustomerFound customer = subject.customer();
        String email = customer == null || !byEmail ? null : customer.email();
        String phone = customer == null || !bySms ? null : customer.phone();
        if (email == null && phone == null && byEmail != bySms) {
            key(subject, byEmail ? EMAIL : SMS);
            return;
        }
        talk.choose(
                texts -> {
                    List<Row> rows = new ArrayList<>();
                    if (email != null) {
                        rows.add(new Row(EMAIL + email, email, texts.text("receipts.send.own-email"), ""));
                    }
                    if (phone != null) {
                        rows.add(new Row(SMS + phone, phone, texts.text("receipts.send.own-phone"), ""));
                    }
                    if (byEmail) {
                        rows.add(new Row(EMAIL, texts.text("receipts.send.email"), "", ""));
                    }
                    if (bySms) {
                        rows.add(new Row(SMS, texts.text("receipts.send.sms"), "", ""));
                    }
                    return new Choices(
                            texts.text("receipts.send.title"),
                            texts.text("receipts.send.detail"),
                            texts.text("receipts.send.hint"),
                            rows,
                            texts.text("receipts.nothing"));
                },
                id -> wayChosen(subject, id));
    }

    private void wayChosen(Subject subject, String id) {
        String channel = id.startsWith(EMAIL) ? EMAIL : SMS;
        String address = id.substring(channel.length());
        if (address.isEmpty()) {
            key(subject, channel);
        } else {
            addressKeyed(subject, channel, address);
        }
    }

    private void key(Subject subject, String channel) {
        String which = channel.equals(EMAIL) ? "email" : "sms";
        talk.key(
                texts -> new Prompt(
                        texts.text("receipts.send." + which + ".title"),
                        texts.text("receipts.send." + which + ".detail"),
                        texts.text("receipts.send." + which + ".hint"),
                        false),
                keyed -> addressKeyed(subject, channel, keyed));
        if (channel.equals(EMAIL)) {
            askCustomer(subject, talk.open());
        }
    }

    /** The customer may key it too: whoever is first. What they key counts also when the operator has gone on meanwhile. */
    private void askCustomer(Subject subject, Object prompt) {
        Texts texts = talk.texts();
        customersOwn.ask(
                texts.text("receipts.send.customer.title"), texts.text("receipts.send.customer.detail"), typed -> {
                    Optional<String> address = SendAddress.email(typed);
                    if (address.isEmpty()) {
                        return texts.text("receipts.send.no-email", typed);
                    }
                    if (sale.operator().isEmpty()) {
                        return texts.text("sale.nobody-signed-on");
                    } else if (talk.isOpen(prompt)) {
                        addressKeyed(subject, EMAIL, typed);
                    } else if (subject.finished() == null) {
                        wish(subject, new SalePapers.Address(EMAIL, address.get(), language(subject)), true);
                    } else {
                        sendNow(subject, new SalePapers.Address(EMAIL, address.get(), language(subject)));
                    }
                    return "";
                });
    }

    private void wish(Subject subject, SalePapers.Address to, boolean onPaper) {
        sale.papers().wishSent(subject.transactionId(), to, onPaper);
        done("receipts.send.wished", to.address());
    }

    /** What cannot be an address is told, and what was asked stays. */
    private void addressKeyed(Subject subject, String channel, String keyed) {
        Optional<String> address = channel.equals(EMAIL) ? SendAddress.email(keyed) : SendAddress.phone(keyed);
        if (address.isEmpty()) {
            warn(channel.equals(EMAIL) ? "receipts.send.no-email" : "receipts.send.no-phone", keyed.strip());
            return;
        }
        customersOwn.withdraw();
        SalePapers.Address to = new SalePapers.Address(channel, address.get(), language(subject));
        if (subject.finished() == null) {
            askPaper(subject, to);
        } else {
            sendNow(subject, to);
        }
    }

    private String language(Subject subject) {
        CustomerFound customer = subject.customer();
        String own = customer == null ? null : customer.language();
        return own == null ? sale.catalogue().store().language() : own;
    }

    private void askPaper(Subject subject, SalePapers.Address to) {
        talk.ask(
                texts -> new Question(
                        texts.text("receipts.send.paper"),
                        to.address(),
                        List.of(
                                new Question.Answer(KEEP, texts.text("receipts.send.keep"), false),
                                new Question.Answer(PAPER, texts.text("receipts.send.and-paper"), false),
                                new Question.Answer(NO_PAPER, texts.text("receipts.send.no-paper"), false))),
                answer -> {
                    if (!answer.equals(KEEP)) {
                        wish(subject, to, answer.equals(PAPER));
                    }
                });
    }

    private void sendNow(Subject subject, SalePapers.Address to) {
        SnapshotMessage.Operator who =
                sale.operator().orElseThrow(() -> new IllegalStateException("a function is used by nobody"));
        talk.leave();
        told(
                sale.papers().send(subject.transactionId(), to, sale.catalogue(), who),
                "receipts.send.sent",
                to.address());
    }

    private void told(@Nullable Notice obstacle, String key, String... arguments) {
        if (obstacle == null) {
            done(key, arguments);
        } else {
            talk.say(Announcement.refused(talk.texts().text(obstacle)));
        }
    }

    private void done(String key, String... arguments) {
        talk.say(Announcement.done(talk.texts().text(key, arguments)));
    }

    private void warn(String key, String... arguments) {
        talk.say(Announcement.warning(talk.texts().text(key, arguments)));
    }
}
