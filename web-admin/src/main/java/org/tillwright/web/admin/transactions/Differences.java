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
        /** Of the currency that it is about. */
        FOREIGN,
        UNIT_PRICE,
        RATE,
        TAX_KIND,
        TEXT
    }

    /** One form of a noted difference: its words, and what its told and computed values are. */
    private record Form(Pattern pattern, String key, Amount amount) {}

    private static final String TOLD = " told (-?\\d+), computed (-?\\d+)";
    private static final String KIND = "((?:PERCENT|DIVISION|FIXED) (?:IN_PRICE|ON_TOP))";

    private static final String BY_HAND = "the (?:price by hand on|discount) (?<what>.+)";

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
            form("line (?<what>\\d+) item (\\S+) quantity" + TOLD, "undone.quantity", Amount.TEXT),
            form("line (?<what>\\d+) item (\\S+) amount" + TOLD, "undone.amount", Amount.MONEY),
            form("line (?<what>\\d+) item (\\S+) tax" + TOLD, "undone.lineTax", Amount.MONEY),
            form("tender (?<what>[A-Z_]+)(?: \\S+)?" + TOLD, "undone.tender", Amount.MONEY),
            form("money beside the goods (?<what>[A-Z_]+) \\S+" + TOLD, "undone.beside", Amount.MONEY),
            form("undoes sale (?<what>\\S+), which is not here", "undone.notHere", Amount.TEXT),
            form("currency (?<what>\\S+) is not that of the sale, (\\S+)", "undone.currency", Amount.TEXT),
            form("(?<what>undoes a sale of another till day)", "undone.otherTill", Amount.TEXT),
            form("(?<what>undoes a sale that undid another)", "undone.another", Amount.TEXT),
            form("sale (?<what>\\S+) was undone before", "undone.twice", Amount.TEXT),
            form("goods of sale (?<what>\\S+) came back before it was undone", "undone.cameBack", Amount.TEXT),
            form("line (?<what>\\d+) has a price that item (\\S+) does not ask for", "notAsked", Amount.TEXT),
            form("line (?<what>\\d+) has a price that no order promised for item (\\S+)", "notPromised", Amount.TEXT),
            form(
                    "(?<what>[A-Z_]+) took (\\d+) back in minor units, and (\\d+) is left of what it paid",
                    "tookBack",
                    Amount.MONEY),
            form(BY_HAND + " names (\\S+) as its approver, and there is no such approval", "noApproval", Amount.TEXT),
            form(BY_HAND + " was allowed by an approval that does not hold: (.+)", "badApproval", Amount.TEXT),
            form(
                    "the price by hand on line (?<what>\\d+) is further below the book's than the role (\\S+) may go",
                    "priceLimit",
                    Amount.TEXT),
            form(
                    "what (?<what>\\S+) took off the whole sale is above the limit of the role (\\S+)",
                    "saleLimit",
                    Amount.TEXT),
            form(
                    "what (?<what>\\S+) took off line (\\d+) is above the limit of the role (\\S+)",
                    "lineLimit",
                    Amount.TEXT),
            form("(?<what>[A-Z_]+ \\S+) is blocked, and was paid with", "blocked", Amount.TEXT),
            form(
                    "(?<what>[A-Z_]+ \\S+) owes (-?\\d+) in minor units, and the limit is (-?\\d+)",
                    "creditLimit",
                    Amount.MONEY),
            form(
                    "(?<what>[A-Z_]+ \\S+) was paid with beyond what it had: it has (-?\\d+) in minor units",
                    "overdrawn",
                    Amount.MONEY),
            form(
                    "(\\d+) in minor units were paid as (?<what>[A-Z_]+), which the store does not take",
                    "notTaken",
                    Amount.MONEY),
            form("notes were given back: (-?\\d+) (?<what>[A-Z]{3}) in minor units", "notesBack", Amount.FOREIGN),
            form(
                    "notes were taken that the store does not take: (-?\\d+) (?<what>[A-Z]{3}) in minor units",
                    "notesNotTaken", Amount.FOREIGN),
            form(
                    "(-?\\d+) (?<what>[A-Z]{3}) in minor units were taken at (\\d+) millionths, and the store's rate is (\\d+)",
                    "notesRate", Amount.UNIT_PRICE),
            form(
                    "(-?\\d+) (?<what>[A-Z]{3}) in minor units were taken for (-?\\d+), and are worth (-?\\d+)",
                    "notesWorth", Amount.MONEY),
            form(
                    "(?<what>a tip) was given back that no sale was undone for: (-?\\d+) in minor units",
                    "tipBack",
                    Amount.MONEY),
            form(
                    "the sale (?:is paid with|takes or gives back) a deposit on order (?<what>\\S+), and it is of (?:no order|order \\S+)",
                    "otherOrder",
                    Amount.TEXT),
            form(
                    "line (?<what>\\d+) brings (\\S+) back without a receipt, and nobody allowed it to (\\S+)",
                    "noReceipt",
                    Amount.TEXT),
            form(
                    "line (?<what>\\d+) brings (\\S+) back without a receipt, allowed by an approval that does not hold: (.+)",
                    "noReceiptApproval",
                    Amount.TEXT),
            form(
                    "(?<what>goods) worth (\\d+) in minor units came back without a receipt, more than the store's (\\d+)",
                    "noReceiptLimit",
                    Amount.MONEY),
            form("(?<what>\\S+) may not undo sale (\\S+) alone, and nobody allowed it", "undone.alone", Amount.TEXT),
            form(
                    "undoing sale (?<what>\\S+) was allowed by an approval that does not hold: (.+)",
                    "undone.approval",
                    Amount.TEXT),
            form(
                    "(?<what>[A-Z_]+ \\S+) was paid with what (\\S+) had set aside for a sale of its own",
                    "othersHold",
                    Amount.TEXT),
            form("line (?<what>\\d+) tax" + TOLD, "lineTax", Amount.MONEY),
            form("line (?<what>\\d+) tax rate (.+), computed (.+)", "lineRate", Amount.TEXT),
            form("tax rate (?<what>.+)" + TOLD, "rate", Amount.RATE),
            form("tax of (?<what>.+)" + TOLD, "taxOf", Amount.MONEY),
            form("net of (?<what>.+)" + TOLD, "netOf", Amount.MONEY),
            form("tax (?<what>.+)" + TOLD, "taxValue", Amount.TEXT),
            form("tax (?<what>.+) is " + KIND + ", computed " + KIND, "taxKind", Amount.TAX_KIND),
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
        String what = matcher.group("what");
        List<String> others = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.start(group) != matcher.start("what")) {
                others.add(matcher.group(group));
            }
        }
        List<Object> said = new ArrayList<>(List.of(named(what)));
        for (int i = 0; i < others.size(); i++) {
            boolean isName = i < others.size() - 2;
            String of = amount == Amount.FOREIGN ? what : currency;
            said.add(isName ? others.get(i) : written(others.get(i), amount, of));
        }
        return said.toArray();
    }

    /** What begins with the name of a tender is said in the reader's word for it; anything else stays as it is. */
    private String named(String what) {
        String name = what.split(" ", 2)[0];
        String key = "transactions.tender." + name;
        return words.containsKey(key) ? words.get(key) + what.substring(name.length()) : what;
    }

    private String written(String value, Amount amount, String currency) {
        return switch (amount) {
            case MONEY, FOREIGN -> figures.money(Long.valueOf(value), currency);
            case UNIT_PRICE -> figures.unitPrice(Long.valueOf(value), currency);
            case RATE -> figures.rate(Long.valueOf(value));
            case TAX_KIND -> words.get("transactions.taxKind." + value.replace(' ', '.'));
            case TEXT -> value;
        };
    }

    private static Form form(String pattern, String key, Amount amount) {
        return new Form(Pattern.compile(pattern), key, amount);
    }
}
