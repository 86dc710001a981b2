package org.tillwright.register.testing;

import org.tillwright.register.tendering.TenderingIntents;

/** A tendering screen whose keys do nothing. */
public record NoTendering() implements TenderingIntents {

    @Override
    public void cash(String keyed) {}

    @Override
    public void note(long minor) {}

    @Override
    public void card(String keyed) {}

    @Override
    public void cancelCard() {}

    @Override
    public void takeBack(int paymentIndex) {}

    @Override
    public void answered(String answerId) {}

    @Override
    public void back() {}
}
