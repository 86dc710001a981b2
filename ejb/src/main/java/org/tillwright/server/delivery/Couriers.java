package org.tillwright.server.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.tillwright.server.platform.MessagingSettings;
import org.tillwright.server.platform.ServerSettings;

/** The ways of sending that are set up here. */
@ApplicationScoped
public class Couriers {

    @Inject
    ServerSettings settings;

    private final Map<Channel, Courier> known = new EnumMap<>(Channel.class);

    private boolean read;

    Set<Channel> channels() {
        return Set.copyOf(all().keySet());
    }

    /** Sends by a way that is set up. */
    Outcome send(Channel channel, Letter letter) {
        Courier courier = all().get(channel);
        return courier == null ? Outcome.later("not set up on this server") : courier.send(letter);
    }

    private synchronized Map<Channel, Courier> all() {
        if (!read) {
            MessagingSettings messaging = settings.messaging();
            messaging.mail().ifPresent(way -> known.put(Channel.EMAIL, new MailCourier(way)));
            messaging
                    .sms()
                    .ifPresent(way -> known.put(
                            Channel.SMS,
                            way.server().getScheme().startsWith("smpp")
                                    ? new SmppCourier(way)
                                    : new HttpSmsCourier(way)));
            read = true;
        }
        return known;
    }
}
