package org.tillwright.core.tax;

import java.util.ArrayList;
import java.util.List;

/** What tax makes of one line, in minor units; bases and taxes stand in the order of the line's taxes. */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, and is never compared
record Split(long net, long[] bases, long[] taxes) {

    long tax() {
        long sum = 0;
        for (long tax : taxes) {
            sum = Math.addExact(sum, tax);
        }
        return sum;
    }

    Taxed.Line line(Taxable line) {
        long tax = tax();
        return new Taxed.Line(line.number(), net, tax, Math.addExact(net, tax), parts(line.taxes()));
    }

    private List<Taxed.Part> parts(List<Tax> of) {
        if (taxes.length == 1) {
            return List.of(new Taxed.Part(of.get(0), bases[0], taxes[0]));
        }
        List<Taxed.Part> parts = new ArrayList<>(taxes.length);
        for (int i = 0; i < taxes.length; i++) {
            parts.add(new Taxed.Part(of.get(i), bases[i], taxes[i]));
        }
        return parts;
    }
}
