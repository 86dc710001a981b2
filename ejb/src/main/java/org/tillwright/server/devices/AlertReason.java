package org.tillwright.server.devices;

import org.tillwright.server.Reason;

/** Why rules of alerts are not taken. */
public enum AlertReason implements Reason {
    MAIL_UNSOUND("mailAddress", "The address is none that a letter can be sent to; write one such as it@example.org."),
    MINUTES_UNSOUND("downMinutes", "The minutes are a whole number from 1 to 1440."),
    RESTARTS_UNSOUND("restartsAnHour", "The restarts are a whole number from 0 to 1000.");

    private final String field;
    private final String sentence;

    AlertReason(String field, String sentence) {
        this.field = field;
        this.sentence = sentence;
    }

    @Override
    public String key() {
        return "setup.refusal." + name();
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
