package org.tillwright.core.paymentqr;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.paymentqr.PayloadFault.Code;

/** What EMVCo demands of the data objects of a code, for reading and for writing alike; every fault is told. */
final class EmvRules {

    private static final int MAX_UNIQUE_ID = 32;
    private static final Set<String> CUSTOMER_DATA = Set.of("A", "M", "E");

    private final List<PayloadFault> faults;

    private EmvRules(List<PayloadFault> faults) {
        this.faults = faults;
    }

    /** Checks the data objects of a whole code, checksum apart. */
    static void check(List<EmvNode> nodes, List<PayloadFault> faults) {
        EmvRules rules = new EmvRules(faults);
        rules.once(nodes);
        rules.heads(nodes);
        rules.accounts(nodes);
        rules.money(nodes);
        rules.merchant(nodes);
        for (EmvNode node : nodes) {
            if (EmvIds.isNetwork(node.id())) {
                rules.network(node);
            } else if (node.id() == EmvIds.DETAILS) {
                rules.details(node);
            } else if (node.id() == EmvIds.LOCAL) {
                rules.local(node);
            }
        }
    }

    private void once(List<EmvNode> nodes) {
        Set<Integer> ids = new HashSet<>();
        for (EmvNode node : nodes) {
            if (!ids.add(node.id())) {
                fault(Code.TWICE, node.path(), "Data object " + node.path() + " is there twice.");
            }
        }
    }

    private void heads(List<EmvNode> nodes) {
        if (nodes.isEmpty() || nodes.get(0).id() != EmvIds.FORMAT) {
            fault(Code.MISSING, "00", "The payload format (00) is not at the beginning.");
        } else if (!nodes.get(0).value().equals(EmvIds.FORMAT_1)) {
            fault(Code.UNKNOWN, "00", "The payload format (00) is not 01.");
        }
        String initiation = EmvNode.textOf(nodes, EmvIds.INITIATION);
        if (initiation != null && !initiation.equals(EmvIds.STATIC) && !initiation.equals(EmvIds.DYNAMIC)) {
            fault(Code.UNKNOWN, "01", "The point of initiation (01) is neither 11, static, nor 12, dynamic.");
        }
    }

    private void accounts(List<EmvNode> nodes) {
        boolean hasOne = false;
        for (EmvNode node : nodes) {
            hasOne |= node.id() >= EmvIds.FIRST_ACCOUNT && node.id() <= EmvIds.LAST_NETWORK;
            if (EmvIds.isAccount(node.id())) {
                text(node, "account", 1, EmvNode.MAX_LENGTH, Letters.PRINTABLE);
            }
        }
        if (!hasOne) {
            fault(Code.MISSING, "02", "No account of the merchant (02 to 51) is there.");
        }
    }

    private void money(List<EmvNode> nodes) {
        Currency currency = currency(nodes);
        amount(EmvNode.find(nodes, EmvIds.AMOUNT), "amount", currency);
        String tip = EmvNode.textOf(nodes, EmvIds.TIP);
        EmvNode fee = EmvNode.find(nodes, EmvIds.FEE);
        EmvNode share = EmvNode.find(nodes, EmvIds.SHARE);
        if (tip != null
                && !Set.of(EmvIds.TIP_ASKED, EmvIds.TIP_FEE, EmvIds.TIP_SHARE).contains(tip)) {
            fault(Code.UNKNOWN, "55", "The tip or fee indicator (55) is none of 01, 02 and 03.");
        }
        if ((fee != null) != EmvIds.TIP_FEE.equals(tip)) {
            fault(Code.TOGETHER, "56", "A fixed fee (56) and its indicator (55 with 02) belong together.");
        }
        if ((share != null) != EmvIds.TIP_SHARE.equals(tip)) {
            fault(Code.TOGETHER, "57", "A fee in percent (57) and its indicator (55 with 03) belong together.");
        }
        amount(fee, "fixed fee", currency);
        if (share != null
                && text(share, "fee in percent", 1, 5, Letters.PRINTABLE)
                && EmvFigures.share(share.value()) == null) {
            fault(Code.RANGE, "57", "The fee in percent (57) is not between 0.01 and 99.99.");
        }
    }

    private @Nullable Currency currency(List<EmvNode> nodes) {
        EmvNode node = required(nodes, EmvIds.CURRENCY, "currency", "53");
        if (node == null || !text(node, "currency", 3, 3, Letters.DIGITS)) {
            return null;
        }
        Currency currency = Currency.findByNumber(Integer.parseInt(node.value()));
        if (currency == null) {
            fault(Code.UNKNOWN, "53", "No currency in use has the number " + node.value() + " (53).");
        }
        return currency;
    }

    private void amount(@Nullable EmvNode node, String name, @Nullable Currency currency) {
        if (node == null || !text(node, name, 1, 13, Letters.PRINTABLE) || currency == null) {
            return;
        }
        if (EmvFigures.amount(node.value(), currency) == null) {
            String sentence = "The " + name + " (" + node.path() + ") is no amount above zero with at most "
                    + currency.digits() + " decimals.";
            fault(Code.RANGE, node.path(), sentence);
        }
    }

