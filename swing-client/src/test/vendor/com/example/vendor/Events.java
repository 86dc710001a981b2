package com.example.vendor;

import java.util.ArrayDeque;
import java.util.Deque;
import jpos.events.DataEvent;
import jpos.events.ErrorEvent;
import jpos.events.JposEvent;
import jpos.events.StatusUpdateEvent;
import jpos.services.EventCallbacks;

/**
 * Events in their order, on a thread of the service's own. Nothing is delivered while events are frozen; a data event only
 * while they are enabled, which it switches off.
 */
final class Events {

    private final EventCallbacks callbacks;
    private final Deque<Event> waiting = new ArrayDeque<>();
    private boolean frozen;
    private boolean enabled;
    private boolean ended;

    Events(EventCallbacks callbacks) {
        this.callbacks = callbacks;
        Thread thread = new Thread(this::deliver, "example events");
        thread.setDaemon(true);
        thread.start();
    }

    /** Data, with what puts it into the service's properties at the moment of delivery. */
    synchronized void data(int status, Runnable asProperties) {
        waiting.add(new Event(new DataEvent(callbacks.getEventSource(), status), asProperties));
        notifyAll();
    }

    synchronized void status(int status) {
        waiting.add(new Event(new StatusUpdateEvent(callbacks.getEventSource(), status), () -> {}));
        notifyAll();
    }

    synchronized void error(int code, int extended) {
        waiting.add(new Event(new ErrorEvent(callbacks.getEventSource(), code, extended, 2, 12), () -> {}));
        notifyAll();
    }

    synchronized void enable(boolean enable) {
        enabled = enable;
        notifyAll();
    }

    synchronized boolean isEnabled() {
        return enabled;
    }

    synchronized void freeze(boolean freeze) {
        frozen = freeze;
        notifyAll();
    }

    synchronized boolean isFrozen() {
        return frozen;
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    private void deliver() {
        try {
            Event next = next();
            while (next != null) {
                fire(next);
                next = next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Event next() throws InterruptedException {
        while (!ended && (frozen || waiting.isEmpty() || isData(waiting.peek()) && !enabled)) {
            wait();
        }
        if (ended) {
            return null;
        }
        if (isData(waiting.peek())) {
            enabled = false;
        }
        return waiting.poll();
    }

    /** Input errors are delivered as data are: only while data events are enabled. */
    private static boolean isData(Event event) {
        return event.event() instanceof DataEvent || event.event() instanceof ErrorEvent;
    }

    private void fire(Event next) {
        next.asProperties().run();
        JposEvent event = next.event();
        if (event instanceof DataEvent data) {
            callbacks.fireDataEvent(data);
        } else if (event instanceof ErrorEvent error) {
            callbacks.fireErrorEvent(error);
        } else if (event instanceof StatusUpdateEvent status) {
            callbacks.fireStatusUpdateEvent(status);
        }
    }

    private record Event(JposEvent event, Runnable asProperties) {}
}
