package org.tillwright.system.devices;

import org.tillwright.simulator.PaymentSimulator;

/** What the card terminal itself says it took: the truth that the register's tenders are held against. */
final class TerminalBook implements PaymentSimulator.Listener {

    private long asked;
    private long takenMinor;
    private int approvals;
    private int requests;

    @Override
    public synchronized void paymentAsked(long minor) {
        asked = minor;
        requests++;
    }

    @Override
    public synchronized void refundAsked(long minor) {
        asked = -minor;
    }

    @Override
    public synchronized void shows(String text) {
        if (text.equals("Approved")) {
            takenMinor += asked;
            approvals++;
        }
    }

    /** What was taken and not given back, in minor units. */
    synchronized long takenMinor() {
        return takenMinor;
    }

    synchronized int approvals() {
        return approvals;
    }

    synchronized int requests() {
        return requests;
    }
}
