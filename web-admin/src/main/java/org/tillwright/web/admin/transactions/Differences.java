package org.tillwright.web.admin.transactions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Words;

/** Says in the reader's words where register and server came to something else; the server notes it for programs. */
@Named("differences")
@RequestScoped
public class Differences {

    private enum Amount {
        MONEY,
        UNIT_PRICE,
        RATE,
        TEXT
    }

    /** One form of a noted difference: its words, and what its told and computed values are. */
    private record Form(Pattern pattern, String key, Amount amount) {}

    private static final String TOLD = " told (-?\\d+), computed (-?\\d+)";

    private static final List<Form> FORMS = List.of(
            form("(?<what>net)" + TOLD, "net", Amount.MONEY),
            form("(?<what>tax)" + TOLD, "tax", Amount.MONEY),
            form("(?<what>total)" + TOLD, "total", Amount.MONEY),
            form("line (?<what>\\d+) unit price" + TOLD, "unitPrice", Amount.UNIT_PRICE),
            form("line (?<what>\\d+) quantity" + TOLD, "quantity", Amount.TEXT),
            form("line (?<what>\\d+) amount before discounts" + TOLD, "listed", Amount.MONEY),
            form("line (?<what>\\d+) amount" + TOLD, "amount", Amount.MONEY),
            form("line (?<what>\\d+) discount PROMOTION (.+)" + TOLD, "discount.PROMOTION", Amount.MONEY),
            form("line (?<what>\\d+) discount LINE (.+)" + TOLD, "discount.LINE", Amount.MONEY),
            form("line (?<what>\\d+) discount SALE (.+)" + TOLD, "discount.SALE", Amount.MONEY),
            form("line (?<what>\\d+) discount EXEMPTION (.+)" + TOLD, "discount.EXEMPTION", Amount.MONEY),
            form("line (?<what>\\d+) tax of (.+)" + TOLD, "lineTaxOf", Amount.MONEY),
            form("(?<what>cash rounding)" + TOLD, "cashRounding", Amount.MONEY),
            form("(?<what>coupons of manufacturers)" + TOLD, "coupons", Amount.MONEY),
            form("coupons handed out (?<what>.+)" + TOLD, "issued", Amount.TEXT),
            form("base of tax (?<what>.+)" + TOLD, "baseOf", Amount.MONEY),
            form("goods come back of sale (?<what>\\S+), which is not here", "notHere", Amount.TEXT),
            form("goods of sale (?<what>\\S+): (\\S+) come back, and (\\S+) are left", "tooMuch", Amount.TEXT),
            form("line (?<what>\\d+) brings the same back as line (\\d+)", "sameBack", Amount.TEXT),
            form("line (?<what>\\d+) tax" + TOLD, "lineTax", Amount.MONEY),
            form("line (?<what>\\d+) tax rate (.+), computed (.+)", "lineRate", Amount.TEXT),
            form("tax rate (?<what>.+)" + TOLD, "rate", Amount.RATE),
            form("tax of (?<what>.+)" + TOLD, "taxOf", Amount.MONEY),
            form("net of (?<what>.+)" + TOLD, "netOf", Amount.MONEY),
            form("tax (?<what>.+)" + TOLD, "taxValue", Amount.TEXT),
            form("tax (?<what>.+) is (.+), computed (.+)", "taxKind", Amount.TEXT),
            form("tax rate (?<what>.+) is missing", "rateMissing", Amount.TEXT),
            form("(?<what>there are tax rates that no line has)", "rateTooMany", Amount.TEXT),
            form("item (?<what>.+) has no price in version (\\d+)", "noPrice", Amount.TEXT),
            form("price book version (?<what>-?\\d+) was never published", "noVersion", Amount.TEXT),
            form("currency (?<what>\\S+) is not the store's (\\S*)", "currency", Amount.TEXT),
            form("(?<what>an amount is larger than can be counted)", "tooLarge", Amount.TEXT),
            form("the register's clock was wrong: it said (?<what>.+)", "clock", Amount.TEXT),
            form("the business day cannot be right: (?<what>.+)", "day", Amount.TEXT));

    @Inject
    Words words;

    @Inject
    Figures figures;

    /** Returns a difference as a sentence; what has no form here is said as it was noted. */
    public String sentence(String noted, String currency) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(noted);
            if (matcher.matches()) {
                return words.with("transactions.difference." + form.key(), said(matcher, form.amount(), currency));
            }
        }
        return noted;
    }

    /** What it is about, names as they are, and the last two as what was told and computed. */
    private Object[] said(Matcher matcher, Amount amount, String currency) {
        List<Object> said = new ArrayList<>(List.of(matcher.group("what")));
        for (int group = 2; group <= matcher.groupCount(); group++) {
            boolean isName = group <= matcher.groupCount() - 2;
            said.add(isName ? matcher.group(group) : written(matcher.group(group), amount, currency));
        }
        return said.toArray();
    }

    private String written(String value, Amount amount, String currency) {
        return switch (amount) {
            case MONEY -> figures.money(Long.valueOf(value), currency);
            case UNIT_PRICE -> figures.unitPrice(Long.valueOf(value), currency);
            case RATE -> figures.rate(Long.valueOf(value));
            case TEXT -> value;
        };
    }

    private static Form form(String pattern, String key, Amount amount) {
        return new Form(Pattern.compile(pattern), key, amount);
    }
}
