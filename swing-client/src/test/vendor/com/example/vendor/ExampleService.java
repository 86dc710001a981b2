package com.example.vendor;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.services.EventCallbacks;

/**
 * The life of a service as UnifiedPOS lays it down: open, claim, enable, use, and back. A method of the contract that a subclass
 * has goes there; a property that it has not is kept and given back; anything else is illegal.
 */
public abstract class ExampleService implements InvocationHandler {

    private static final int VERSION = 1_014_000;

    private final JposEntry entry;
    private final Faults faults;
    private final List<String> lacking;
    private final Map<String, Object> properties = new ConcurrentHashMap<>();
    private final Map<String, Method> own = new ConcurrentHashMap<>();
    private Events events;
    private FileChannel claimFile;
    private FileLock claim;
    private boolean open;
    private boolean enabled;

    ExampleService(JposEntry entry) {
        this.entry = entry;
        faults = new Faults(text("faults", ""));
        lacking = List.of(text("lacks", "").split(","));
        for (Method method : getClass().getMethods()) {
            own.put(method.getName() + Arrays.toString(method.getParameterTypes()), method);
        }
    }

    final String text(String name, String otherwise) {
        Object value = entry.getPropertyValue(name);
        return value == null ? otherwise : value.toString();
    }

    final int number(String name) {
        return (Integer) entry.getPropertyValue(name);
    }

    final Events events() {
        return events;
    }

    final boolean isEnabled() {
        return enabled;
    }

    boolean isExclusive() {
        return true;
    }

    /** The device is to be reached now. */
    abstract void connect() throws JposException;

    abstract void disconnect();

    @Override
    public final Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        faults.before(name);
        Method mine = own.get(name + Arrays.toString(method.getParameterTypes()));
        if (mine != null) {
            return call(mine, arguments);
        }
        if (name.startsWith("set")) {
            properties.put(name.substring(3), arguments[0]);
            return null;
        }
        if (name.startsWith("get")) {
            return property(name.substring(3), method.getReturnType());
        }
        if (method.getReturnType() == void.class && name.startsWith("clear") || name.equals("deleteInstance")) {
            return null;
        }
        throw new JposException(JposConst.JPOS_E_ILLEGAL, name + " is not supported");
    }

    private Object call(Method mine, Object[] arguments) throws Throwable {
        try {
            return mine.invoke(this, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object property(String name, Class<?> type) {
        if (properties.containsKey(name)) {
            return properties.get(name);
        }
        if (type == boolean.class) {
            return has(name);
        }
        if (type == int.class) {
            return 0;
        }
        return type == String.class ? "" : null;
    }

    /** Capabilities that the entry does not take away. */
    boolean has(String capability) {
        return false;
    }

    final boolean lacks(String capability) {
        return lacking.contains(capability);
    }

    public void open(String logicalName, EventCallbacks callbacks) throws JposException {
        events = new Events(callbacks);
        open = true;
    }

    public void close() throws JposException {
        requireOpen();
        setDeviceEnabled(false);
        release();
        events.end();
        open = false;
    }

    public int getDeviceServiceVersion() {
        return Integer.parseInt(text("version", Integer.toString(VERSION)));
    }

    public int getState() {
        return open ? JposConst.JPOS_S_IDLE : JposConst.JPOS_S_CLOSED;
    }

    /** Across programs, by a lock on a file. */
    public void claim(int timeout) throws JposException {
        requireOpen();
        String file = text("claim", "");
        if (claim != null || file.isEmpty()) {
            return;
        }
        try {
            claimFile = FileChannel.open(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long until = System.nanoTime() + timeout * 1_000_000L;
            claim = lock();
            while (claim == null && System.nanoTime() < until) {
                Thread.sleep(20);
                claim = lock();
            }
        } catch (IOException | InterruptedException e) {
            throw new JposException(JposConst.JPOS_E_FAILURE, "cannot claim", e);
        }
        if (claim == null) {
            throw new JposException(JposConst.JPOS_E_TIMEOUT, "another program has it");
        }
    }

    private FileLock lock() throws IOException {
        try {
            return claimFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public void release() throws JposException {
        try {
            if (claim != null) {
                claim.release();
                claimFile.close();
                claim = null;
            }
        } catch (IOException e) {
            throw new JposException(JposConst.JPOS_E_FAILURE, "cannot release", e);
        }
    }

    public boolean getClaimed() {
        return claim != null;
    }

    public boolean getDeviceEnabled() {
        return enabled;
    }

    public void setDeviceEnabled(boolean enable) throws JposException {
        requireOpen();
        if (enable && isExclusive() && claim == null && !text("claim", "").isEmpty()) {
            throw new JposException(JposConst.JPOS_E_NOTCLAIMED, "claim it first");
        }
        if (enable && !enabled) {
            connect();
        } else if (!enable && enabled) {
            disconnect();
        }
        enabled = enable;
    }

    public boolean getFreezeEvents() {
        return events.isFrozen();
    }

    public void setFreezeEvents(boolean freeze) {
        events.freeze(freeze);
    }

    public boolean getDataEventEnabled() {
        return events.isEnabled();
    }

    public void setDataEventEnabled(boolean enable) {
        events.enable(enable);
    }

    final void requireOpen() throws JposException {
        if (!open) {
            throw new JposException(JposConst.JPOS_E_CLOSED, "it is closed");
        }
    }

    final void requireEnabled() throws JposException {
        requireOpen();
        if (!enabled) {
            throw new JposException(JposConst.JPOS_E_DISABLED, "it is disabled");
        }
    }
}
