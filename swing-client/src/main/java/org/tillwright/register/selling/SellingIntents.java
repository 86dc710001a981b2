package org.tillwright.register.selling;

/** What an operator can want on the selling screen. */
public interface SellingIntents {

    /** Enter was hit: a code, a search, or what was asked for. */
    void entered(String text);

    /** What is keyed so far, for a search by name. */
    void typing(String text);

    void tileChosen(String itemId);

    /** Enter is to take the tile so many further on. */
    void tileMoved(int step);

    void departmentChosen(String departmentId);

    void lineChosen(int number);

    /** The quantity key, with what was keyed before it. */
    void quantity(String keyed);

    /** The price key, with what was keyed before it. */
    void price(String keyed);

    void voidLine();

    void payCash();

    void payCard();

    void answered(String answerId);

    /** A function's key, with what was keyed before it. */
    void function(String id, String keyed);

    /** A row of the list was chosen. */
    void choiceMade(String id);

    /** Leaves what is being asked. */
    void cancelled();
}