    private void merchant(List<EmvNode> nodes) {
        requiredText(nodes, EmvIds.CATEGORY, "merchant category", 4, 4, Letters.DIGITS);
        requiredText(nodes, EmvIds.COUNTRY, "country", 2, 2, Letters.CAPITALS);
        requiredText(nodes, EmvIds.NAME, "merchant name", 1, 25, Letters.PRINTABLE);
        requiredText(nodes, EmvIds.CITY, "city", 1, 15, Letters.PRINTABLE);
        EmvNode postalCode = EmvNode.find(nodes, EmvIds.POSTAL_CODE);
        if (postalCode != null) {
            text(postalCode, "postal code", 1, 10, Letters.PRINTABLE);
        }
    }

    private void network(EmvNode template) {
        if (isOpen(template)) {
            once(template.children());
            EmvNode uniqueId = required(template.children(), EmvIds.UNIQUE_ID, "unique id", template.path() + ".00");
            if (uniqueId != null) {
                text(uniqueId, "unique id", 1, MAX_UNIQUE_ID, Letters.PRINTABLE);
            }
            for (EmvNode child : template.children()) {
                text(child, "value", 1, EmvNode.MAX_LENGTH, Letters.ANY);
            }
        }
    }

    private void details(EmvNode template) {
        if (!isOpen(template)) {
            return;
        }
        once(template.children());
        for (EmvDetail detail : EmvDetail.values()) {
            EmvNode child = EmvNode.find(template.children(), detail.id());
            if (child != null) {
                detail(child, detail);
            }
        }
        for (EmvNode child : template.children()) {
            if (child.id() >= EmvIds.FIRST_DETAIL_TEMPLATE) {
                network(child);
            }
        }
    }

    private void detail(EmvNode node, EmvDetail detail) {
        String name = detail.words();
        boolean isChannel = detail == EmvDetail.MERCHANT_CHANNEL;
        boolean fits =
                text(node, name, isChannel ? 3 : 1, detail.max(), isChannel ? Letters.DIGITS : Letters.PRINTABLE);
        if (fits && detail == EmvDetail.CUSTOMER_DATA_REQUEST) {
            Set<String> asked = new HashSet<>();
            for (int i = 0; i < node.value().length(); i++) {
                String each = node.value().substring(i, i + 1);
                if (!CUSTOMER_DATA.contains(each) || !asked.add(each)) {
                    fault(
                            Code.UNKNOWN,
                            node.path(),
                            "The " + name + " (" + node.path() + ") has other letters than A, M and E, each once.");
                    return;
                }
            }
        }
    }

    private void local(EmvNode template) {
        if (!isOpen(template)) {
            return;
        }
        once(template.children());
        EmvNode language = required(template.children(), EmvIds.LOCAL_LANGUAGE, "language", "64.00");
        if (language != null
                && text(language, "language", 2, 2, Letters.PRINTABLE)
                && !Letters.LETTERS.allows(language.value())) {
            fault(Code.LETTERS, "64.00", "The language (64.00) is not two letters.");
        }
        EmvNode name = required(template.children(), EmvIds.LOCAL_NAME, "local name", "64.01");
        if (name != null) {
            text(name, "local name", 1, 25, Letters.ANY);
        }
        EmvNode city = EmvNode.find(template.children(), EmvIds.LOCAL_CITY);
        if (city != null) {
            text(city, "local city", 1, 15, Letters.ANY);
        }
    }

    /** A template that could not be taken apart has told so; one that is too long tells it here. */
    private boolean isOpen(EmvNode template) {
        text(template, "template", 1, EmvNode.MAX_LENGTH, null);
        return !template.children().isEmpty();
    }

    private void requiredText(List<EmvNode> nodes, int id, String name, int min, int max, Letters letters) {
        EmvNode node = required(nodes, id, name, Integer.toString(id));
        if (node != null) {
            text(node, name, min, max, letters);
        }
    }

    private @Nullable EmvNode required(List<EmvNode> nodes, int id, String name, String path) {
        EmvNode node = EmvNode.find(nodes, id);
        if (node == null) {
            fault(Code.MISSING, path, "The " + name + " (" + path + ") is missing.");
        }
        return node;
    }

    /** Returns whether nothing is wrong with a text; null letters are whatever its parts may have. */
    private boolean text(EmvNode node, String name, int min, int max, @Nullable Letters letters) {
        int length = EmvNode.length(node.value());
        String what = "The " + name + " (" + node.path() + ") ";
        if (length < min) {
            fault(Code.TOO_SHORT, node.path(), what + "is shorter than " + min + " letters.");
        } else if (length > max) {
            fault(Code.TOO_LONG, node.path(), what + "is longer than " + max + " letters.");
        } else if (letters != null && !letters.allows(node.value())) {
            fault(Code.LETTERS, node.path(), what + "has other letters than " + letters.words() + ".");
        } else {
            return true;
        }
        return false;
    }

    private void fault(Code code, String field, String sentence) {
        faults.add(new PayloadFault(code, field, sentence));
    }
}
