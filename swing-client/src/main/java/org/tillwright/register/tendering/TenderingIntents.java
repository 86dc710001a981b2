package org.tillwright.register.tendering;

/** What an operator can want on the tendering screen. */
public interface TenderingIntents {

    /** Cash of the keyed amount; of everything due when nothing was keyed. */
    void cash(String keyed);

    void note(long minor);

    /** Card for the keyed amount; for everything due when nothing was keyed. */
    void card(String keyed);

    void cancelCard();

    void takeBack(int paymentIndex);

    void answered(String answerId);

    /** Back to the lines, with the payments kept. */
    void back();
}
