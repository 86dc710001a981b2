package org.tillwright.register.device.jpos.unit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jpos.JposException;
import jpos.MSR;
import jpos.MSRConst;
import org.tillwright.register.device.host.HostedService.EventOutlet;
import org.tillwright.register.device.jpos.JposCall;
import org.tillwright.register.device.jpos.JposReply;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.wire.BadgeCode;

/**
 * A reader of magnetic stripes, for badges of this house and for nothing else. A track that is no whole badge is wiped where it
 * was read: it may be a payment card's, which must be neither kept nor handed on nor named in a log.
 */
final class StripeUnit extends Unit<MSR> {

    private final Events events;

    StripeUnit(MSR reader, EventOutlet outlet) {
        super(reader, new Power(reader::getCapPowerReporting, reader::setPowerNotify, reader::getPowerState));
        events = new Events(outlet);
    }

    @Override
    void prepare(MSR reader) throws JposException {
        reader.addDataListener(event -> take(reader));
        reader.addErrorListener(event -> goOn(reader));
        reader.addStatusUpdateListener(events::status);
    }

    @Override
    void begin(MSR reader) throws JposException {
        Ability.done(() -> reader.setAutoDisable(false));
        Ability.done(() -> reader.setTracksToRead(MSRConst.MSR_TR_1_2_3));
        Ability.done(() -> reader.setDecodeData(true));
        Ability.done(() -> reader.setParseDecodeData(false)); // names and numbers of cards are not asked for
        Ability.done(() -> reader.setTransmitSentinels(false));
        reader.setDataEventEnabled(true);
    }

    private void take(MSR reader) {
        for (Bytes.Property track :
                List.<Bytes.Property>of(reader::getTrack1Data, reader::getTrack2Data, reader::getTrack3Data)) {
            byte[] data = Bytes.of(track);
            if (isBadge(data)) {
                events.read(badge(data));
            }
            Arrays.fill(data, (byte) 0);
        }
        Ability.done(reader::clearInputProperties); // known since version 1.10
        goOn(reader);
    }

    /** Also after a stripe that could not be read. */
    private static void goOn(MSR reader) {
        Ability.done(() -> reader.setDataEventEnabled(true));
    }

    /** Looked at as bytes: a text could not be wiped. */
    private static boolean isBadge(byte[] track) {
        byte[] prefix = BadgeCode.PREFIX.getBytes(StandardCharsets.US_ASCII);
        int from = begin(track);
        return track.length - from >= prefix.length
                && Arrays.equals(track, from, from + prefix.length, prefix, 0, prefix.length)
                && BadgeCode.isWhole(badge(track));
    }

    private static String badge(byte[] track) {
        int from = begin(track);
        int end = from;
        while (end < track.length && isBadgeSign(track[end])) {
            end++;
        }
        return new String(track, from, end - from, StandardCharsets.US_ASCII);
    }

    private static boolean isBadgeSign(byte sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z');
    }

    /** Some services leave the mark that a track begins with. */
    private static int begin(byte[] track) {
        return track.length > 0 && (track[0] == '%' || track[0] == ';' || track[0] == '+') ? 1 : 0;
    }

    @Override
    String words(JposException error) {
        return ErrorCodes.bare(error); // what a maker says of an error may say what was read
    }

    @Override
    JposReply answer(MSR reader, JposCall call) throws LineException {
        throw unknown(call); // a reader is only listened to
    }
}
