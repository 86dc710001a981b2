package org.tillwright.register.device.host;

import java.io.IOException;
import org.tillwright.register.device.serial.LineException;

/** A kind of driver that lives in the device host, known to the register by a name such as {@code serial}. */
@FunctionalInterface
public interface HostedService {

    /**
     * Makes one driver ready. Called on the new channel's own thread, so it may take its time and may even hang.
     *
     * @param argument what the register says of the device, such as a port and its settings
     * @param events where the driver puts what happens by itself, until it is closed
     * @throws IOException if the device cannot be had; a {@link LineException} says why in the shop's words
     */
    HostedDriver open(String argument, EventOutlet events) throws IOException;

    /** One driver at work. */
    interface HostedDriver extends AutoCloseable {

        /**
         * Does one thing and returns its answer, at most {@link EventOutlet#MOST_BYTES} long. Calls of one driver come one
         * after the other, on its channel's thread; one that hangs holds up no other channel.
         *
         * @throws IOException if it was not done; a {@link LineException} says why in the shop's words
         */
        byte[] call(byte[] request) throws IOException;

        /** Lets go of the device. Comes on another thread, maybe in the middle of a call, which it should end. */
        @Override
        void close();
    }

    /** Where a driver puts what nobody asked for. Any thread may use it. */
    interface EventOutlet {

        /** Longest event and longest answer, in bytes. */
        int MOST_BYTES = Frame.MOST_PAYLOAD_BYTES;

        /**
         * Sends one event to the register, and waits while the register has too much unread; that ends with the channel.
         *
         * @throws IOException if the channel was closed meanwhile
         */
        void event(byte[] event) throws IOException;

        /** Says that no more will come, and why. */
        void ended(LineException why);
    }
}
