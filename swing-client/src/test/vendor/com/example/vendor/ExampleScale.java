package com.example.vendor;

import jpos.JposConst;
import jpos.JposException;
import jpos.ScaleConst;
import jpos.config.JposEntry;

/**
 * A scale at a TCP port that sends what it shows whenever that changes: {@code still 485}, {@code moving 480}, {@code heavy},
 * {@code below}, in thousandths of its unit. The entry says which of UnifiedPOS' ways of weighing its service has.
 */
public final class ExampleScale extends ExampleService {

    private Line line;
    private String state = "moving";
    private int weight;
    private boolean isAsync;

    ExampleScale(JposEntry entry) {
        super(entry);
    }

    @Override
    boolean has(String capability) {
        return capability.equals("CapStatusUpdate") && text("way", "").equals("told");
    }

    @Override
    void connect() throws JposException {
        line = Line.to(number("port"));
        line.listen(this::shows, () -> events().status(JposConst.JPOS_SUE_POWER_OFFLINE));
    }

    @Override
    void disconnect() {
        line.close();
    }

    private synchronized void shows(String text) {
        String[] words = text.split(" ");
        state = words[0];
        weight = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        notifyAll();
        events().status(
                switch (state) {
                    case "still" -> ScaleConst.SCAL_SUE_STABLE_WEIGHT;
                    case "heavy" -> ScaleConst.SCAL_SUE_WEIGHT_OVERWEIGHT;
                    case "below" -> ScaleConst.SCAL_SUE_WEIGHT_UNDER_ZERO;
                    default -> ScaleConst.SCAL_SUE_WEIGHT_UNSTABLE;
                });
    }

    public int getWeightUnit() {
        return Integer.parseInt(text("unit", Integer.toString(ScaleConst.SCAL_WU_KILOGRAM)));
    }

    public void setAsyncMode(boolean async) throws JposException {
        if (async && text("way", "").equals("waiting")) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "it cannot");
        }
        isAsync = async;
    }

    public void setStatusNotify(int notify) throws JposException {
        if (isEnabled()) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "too late");
        }
    }

    public synchronized int getScaleLiveWeight() {
        return weight;
    }

    public void readWeight(int[] data, int timeout) throws JposException {
        requireEnabled();
        if (!isAsync) {
            data[0] = stable(timeout);
            return;
        }
        Thread weighing = new Thread(
                () -> {
                    try {
                        int stable = stable(timeout);
                        events().data(stable, () -> {});
                    } catch (JposException e) {
                        events().error(e.getErrorCode(), e.getErrorCodeExtended());
                    }
                },
                "example weighing");
        weighing.setDaemon(true);
        weighing.start();
    }

    private synchronized int stable(int timeout) throws JposException {
        long until = System.nanoTime() + timeout * 1_000_000L;
        long left = timeout;
        while (state.equals("moving") && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new JposException(JposConst.JPOS_E_FAILURE, "interrupted", e);
            }
            left = (until - System.nanoTime()) / 1_000_000L;
        }
        switch (state) {
            case "still":
                return weight;
            case "heavy":
                throw new JposException(JposConst.JPOS_E_EXTENDED, ScaleConst.JPOS_ESCAL_OVERWEIGHT, "overload");
            case "below":
                throw new JposException(JposConst.JPOS_E_EXTENDED, ScaleConst.JPOS_ESCAL_UNDER_ZERO, "below zero");
            default:
                throw new JposException(JposConst.JPOS_E_TIMEOUT, "it does not come to rest");
        }
    }
}
