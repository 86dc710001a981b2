package org.tillwright.wire.receipt;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.receipt.PaperLine.Style;
import org.tillwright.wire.sale.SaleMoment;

/** Lays one paper of a sale out by a template. One use. */
public final class ReceiptComposer {

    /** Of one kind on one receipt; a roll has an end. */
    private static final int MAX_COUPONS = 20;

    /** What a barcode of ours can hold. */
    private static final String BARCODE = "[ -~]{1,40}";

    private final ReceiptSale subject;
    private final ReceiptPrint print;
    private final ReceiptFacts facts;
    private final ReceiptWords words;
    private final PaperWriter paper;
    private final ReceiptLines goods;
    private final ReceiptMoney money;
    private final ReceiptFiscal fiscal;
    private final LocalDateTime ended;

    /**
     * @param words in the language of who reads it
     * @param columns characters in a line
     */
    public ReceiptComposer(
            ReceiptSale subject, ReceiptPrint print, ReceiptFacts facts, ReceiptWords words, int columns) {
        this.subject = subject;
        this.print = print;
        this.facts = facts;
        this.words = words;
        this.paper = new PaperWriter(columns);
        var discounts = new ReceiptDiscounts(subject.sale());
        this.goods = new ReceiptLines(subject, print, facts, words, discounts, paper);
        this.money = new ReceiptMoney(subject, words, discounts, goods, paper);
        this.fiscal = new ReceiptFiscal(facts.fiscal(), facts.store().timeZone(), words, paper);
        this.ended = SaleMoment.of(subject.sale().endedAt(), facts.store().timeZone());
    }

    /** Returns the lines of the paper, the cut last. */
    public List<PaperLine> compose(ReceiptTemplate template) {
        marks();
        if (subject.isExchange() && !print.isGift()) {
            paper.headline(words.text("receipt.exchange"), Style.BOLD);
        }
        if (!tellsPickup(template.steps())) {
            pickupLine(); // a template of before there were kitchens: the customer must know when to come all the same
        }
        steps(template.steps());
        if (!print.isGift()) {
            fiscal.write(); // a template that leaves out what the law asks for leaves out nothing
        }
        marks();
        paper.add(new PaperLine.Cut());
        return paper.lines();
    }

    /** What nobody may take for a receipt says so at both ends, whatever the template has. */
    private void marks() {
        if (subject.training()) {
            paper.headline(words.text("receipt.training"), Style.LARGE);
            paper.centred(words.text("receipt.training-foot"));
        }
        if (print.isCopy()) {
            String mark = print.copy() == ReceiptPrint.UNCOUNTED
                    ? words.text("receipt.copy")
                    : words.text("receipt.copy-number", Integer.toString(print.copy()));
            paper.headline(mark, Style.LARGE);
        }
        UUID undone = subject.sale().details().postVoidOf();
        if (undone != null) {
            paper.headline(words.text("receipt.post-void"), Style.LARGE);
            paper.centred(words.text("receipt.post-void-of", TransactionCode.of(undone)));
        }
        if (print.isGift()) {
            paper.headline(words.text("receipt.gift"), Style.LARGE);
        }
    }

    private void steps(List<TemplateStep> steps) {
        steps.forEach(this::step);
    }

    private void step(TemplateStep step) {
        if (step instanceof TemplateStep.Part part) {
            block(part.block());
        } else if (step instanceof TemplateStep.Words own) {
            if (isTold(own.text())) {
                paper.wrapped(filled(own.text()), own.style(), own.align());
            }
        } else if (step instanceof TemplateStep.Pair pair) {
            if (isTold(pair.left()) && isTold(pair.right())) {
                paper.both(filled(pair.left()), filled(pair.right()));
            }
        } else if (step instanceof TemplateStep.Rule rule) {
            paper.rule(rule.sign());
        } else if (step instanceof TemplateStep.Blank) {
            paper.blank();
        } else if (step instanceof TemplateStep.When when) {
            steps(holds(when) ? when.then() : when.otherwise());
        }
    }

    private boolean holds(TemplateStep.When when) {
        TemplateCondition condition = when.condition();
        boolean holds = condition == null ? words.language().equals(when.language()) : holds(condition);
        return holds != when.negated();
    }

    private boolean holds(TemplateCondition condition) {
        return switch (condition) {
            case COPY -> print.isCopy();
            case TRAINING -> subject.training();
            case GIFT -> print.isGift();
            case PRICES -> !print.isGift();
            case RETURN -> subject.hasReturns();
            case REFUND -> subject.due().isNegative();
            case VOID -> subject.sale().details().postVoidOf() != null;
            case CUSTOMER -> customer() != null;
            case SALESPERSON -> subject.sale().details().salespersonId() != null;
            case SAVINGS -> !print.isGift() && money.saved().minor() > 0;
            case TIP ->
                subject.sale().details().taken().stream()
                        .anyMatch(taken -> taken.kind().equals("TIP"));
            case ORDER -> subject.sale().details().orderId() != null;
            case PICKUP -> subject.sale().details().pickup() != null;
        };
    }

    private void block(TemplateBlock block) {
        switch (block) {
            case LOGO -> logo();
            case SHOP -> shop();
            case HEADER -> header();
            case CUSTOMER -> customerLine();
            case SALESPERSON -> salespersonLine();
            case PICKUP -> pickupLine();
            case LINES -> goods.write();
            case FOOTER -> footer();
            case QR -> paper.add(new PaperLine.Qr(TransactionCode.QR_PREFIX + code()));
            case BARCODE -> paper.add(new PaperLine.Barcode(code()));
            default -> priced(block);
        }
    }

