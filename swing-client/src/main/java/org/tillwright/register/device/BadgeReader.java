package org.tillwright.register.device;

/** Reads the badges that people sign on and approve with: what it hands over is what the badge says, as text. */
public interface BadgeReader extends Listening {

    /** Handed over in place of a payment card, of which nothing is kept. */
    String PAYMENT_CARD = "payment card";
}
