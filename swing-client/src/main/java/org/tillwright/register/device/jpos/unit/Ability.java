package org.tillwright.register.device.jpos.unit;

import jpos.JposException;

/** Asks services what they can do. A service that does not know the question cannot do it: older ones know fewer. */
final class Ability {

    private Ability() {}

    static boolean is(Truth capability) {
        try {
            return capability.ask();
        } catch (JposException e) {
            return false;
        }
    }

    static int number(Power.Question property, int otherwise) {
        try {
            return property.ask();
        } catch (JposException e) {
            return otherwise;
        }
    }

    static String text(Words property) {
        try {
            String words = property.ask();
            return words == null ? "" : words;
        } catch (JposException e) {
            return "";
        }
    }

    /** Does something that a service may refuse without harm; returns whether it was done. */
    static boolean done(Step step) {
        try {
            step.run();
            return true;
        } catch (JposException e) {
            return false;
        }
    }

    /** A capability, or another property that is true or false. */
    @FunctionalInterface
    interface Truth {
        boolean ask() throws JposException;
    }

    /** A property that is a text. */
    @FunctionalInterface
    interface Words {
        String ask() throws JposException;
    }

    /** Something to do. */
    @FunctionalInterface
    interface Step {
        void run() throws JposException;
    }
}
