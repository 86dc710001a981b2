package org.tillwright.register.device.scanner;

/**
 * What a scanner is sent so that it sounds by itself: its makers' commands differ, and many have none.
 *
 * @param good after a code that counts, a byte each sign (Latin-1); empty for nothing
 * @param bad after one that does not; empty for nothing
 */
public record ScannerBeeps(String good, String bad) {

    /** A scanner that sounds as it likes. */
    public static final ScannerBeeps NONE = new ScannerBeeps("", "");
}
