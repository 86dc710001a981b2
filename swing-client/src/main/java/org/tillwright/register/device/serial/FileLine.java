package org.tillwright.register.device.serial;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.tillwright.register.device.DeviceException.Trouble;

/**
 * A line to a device file of the system's own, as the kernel makes one for a USB printer. The kernel lets one program
 * have it at a time and one open file of it, so reading and writing share that file; and a read may wait for ever, so it
 * has a thread of its own, which closing the channel wakes.
 */
public final class FileLine implements SerialLine {

    private static final Logger LOG = System.getLogger(FileLine.class.getName());
    private static final int READ_BYTES = 1024;
    private static final Duration STALL_PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);
    /** A printer with nothing to say reads as the end of a file; it may have something to say later. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final String name;
    private final RandomAccessFile file;
    private final FileChannel channel;
    private final PatientWriter writer;
    private final Inbox inbox = new Inbox();

    private FileLine(String name, RandomAccessFile file) throws IOException {
        this.name = name;
        this.file = file;
        channel = file.getChannel();
        // Not the channel: it would let nothing be written while a read waits.
        writer = new PatientWriter(name, new FileOutputStream(file.getFD()), STALL_PATIENCE);
    }

    static FileLine open(FileAddress address) throws IOException {
        Path path = address.file();
        if (!Files.exists(path)) {
            throw new LineException(Trouble.ABSENT, "there is no " + path);
        }
        if (Files.isRegularFile(path) || Files.isDirectory(path)) {
            throw new LineException(Trouble.NOT_UNDERSTOOD, path + " is not a device");
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            throw new LineException(Trouble.NOT_ALLOWED, path + " may not be read and written");
        }
        var line = new FileLine(path.toString(), opened(path));
        var reader = new Thread(line::read, "reader " + path);
        reader.setDaemon(true);
        reader.start();
        return line;
    }

    private static RandomAccessFile opened(Path path) throws IOException {
        try {
            return new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            // The kernel's own words are all that tells these apart.
            Trouble trouble = why.contains("busy") ? Trouble.BUSY : Trouble.ABSENT;
            throw new LineException(trouble, path + " cannot be opened: " + why, e);
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
        try {
            while (!inbox.isEnded()) {
                buffer.clear();
                int count = channel.read(buffer);
                if (count > 0) {
                    inbox.put(buffer.array(), count);
                } else {
                    LockSupport.parkNanos(LOOK_EVERY.toNanos());
                }
            }
        } catch (ClosedChannelException e) {
            inbox.end(new LineException(Trouble.CLOSED, name + " was closed", e));
        } catch (IOException e) {
            inbox.end(new LineException(Trouble.UNPLUGGED, name + " was unplugged", e));
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (inbox.isEnded()) {
            throw new LineException(Trouble.UNPLUGGED, name + " was unplugged");
        }
        writer.write(bytes);
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws IOException {
        return inbox.take(buffer, patience);
    }

    @Override
    public void close() {
        inbox.end(new LineException(Trouble.CLOSED, name + " was closed"));
        writer.close();
        var closer = new Thread(this::closeFile, "closer " + name);
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closer.isAlive()) {
            LOG.log(Level.WARNING, "{0} does not close; it is left behind", name);
        }
    }

    private void closeFile() {
        try {
            channel.close(); // and with it the file; whoever waits in it is woken
            file.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a device file did not close cleanly", e);
        }
    }
}
