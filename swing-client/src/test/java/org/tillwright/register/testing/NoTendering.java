package org.tillwright.register.testing;

import org.tillwright.register.tendering.TenderingIntents;

/** A tendering screen whose keys do nothing. */
public record NoTendering() implements TenderingIntents {

    @Override
    public void entered(String keyed) {}

    @Override
    public void typing(String text) {}

    @Override
    public void cash(String keyed) {}

    @Override
    public void note(long minor) {}

    @Override
    public void card(String keyed) {}

    @Override
    public void tender(String type, String keyed) {}

    @Override
    public void tip(String keyed) {}

    @Override
    public void split() {}

    @Override
    public void stop() {}

    @Override
    public void takeBack(int paymentIndex) {}

    @Override
    public void answered(String answerId) {}

    @Override
    public void choiceMade(String id) {}

    @Override
    public void back() {}
}
