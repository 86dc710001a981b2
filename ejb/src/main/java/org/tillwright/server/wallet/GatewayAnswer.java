package org.tillwright.server.wallet;

/** What became of one question to the gateway. */
sealed interface GatewayAnswer {

    /** How it stands. */
    record Told(GatewayMessages.Standing standing) implements GatewayAnswer {}

    /** The gateway never heard of it. */
    record NotKnown() implements GatewayAnswer {}

    /** The gateway certainly did nothing of what was asked. */
    record NotDone(WalletReason reason, String why) implements GatewayAnswer {}

    /**
     * The gateway may have done it.
     *
     * @param why one English sentence for the log
     */
    record Unclear(String why) implements GatewayAnswer {}
}
