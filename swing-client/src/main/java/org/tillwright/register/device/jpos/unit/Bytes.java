package org.tillwright.register.device.jpos.unit;

import jpos.JposException;

/** Reads properties that hold data; a service may have none, or fail. */
final class Bytes {

    private Bytes() {}

    static byte[] of(Property property) {
        try {
            byte[] bytes = property.ask();
            return bytes == null ? new byte[0] : bytes;
        } catch (JposException e) {
            return new byte[0];
        }
    }

    /** A property that holds data. */
    @FunctionalInterface
    interface Property {
        byte[] ask() throws JposException;
    }
}
