package org.tillwright.register.tendering;

/** What an operator can want on the tendering screen. */
public interface TenderingIntents {

    /** Enter was hit: an answer to what is asked, a customer's code, or cash of the keyed amount. */
    void entered(String keyed);

    /** What is keyed so far, while a list is shown. */
    void typing(String text);

    /** Cash of the keyed amount; of everything due when nothing was keyed. */
    void cash(String keyed);

    void note(long minor);

    /** Card for the keyed amount; for everything due when nothing was keyed. */
    void card(String keyed);

    /**
     * Another tender for the keyed amount, or for everything due.
     *
     * @param type name of the tender
     */
    void tender(String type, String keyed);

    /** A tip of the keyed amount; asks for one when nothing was keyed. */
    void tip(String keyed);

    /** Shares the bill out. */
    void split();

    /** Stops what the terminal or the wallet is at. */
    void stop();

    void takeBack(int paymentIndex);

    void answered(String answerId);

    void choiceMade(String id);

    /** Leaves what is asked; else back to the lines, with the payments kept. */
    void back();
}
