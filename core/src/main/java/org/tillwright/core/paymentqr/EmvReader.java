package org.tillwright.core.paymentqr;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;

/** Makes a payment of data objects in which {@link EmvRules} have found no fault. */
final class EmvReader {

    private EmvReader() {}

    static EmvPayment payment(List<EmvNode> nodes) {
        Currency currency = requireNonNull(Currency.findByNumber(Integer.parseInt(text(nodes, EmvIds.CURRENCY))));
        String amount = EmvNode.textOf(nodes, EmvIds.AMOUNT);
        List<EmvNode> details = children(nodes, EmvIds.DETAILS);
        return new EmvPayment(
                initiation(EmvNode.textOf(nodes, EmvIds.INITIATION)),
                accounts(nodes),
                templates(nodes, EmvIds.FIRST_NETWORK, EmvIds.LAST_NETWORK),
                text(nodes, EmvIds.CATEGORY),
                currency,
                amount == null ? null : EmvFigures.amount(amount, currency),
                tip(nodes, currency),
                text(nodes, EmvIds.COUNTRY),
                text(nodes, EmvIds.NAME),
                text(nodes, EmvIds.CITY),
                EmvNode.textOf(nodes, EmvIds.POSTAL_CODE),
                details(details),
                templates(details, EmvIds.FIRST_DETAIL_TEMPLATE, EmvNode.MAX_ID),
                local(nodes),
                templates(nodes, EmvIds.FIRST_UNRESERVED, EmvNode.MAX_ID));
    }

    private static EmvPayment.@Nullable Initiation initiation(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.equals(EmvIds.STATIC) ? EmvPayment.Initiation.STATIC : EmvPayment.Initiation.DYNAMIC;
    }

    private static List<EmvObject> accounts(List<EmvNode> nodes) {
        List<EmvObject> accounts = new ArrayList<>();
        for (EmvNode node : nodes) {
            if (EmvIds.isAccount(node.id())) {
                accounts.add(new EmvObject(node.id(), node.value()));
            }
        }
        return accounts;
    }

    private static List<EmvTemplate> templates(List<EmvNode> nodes, int first, int last) {
        List<EmvTemplate> templates = new ArrayList<>();
        for (EmvNode node : nodes) {
            if (node.id() >= first && node.id() <= last) {
                templates.add(template(node));
            }
        }
        return templates;
    }

    private static EmvTemplate template(EmvNode node) {
        List<EmvObject> objects = new ArrayList<>();
        for (EmvNode child : node.children()) {
            if (child.id() != EmvIds.UNIQUE_ID) {
                objects.add(new EmvObject(child.id(), child.value()));
            }
        }
        return new EmvTemplate(node.id(), text(node.children(), EmvIds.UNIQUE_ID), objects);
    }

    private static @Nullable EmvTip tip(List<EmvNode> nodes, Currency currency) {
        String tip = EmvNode.textOf(nodes, EmvIds.TIP);
        if (tip == null) {
            return null;
        }
        return switch (tip) {
            case EmvIds.TIP_FEE -> new EmvTip.Fee(requireNonNull(EmvFigures.amount(text(nodes, EmvIds.FEE), currency)));
            case EmvIds.TIP_SHARE -> new EmvTip.Share(requireNonNull(EmvFigures.share(text(nodes, EmvIds.SHARE))));
            default -> new EmvTip.Asked();
        };
    }

    private static Map<EmvDetail, String> details(List<EmvNode> children) {
        Map<EmvDetail, String> details = new TreeMap<>();
        for (EmvDetail detail : EmvDetail.values()) {
            String text = EmvNode.textOf(children, detail.id());
            if (text != null) {
                details.put(detail, text);
            }
        }
        return details;
    }

    private static @Nullable EmvLocal local(List<EmvNode> nodes) {
        List<EmvNode> children = children(nodes, EmvIds.LOCAL);
        return children.isEmpty()
                ? null
                : new EmvLocal(
                        text(children, EmvIds.LOCAL_LANGUAGE),
                        text(children, EmvIds.LOCAL_NAME),
                        EmvNode.textOf(children, EmvIds.LOCAL_CITY));
    }

    private static List<EmvNode> children(List<EmvNode> nodes, int id) {
        EmvNode node = EmvNode.find(nodes, id);
        return node == null ? List.of() : node.children();
    }

    private static String text(List<EmvNode> nodes, int id) {
        return requireNonNull(EmvNode.textOf(nodes, id));
    }
}
