package org.tillwright.core.paymentqr;

/** The ids of EMVCo's data objects. */
final class EmvIds {

    static final int FORMAT = 0;
    static final int INITIATION = 1;
    static final int FIRST_ACCOUNT = 2;
    static final int FIRST_NETWORK = 26;
    static final int LAST_NETWORK = 51;
    static final int CATEGORY = 52;
    static final int CURRENCY = 53;
    static final int AMOUNT = 54;
    static final int TIP = 55;
    static final int FEE = 56;
    static final int SHARE = 57;
    static final int COUNTRY = 58;
    static final int NAME = 59;
    static final int CITY = 60;
    static final int POSTAL_CODE = 61;
    static final int DETAILS = 62;
    static final int CHECKSUM = 63;
    static final int LOCAL = 64;
    static final int FIRST_UNRESERVED = 80;

    /** Inside a template: the network's unique id. */
    static final int UNIQUE_ID = 0;

    /** Inside the additional data: the first template of a network. */
    static final int FIRST_DETAIL_TEMPLATE = 50;

    static final int LOCAL_LANGUAGE = 0;
    static final int LOCAL_NAME = 1;
    static final int LOCAL_CITY = 2;

    static final String FORMAT_1 = "01";
    static final String STATIC = "11";
    static final String DYNAMIC = "12";
    static final String TIP_ASKED = "01";
    static final String TIP_FEE = "02";
    static final String TIP_SHARE = "03";

    private EmvIds() {}

    static boolean isAccount(int id) {
        return id >= FIRST_ACCOUNT && id < FIRST_NETWORK;
    }

    /** True if the value is made of a network's data objects. */
    static boolean isNetwork(int id) {
        return (id >= FIRST_NETWORK && id <= LAST_NETWORK) || id >= FIRST_UNRESERVED;
    }
}
