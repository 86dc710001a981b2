package org.tillwright.core.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tillwright.core.money.Currency;

/**
 * What a setting's text must be.
 *
 * @param wanted completes the sentence "set ..."
 */
record SettingCheck(String wanted, Predicate<String> rule) {

    static final SettingCheck PATH =
            new SettingCheck("a path of at most 1000 characters", text -> text.length() <= 1_000 && !hasNull(text));
    static final SettingCheck ADDRESS =
            new SettingCheck("an IP address of this machine, such as 127.0.0.1 or 0.0.0.0", SettingCheck::isAddress);
    static final SettingCheck ADDRESSES = new SettingCheck(
            "IP addresses with commas between them, such as 10.0.0.7,10.0.0.8",
            text -> Stream.of(text.split(",", -1)).map(String::strip).allMatch(SettingCheck::isAddress));
    static final SettingCheck DATABASE = new SettingCheck(
            "jdbc:mariadb:// and then host, port and database",
            text -> text.matches("jdbc:mariadb://[^/?\\s]+/[^/?\\s]+(\\?\\S*)?"));
    static final SettingCheck COUNTRY =
            new SettingCheck("two capital letters such as DK", text -> Set.of(Locale.getISOCountries())
                    .contains(text));
    static final SettingCheck CURRENCY =
            new SettingCheck("three capital letters such as DKK", text -> Currency.find(text) != null);
    static final SettingCheck TIME_ZONE =
            new SettingCheck("a name such as Europe/Copenhagen", SettingCheck::isTimeZone);
    static final SettingCheck TAX_RATES =
            new SettingCheck("a list such as STANDARD:S:19,REDUCED:R:7", text -> Stream.of(text.split(",", -1))
                    .allMatch(rate -> rate.strip().matches("[^:]{1,40}:[^:]{1,40}:[0-9]{1,3}(\\.[0-9]{1,4})?")));

    static final SettingCheck MAIL_SERVER = new SettingCheck(
            "smtp://host:587 or smtps://host:465, and ?tls=none after smtp:// for a server that has no TLS",
            text -> text.matches("smtp://[^\\s/?#@:]+(:[0-9]{1,5})?(\\?tls=(required|none))?")
                    || text.matches("smtps://[^\\s/?#@:]+(:[0-9]{1,5})?"));
    static final SettingCheck MAIL_ADDRESS = new SettingCheck(
            "an address such as receipts@shop.example", text -> text.matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+"));
    static final SettingCheck SMS_GATEWAY = new SettingCheck(
            "smpp://host:2775, smpps://host:3550 or https:// and the gateway's address; http:// on this machine only",
            text -> text.matches("smpps?://[^\\s/?#@:]+(:[0-9]{1,5})?")
                    || text.matches("https://[^\\s/?#@]+(/\\S*)?")
                    || text.matches("http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?(/\\S*)?"));
    static final SettingCheck WALLET_GATEWAY = new SettingCheck(
            "https:// and the gateway's address; http:// on this machine only",
            text -> text.matches("https://[^\\s/?#@]+(/[^\\s?#]*)?")
                    || text.matches("http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?(/[^\\s?#]*)?"));
    static final SettingCheck SMS_SENDER = new SettingCheck(
            "a number such as +4512345678, or a name of at most 11 letters and digits",
            text -> text.matches("\\+?[0-9]{3,15}") || text.matches("[A-Za-z0-9 ]{1,11}"));

    private static final String IPV4_PART = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";

    boolean isUsable(String text) {
        return rule.test(text);
    }

    static SettingCheck wholeNumber(int least, int most) {
        return new SettingCheck(
                "a whole number from " + least + " to " + most,
                text -> text.matches("[0-9]{1,9}")
                        && Integer.parseInt(text) >= least
                        && Integer.parseInt(text) <= most);
    }

    static SettingCheck text(int mostCharacters) {
        return new SettingCheck(
                "a text of at most " + mostCharacters + " characters",
                text -> text.length() <= mostCharacters && !hasNull(text));
    }

    static SettingCheck oneOf(String... words) {
        List<String> all = List.of(words);
        String last = all.get(all.size() - 1);
        String wanted = all.size() == 1 ? last : String.join(", ", all.subList(0, all.size() - 1)) + " or " + last;
        return new SettingCheck(wanted, all::contains);
    }

    private static boolean isAddress(String text) {
        return text.matches(IPV4_PART + "(\\." + IPV4_PART + "){3}")
                || (text.contains(":") && text.matches("[0-9a-fA-F:.]{2,45}"));
    }

    private static boolean isTimeZone(String text) {
        try {
            return ZoneId.of(text).getRules() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean hasNull(String text) {
        return text.indexOf('\0') >= 0;
    }
}
