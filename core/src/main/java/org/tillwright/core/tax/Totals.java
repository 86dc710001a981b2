package org.tillwright.core.tax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sums what lines come to. A receipt has few taxes, so they are looked for one after the other. */
final class Totals {

    private final List<Running> taxes = new ArrayList<>();
    private long net;
    private long tax;

    void add(Taxable line, Split split) {
        net = Math.addExact(net, split.net());
        for (int i = 0; i < split.taxes().length; i++) {
            tax = Math.addExact(tax, split.taxes()[i]);
            Running total = running(line.taxes().get(i));
            total.base = Math.addExact(total.base, split.bases()[i]);
            total.tax = Math.addExact(total.tax, split.taxes()[i]);
        }
    }

    Taxed of(List<Taxed.Line> lines) {
        List<Taxed.Total> totals = taxes.stream()
                .map(total -> new Taxed.Total(total.of, total.base, total.tax))
                .sorted(Comparator.comparing(total -> total.tax().taxId()))
                .toList();
        return new Taxed(lines, totals, net, tax, Math.addExact(net, tax));
    }

    private Running running(Tax of) {
        for (Running total : taxes) {
            if (total.of.equals(of)) {
                return total;
            }
        }
        Running total = new Running(of);
        taxes.add(total);
        return total;
    }

    private static final class Running {

        private final Tax of;
        private long base;
        private long tax;

        Running(Tax of) {
            this.of = of;
        }
    }
}
