package org.tillwright.web.admin.transactions;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.settlement.OpenAmount;
import org.tillwright.server.settlement.SettlementService;
import org.tillwright.server.settlement.TenderChoice;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Navigation;
import org.tillwright.web.admin.shell.Words;

/** A manager says which tender the shown payout line is. */
@Named("match")
@ViewScoped
public class MatchBean implements Serializable {

    @Inject
    SettlementBean page;

    @Inject
    SettlementService settlement;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Navigation navigation;

    @Inject
    Words words;

    @Inject
    Figures figures;

    private @Nullable String tender;
    private @Nullable String text;
    private @Nullable String note;
    private transient @Nullable List<TenderChoice> choices;

    /** Tenders that the line could be, the nearest first. */
    public List<TenderChoice> getChoices() {
        List<TenderChoice> known = choices;
        if (known == null) {
            OpenAmount shown = page.getShown();
            known = shown == null || !shown.isMatchable()
                    ? List.of()
                    : settlement.choices(console.getStoreId(), shown.id(), text);
            choices = known;
        }
        return known;
    }

    /** One of them in words; what it differs by comes early, because a narrow list cuts the end off. */
    public String choice(TenderChoice one) {
        String amount = figures.moneyNamed(one.amountMinor(), one.currency());
        return words.with(
                "settlement.match.choice",
                one.differenceMinor() == 0 ? amount : differing(amount, one),
                figures.date(one.day()),
                one.receipt(),
                one.code() == null ? "" : one.code());
    }

    private String differing(String amount, TenderChoice one) {
        return words.with(
                "settlement.match.choice.differs", amount, figures.moneyNamed(one.differenceMinor(), one.currency()));
    }

    /** Looks for tenders by what was entered. */
    public void look() {
        choices = null;
        tender = null;
    }

    /** Says that the line is the chosen tender. */
    public void settle() {
        OpenAmount shown = page.getShown();
        String wanted = tender;
        if (shown != null && wanted != null) {
            settlement.match(console.getStoreId(), shown.id(), wanted, note, console.getOperatorId());
            messages.done("settlement.matched");
            navigation.go(page.getClosedAddress());
        }
    }

    public @Nullable String getTender() {
        return tender;
    }

    public void setTender(@Nullable String tender) {
        this.tender = tender;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
