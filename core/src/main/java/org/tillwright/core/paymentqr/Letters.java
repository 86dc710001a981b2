package org.tillwright.core.paymentqr;

/** The letters that a part of a payload may be made of. */
enum Letters {
    DIGITS("digits"),
    CAPITALS("capital letters"),
    LETTERS("letters of ASCII"),
    CODE("capital letters and digits"),
    PRINTABLE("printable letters of ASCII"),
    ANY("printable letters");

    private final String words;

    Letters(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean allows(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!allows(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean allows(char letter) {
        boolean isDigit = letter >= '0' && letter <= '9';
        boolean isCapital = letter >= 'A' && letter <= 'Z';
        return switch (this) {
            case DIGITS -> isDigit;
            case CAPITALS -> isCapital;
            case LETTERS -> isCapital || (letter >= 'a' && letter <= 'z');
            case CODE -> isDigit || isCapital;
            case PRINTABLE -> letter >= ' ' && letter <= '~';
            case ANY -> letter >= ' ' && !(letter >= '\u007f' && letter <= '\u009f');
        };
    }
}
