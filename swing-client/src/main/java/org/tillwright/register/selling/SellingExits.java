package org.tillwright.register.selling;

/** Where the selling screen leads. */
public interface SellingExits {

    void toCash();

    void toCard();

    void toTillClosing();

    void signOff();
}
