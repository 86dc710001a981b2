package org.tillwright.web.admin.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * One open page. Nobody waits for it: what it does not take at once waits here, and one that takes nothing for long is let
 * go; its browser comes again by itself.
 */
final class LiveListener implements WriteListener, AsyncListener {

    /** Events that wait for a slow page. */
    private static final int MOST_WAITING = 100;

    /** Else more open pages than a session may have would drive each other out every few seconds. */
    private static final Duration COME_AGAIN_AFTER = Duration.ofMinutes(1);

    private final AsyncContext connection;
    private final ServletOutputStream body;
    private final String storeId;
    private final String token;
    private final Consumer<LiveListener> whenGone;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean mayWrite;
    private boolean written;
    private boolean gone;

    /**
     * @param token of the console session that the page belongs to; it ends with that
     * @param whenGone told once, whoever ended it
     */
    LiveListener(AsyncContext connection, String storeId, String token, Consumer<LiveListener> whenGone)
            throws IOException {
        this.connection = connection;
        this.body = connection.getResponse().getOutputStream();
        this.storeId = storeId;
        this.token = token;
        this.whenGone = whenGone;
    }

    /** Begins to answer; from now on the container may call. */
    void begin() {
        connection.setTimeout(0); // it ends with its session, or with its page
        connection.addListener(this);
        body.setWriteListener(this);
    }

    String storeId() {
        return storeId;
    }

    String token() {
        return token;
    }

    /** Tells an event; never waits. */
    synchronized void tell(String event, String data) {
        send("event: " + event + "\ndata: " + data + "\n\n");
    }

    /** Sends what browsers pass over: proxies keep the connection for it, and a page that is gone is found out. */
    synchronized void keepAlive() {
        send(":\n\n");
    }

    private void send(String text) {
        if (gone) {
            return;
        } else if (waiting.size() >= MOST_WAITING) {
            end();
            return;
        }
        waiting.add(text.getBytes(StandardCharsets.UTF_8));
        if (mayWrite) {
            write();
        }
    }

    private void write() {
        try {
            while (!gone && body.isReady()) {
                byte[] next = waiting.poll();
                if (next != null) {
                    body.write(next);
                    written = true;
                } else if (written) {
                    written = false;
                    body.flush();
                } else {
                    return;
                }
            }
            mayWrite = !gone && mayWriteMore();
        } catch (IOException e) {
            end(); // the page was closed
        }
    }

    /** When the container takes no more for now, it says when it does. */
    private boolean mayWriteMore() {
        return waiting.isEmpty() && !written;
    }

    @Override
    public synchronized void onWritePossible() {
        mayWrite = true;
        write();
    }

    /** Ends the connection for a newer page; a browser that still shows this one waits before it comes again. */
    void letGo() {
        synchronized (this) {
            send("retry: " + COME_AGAIN_AFTER.toMillis() + "\n\n");
        }
        end();
    }

    /** Ends the connection; the browser comes again if the page is still there. */
    void end() {
        synchronized (this) {
            if (gone) {
                return;
            }
            gone = true;
        }
        whenGone.accept(this);
        try {
            connection.complete();
        } catch (IllegalStateException e) {
            // The container ended it at the same moment: the same outcome.
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Begun once, and not again.
    }
}
