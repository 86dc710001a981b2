package org.tillwright.core.paymentqr;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.paymentqr.PayloadFault.Code;

/**
 * Writes and reads the texts of EMVCo's codes in merchant-presented mode. Data objects that EMVCo has kept for later are
 * read over, and not kept.
 */
public final class EmvQr {

    /** Letters of a code that is written: EMVCo's own bound. */
    public static final int MAX_WRITTEN = 512;

    /** Letters of a code that is read: more bytes stand in no QR code. */
    public static final int MAX_READ = 2_953;

    private static final String CHECKSUM_HEAD = "6304";
    private static final int CHECKSUM_LENGTH = 8;

    private EmvQr() {}

    /** Returns the text of a code, or everything that must not stand in one. */
    public static Checked<String> write(EmvPayment payment) {
        List<PayloadFault> faults = new ArrayList<>();
        List<EmvNode> nodes = EmvWriter.nodes(payment);
        EmvRules.check(nodes, faults);
        String text = EmvNode.text(nodes) + CHECKSUM_HEAD;
        if (!Utf8.isWhole(text)) {
            faults.add(new PayloadFault(Code.LETTERS, "", "Half a letter stands in the code."));
        }
        if (EmvNode.length(text) + CHECKSUM_HEAD.length() > MAX_WRITTEN) {
            faults.add(new PayloadFault(Code.TOO_LONG, "", "The code is longer than " + MAX_WRITTEN + " letters."));
        }
        return faults.isEmpty() ? Checked.of(text + Crc16.of(Utf8.encode(text))) : Checked.wrong(faults);
    }

    /** Reads a code, or tells everything that is wrong with it. */
    public static Checked<EmvPayment> read(String text) {
        List<PayloadFault> faults = new ArrayList<>();
        if (text.length() > MAX_READ) {
            faults.add(new PayloadFault(Code.TOO_LONG, "", "The code is longer than " + MAX_READ + " letters."));
        } else if (!Utf8.isWhole(text)) {
            faults.add(new PayloadFault(Code.LETTERS, "", "Half a letter stands in the code."));
        }
        List<EmvNode> parsed = faults.isEmpty() ? EmvNode.parse(text, "", faults) : null;
        if (parsed == null) {
            return Checked.wrong(faults);
        }
        checksum(text, parsed, faults);
        List<EmvNode> nodes = opened(parsed, faults);
        EmvRules.check(nodes, faults);
        return faults.isEmpty() ? Checked.of(EmvReader.payment(nodes)) : Checked.wrong(faults);
    }

    private static void checksum(String text, List<EmvNode> nodes, List<PayloadFault> faults) {
        EmvNode last = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
        if (last == null
                || last.id() != EmvIds.CHECKSUM
                || EmvNode.text(List.of(last)).length() != CHECKSUM_LENGTH) {
            faults.add(new PayloadFault(Code.MISSING, "63", "No checksum (63) of four digits is at the end."));
            return;
        }
        String summed = text.substring(0, text.length() - last.value().length());
        String expected = Crc16.of(Utf8.encode(summed));
        // Some writers have small letters; nothing else could be meant by them.
        if (!last.value().equalsIgnoreCase(expected)) {
            String sentence = "The checksum (63) is not " + expected + ": the code was misread or changed.";
            faults.add(new PayloadFault(Code.CHECK, "63", sentence));
        }
    }

    private static List<EmvNode> opened(List<EmvNode> nodes, List<PayloadFault> faults) {
        List<EmvNode> opened = new ArrayList<>();
        for (EmvNode node : nodes) {
            if (node.id() == EmvIds.DETAILS) {
                opened.add(openedDetails(node.opened(faults), faults));
            } else if (EmvIds.isNetwork(node.id()) || node.id() == EmvIds.LOCAL) {
                opened.add(node.opened(faults));
            } else {
                opened.add(node);
            }
        }
        return opened;
    }

    private static EmvNode openedDetails(EmvNode details, List<PayloadFault> faults) {
        List<EmvNode> children = new ArrayList<>();
        for (EmvNode child : details.children()) {
            children.add(child.id() >= EmvIds.FIRST_DETAIL_TEMPLATE ? child.opened(faults) : child);
        }
        return details.withChildren(children);
    }
}
