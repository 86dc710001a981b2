package org.tillwright.register.device;

/** The devices of a register. */
public enum DeviceKind {
    PRINTER("receipt printer", "printer"),
    DRAWER("cash drawer", "drawer"),
    SCANNER("scanner", "scanner"),
    SECOND_SCANNER("second scanner", "scanner.2"),
    DISPLAY("customer display", "display"),
    CARD_TERMINAL("card terminal", "card"),
    WALLET("wallet gateway", "wallet"),
    SCALE("scale", "scale"),
    BADGE_READER("badge reader", "badge"),
    LABEL_PRINTER("label printer", "label"),
    FISCAL("fiscal device", "fiscal");

    private final String words;
    private final String setting;

    DeviceKind(String words, String setting) {
        this.words = words;
        this.setting = setting;
    }

    /** What a person calls it, in English, without an article. */
    public String words() {
        return words;
    }

    /** The name of its line in the register's settings. */
    public String setting() {
        return setting;
    }
}
