package org.tillwright.core.paymentqr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays a payment out as data objects, in the order of their ids; the checksum comes after all others. */
final class EmvWriter {

    private EmvWriter() {}

    static List<EmvNode> nodes(EmvPayment payment) {
        List<EmvNode> nodes = new ArrayList<>();
        add(nodes, EmvIds.FORMAT, EmvIds.FORMAT_1);
        if (payment.initiation() != null) {
            boolean isStatic = payment.initiation() == EmvPayment.Initiation.STATIC;
            add(nodes, EmvIds.INITIATION, isStatic ? EmvIds.STATIC : EmvIds.DYNAMIC);
        }
        payment.accounts().forEach(account -> add(nodes, account.id(), account.value()));
        payment.networks().forEach(network -> nodes.add(template(network)));
        add(nodes, EmvIds.CATEGORY, payment.category());
        add(nodes, EmvIds.CURRENCY, threeDigits(payment.currency().number()));
        add(nodes, EmvIds.AMOUNT, payment.amount() == null ? null : EmvFigures.text(payment.amount()));
        tip(nodes, payment.tip());
        add(nodes, EmvIds.COUNTRY, payment.country());
        add(nodes, EmvIds.NAME, payment.merchantName());
        add(nodes, EmvIds.CITY, payment.city());
        add(nodes, EmvIds.POSTAL_CODE, payment.postalCode());
        details(nodes, payment);
        local(nodes, payment.local());
        payment.unreserved().forEach(template -> nodes.add(template(template)));
        nodes.sort(Comparator.comparingInt(EmvNode::id));
        return nodes;
    }

    private static void tip(List<EmvNode> nodes, @Nullable EmvTip tip) {
        if (tip instanceof EmvTip.Asked) {
            add(nodes, EmvIds.TIP, EmvIds.TIP_ASKED);
        } else if (tip instanceof EmvTip.Fee fee) {
            add(nodes, EmvIds.TIP, EmvIds.TIP_FEE);
            add(nodes, EmvIds.FEE, EmvFigures.text(fee.amount()));
        } else if (tip instanceof EmvTip.Share share) {
            add(nodes, EmvIds.TIP, EmvIds.TIP_SHARE);
            add(nodes, EmvIds.SHARE, share.rate().percentText());
        }
    }

    private static void details(List<EmvNode> nodes, EmvPayment payment) {
        List<EmvNode> children = new ArrayList<>();
        payment.details().forEach((detail, text) -> add(children, detail.id(), text));
        payment.detailTemplates().forEach(template -> children.add(template(template)));
        if (!children.isEmpty()) {
            nodes.add(EmvNode.of(EmvIds.DETAILS, children));
        }
    }

    private static void local(List<EmvNode> nodes, @Nullable EmvLocal local) {
        if (local != null) {
            List<EmvNode> children = new ArrayList<>();
            add(children, EmvIds.LOCAL_LANGUAGE, local.language());
            add(children, EmvIds.LOCAL_NAME, local.name());
            add(children, EmvIds.LOCAL_CITY, local.city());
            nodes.add(EmvNode.of(EmvIds.LOCAL, children));
        }
    }

    private static EmvNode template(EmvTemplate template) {
        List<EmvNode> children = new ArrayList<>();
        add(children, EmvIds.UNIQUE_ID, template.uniqueId());
        template.objects().forEach(object -> add(children, object.id(), object.value()));
        return EmvNode.of(template.id(), children);
    }

    private static void add(List<EmvNode> nodes, int id, @Nullable String value) {
        if (value != null) {
            nodes.add(EmvNode.of(id, value));
        }
    }

    private static String threeDigits(int number) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, 3 - text.length())) + text;
    }
}