    /** What a gift receipt leaves out. */
    private void priced(TemplateBlock block) {
        if (print.isGift()) {
            return;
        }
        switch (block) {
            case TOTAL -> money.total();
            case TENDERS -> money.tenders();
            case SAVINGS -> money.savings();
            case TAXES -> money.taxes();
            case CREDITS -> money.credits();
            case FISCAL -> fiscal.write();
            default -> coupons();
        }
    }

    private void logo() {
        if (facts.hasLogo()) {
            paper.add(new PaperLine.Logo());
        }
    }

    private void shop() {
        SnapshotMessage.Store store = facts.store();
        paper.headline(store.name(), Style.LARGE);
        store.addressLines().forEach(paper::centred);
        String taxNumber = store.taxNumber();
        if (taxNumber != null) {
            paper.centred(words.text("receipt.tax-number", taxNumber));
        }
    }

    private void header() {
        paper.both(words.date(ended) + " " + words.time(ended), words.text("receipt.number", number()));
        paper.both(
                words.text("receipt.register", subject.workstationId()),
                words.text("receipt.served-by", facts.operator(subject.sale().operatorId())));
    }

    private void customerLine() {
        String name = customer();
        if (name != null && !print.isGift()) {
            paper.left(PaperWriter.clean(words.text("receipt.customer", name)));
        }
    }

    private void salespersonLine() {
        String id = subject.sale().details().salespersonId();
        if (id != null) {
            paper.left(PaperWriter.clean(words.text("receipt.salesperson", facts.operator(id))));
        }
    }

    private static boolean tellsPickup(List<TemplateStep> steps) {
        return steps.stream()
                .anyMatch(step -> (step instanceof TemplateStep.Part part && part.block() == TemplateBlock.PICKUP)
                        || (step instanceof TemplateStep.Words own && names(own.text()))
                        || (step instanceof TemplateStep.Pair pair && (names(pair.left()) || names(pair.right())))
                        || (step instanceof TemplateStep.When when
                                && (tellsPickup(when.then()) || tellsPickup(when.otherwise()))));
    }

    private static boolean names(List<TemplateStep.Piece> pieces) {
        return pieces.stream()
                .anyMatch(piece ->
                        piece instanceof TemplateStep.Placeholder place && place.name() == TemplateName.PICKUP);
    }

    /** Large: it is called out, and the customer looks for it on the paper in the hand. */
    private void pickupLine() {
        String pickup = subject.sale().details().pickup();
        if (pickup != null && !print.isGift()) {
            paper.headline(words.text("receipt.pickup", pickup), Style.LARGE);
        }
    }

    private @Nullable String customer() {
        String id = subject.sale().details().customerId();
        return id == null ? null : facts.customer(id);
    }

    /** What the customer may hand in next time, for a person and for a scanner. */
    private void coupons() {
        for (SaleMessage.IssuedCoupon coupon : money.coupons()) {
            paper.rule('-');
            paper.centred(words.text("receipt.next-coupon"));
            paper.wrapped(facts.promotion(coupon.promotionId(), words.language()), Style.BOLD, PaperLine.Align.CENTRE);
            for (long i = 0; i < Math.min(coupon.count(), MAX_COUPONS); i++) {
                if (coupon.couponCode().matches(BARCODE)) {
                    paper.add(new PaperLine.Barcode(coupon.couponCode()));
                } else {
                    paper.centred(coupon.couponCode());
                }
            }
        }
    }

    private void footer() {
        SnapshotMessage.Store store = facts.store();
        String footer = store.receiptFooter().get(words.language());
        if (footer == null) {
            footer = store.receiptFooter().getOrDefault(store.language(), "");
        }
        footer.lines().forEach(paper::centred);
        if (print.isGift()) {
            paper.centred(words.text("receipt.gift-foot"));
        }
    }

    /** Register and sequence are together unique in the store; the register stands in the line below. */
    private String number() {
        return Long.toString(subject.sequence());
    }

    private String code() {
        return TransactionCode.of(subject.sale().transactionId());
    }

    /** Words that would tell a price are left out of a gift receipt whole: a gap in them would be a riddle. */
    private boolean isTold(List<TemplateStep.Piece> pieces) {
        return !print.isGift()
                || pieces.stream()
                        .noneMatch(piece -> piece instanceof TemplateStep.Placeholder place
                                && place.name().tellsPrices());
    }

    private String filled(List<TemplateStep.Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (TemplateStep.Piece piece : pieces) {
            if (piece instanceof TemplateStep.Literal literal) {
                text.append(literal.text());
            } else if (piece instanceof TemplateStep.Placeholder place) {
                text.append(value(place.name()));
            }
        }
        return PaperWriter.plain(text.toString());
    }

    private String value(TemplateName name) {
        return switch (name) {
            case SHOP -> facts.store().name();
            case TAX_NUMBER -> orEmpty(facts.store().taxNumber());
            case NUMBER -> number();
            case REGISTER -> subject.workstationId();
            case DATE -> words.date(ended);
            case TIME -> words.time(ended);
            case CASHIER -> facts.operator(subject.sale().operatorId());
            case SALESPERSON -> salesperson();
            case CUSTOMER -> orEmpty(customer());
            case TOTAL -> words.amount(subject.due());
            case TAX -> words.amount(subject.money(subject.sale().taxMinor()));
            case SAVED -> words.amount(money.saved());
            case CURRENCY -> subject.sale().currency();
            case LINES -> Integer.toString(subject.sale().lines().size());
            case CODE -> code();
            case PICKUP -> orEmpty(subject.sale().details().pickup());
            case COPY -> Integer.toString(Math.max(1, print.copy() + 1));
        };
    }

    private String salesperson() {
        String id = subject.sale().details().salespersonId();
        return id == null ? "" : facts.operator(id);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
