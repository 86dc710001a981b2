package org.tillwright.system;

/** The demo did not go as it must; the message is one sentence that says where. */
final class DemoFailedException extends Exception {

    DemoFailedException(String message) {
        super(message);
    }
}
