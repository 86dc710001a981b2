package org.tillwright.server.devices;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.tillwright.server.delivery.PlainMail;
import org.tillwright.wire.device.DeviceCondition;

/** Writes the letter about a store's alerts, in the store's language and by its clock. */
final class AlertLetter {

    private static final List<String> LANGUAGES = List.of("en", "da", "uk");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ResourceBundle words;
    private final ZoneId zone;

    private AlertLetter(String language, ZoneId zone) {
        this.words = ResourceBundle.getBundle(
                "org.tillwright.server.devices.letters",
                Locale.forLanguageTag(LANGUAGES.contains(language) ? language : LANGUAGES.get(0)),
                AlertLetter.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.zone = zone;
    }

    static PlainMail.Note of(DeviceAlerts.Addressee addressee, List<AlertSummary> alerts) {
        return new AlertLetter(addressee.language(), ZoneId.of(addressee.timeZone())).write(addressee, alerts);
    }

    private PlainMail.Note write(DeviceAlerts.Addressee addressee, List<AlertSummary> alerts) {
        StringBuilder text = new StringBuilder(say("head", addressee.storeName())).append("\n\n");
        for (AlertSummary alert : alerts) {
            text.append("- ")
                    .append(say(
                            "alert." + alert.what(),
                            alert.workstationName(),
                            device(alert.kind()),
                            TIME.format(alert.beganAt().atZone(zone))))
                    .append('\n');
        }
        text.append('\n').append(say("foot")).append('\n');
        String subject = alerts.size() == 1
                ? say("subject.one", addressee.storeName(), alerts.get(0).workstationName())
                : say("subject.more", addressee.storeName(), Integer.toString(alerts.size()));
        return new PlainMail.Note(
                alerts.get(0).alertId(), addressee.address(), addressee.storeName(), subject, text.toString());
    }

    /** A device that this version has no word for is called by its setting, a kitchen's printer by its station. */
    private String device(String kind) {
        boolean isAtStation = kind.startsWith(DeviceCondition.AT_STATION);
        String name = isAtStation ? kind.substring(DeviceCondition.AT_STATION.length()) : kind;
        String key = (isAtStation ? "station." : "device.") + name;
        if (words.containsKey(key)) {
            return words.getString(key);
        }
        return isAtStation ? say("station", name) : kind;
    }

    private String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
    }
}
