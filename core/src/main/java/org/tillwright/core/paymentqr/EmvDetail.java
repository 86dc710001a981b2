package org.tillwright.core.paymentqr;

/** The additional data that EMVCo has named. The value {@code ***} lets the customer's telephone ask for it. */
public enum EmvDetail {
    BILL_NUMBER(1, 25),
    MOBILE_NUMBER(2, 25),
    STORE_LABEL(3, 25),
    LOYALTY_NUMBER(4, 25),
    REFERENCE_LABEL(5, 25),
    CUSTOMER_LABEL(6, 25),
    TERMINAL_LABEL(7, 25),
    PURPOSE(8, 25),
    /** What the telephone sends along: A for the address, M for the mobile number, E for the e-mail address. */
    CUSTOMER_DATA_REQUEST(9, 3),
    MERCHANT_TAX_ID(10, 20),
    /** Three digits: medium, place of the transaction, presence of the merchant. */
    MERCHANT_CHANNEL(11, 3);

    private final int id;
    private final int max;

    EmvDetail(int id, int max) {
        this.id = id;
        this.max = max;
    }

    /** Returns the id of the data object inside the additional data. */
    int id() {
        return id;
    }

    int max() {
        return max;
    }
}
