package org.tillwright.system.devices;

/** The till did not do what a cashier wanted, which no device may bring about. */
final class StuckTillException extends Exception {

    StuckTillException(String message) {
        super(message);
    }
}
