package org.tillwright.register.orders;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.server.OrderServer;

/**
 * What the functions of this package work with.
 *
 * @param background where the server is waited for
 * @param eventThread where its answers are looked at
 * @param finished told of a sale that needed no further payment
 */
public record OrderDesk(
        SaleSession sale,
        Conversation talk,
        Journal journal,
        OrderServer server,
        Executor background,
        Executor eventThread,
        Clock clock,
        Papers papers,
        Approval approval,
        Consumer<FinishedSale> finished) {}
