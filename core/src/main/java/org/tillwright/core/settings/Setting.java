package org.tillwright.core.settings;

import static org.tillwright.core.settings.SettingReader.REGISTER;
import static org.tillwright.core.settings.SettingReader.SERVER;
import static org.tillwright.core.settings.SettingReader.STARTER;
import static org.tillwright.core.settings.SettingReader.TESTS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be set from outside, by environment variable. The readers ask here for defaults and checks, and
 * {@code ./pos settings} lists the same, so that list and truth cannot differ.
 */
@SuppressWarnings("ImmutableEnumChecker") // a list that is copied, and a check that holds no state
public enum Setting {
    HTTP_ADDRESS(
            "127.0.0.1", SettingCheck.ADDRESS, "Address that registers and browsers reach the server at.", STARTER),
    HTTP_PORT("8480", SettingCheck.wholeNumber(0, 65_535), "Port for plain HTTP; 0 takes any free one.", STARTER),
    HTTPS_PORT(
            "", SettingCheck.wholeNumber(0, 65_535), "Port for HTTPS; plain HTTP is then on 127.0.0.1 only.", STARTER),
    PLAIN_HTTP(
            "", SettingCheck.oneOf("accepted"), "Lets plain HTTP leave this machine, when set to accepted.", STARTER),
    TLS_KEY_STORE("", SettingCheck.PATH, "PKCS#12 or JKS file with certificate and private key.", STARTER),
    TLS_PASSWORD_FILE("", SettingCheck.PATH, "File whose first line opens the key store or the private key.", STARTER),
    TLS_CERTIFICATE("", SettingCheck.PATH, "PEM file with the certificate and those that signed it.", STARTER),
    TLS_KEY("", SettingCheck.PATH, "PEM file with the private key (PKCS#8).", STARTER),
    PROXY("", SettingCheck.ADDRESSES, "Addresses of proxies whose X-Forwarded- headers are believed.", STARTER, SERVER),
    DATA("~/.tillwright/server", SettingCheck.PATH, "Directory of database, server files and logs.", STARTER, SERVER),
    DB_PORT("0", SettingCheck.wholeNumber(0, 65_535), "Port of the embedded database; 0 takes any free one.", STARTER),
    DB_URL("", SettingCheck.DATABASE, "Database to use instead of the embedded one.", STARTER, SERVER),
    DB_USER("", SettingCheck.text(80), "Account in the database of TILLWRIGHT_DB_URL.", STARTER, SERVER),
    DB_PASSWORD("", SettingCheck.text(1_000), "Password of that account.", STARTER, SERVER),
    DB_PASSWORD_FILE("", SettingCheck.PATH, "File whose first line is that password, instead.", STARTER),
    DB_CONNECT_SECONDS(
            "3", SettingCheck.wholeNumber(1, 60), "Longest wait for a connection to be made.", STARTER, SERVER),
    DB_ANSWER_SECONDS("30", SettingCheck.wholeNumber(2, 600), "Longest wait for the answer to one statement.", SERVER),
    MEMORY_MB("512", SettingCheck.wholeNumber(256, 65_536), "Largest heap of the server.", STARTER),
    TUNING(
            "start",
            SettingCheck.oneOf("start", "load"),
            "Compiler set for a quick start, or for many registers.",
            STARTER),
    LOG_FORMAT("text", SettingCheck.oneOf("text", "json"), "Form of a line in the server's log.", STARTER),
    FIRST_START_FILE(
            "", SettingCheck.PATH, "File for the first PINs and passwords, instead of showing them.", STARTER, SERVER),
    DEMO("false", SettingCheck.oneOf("true", "false"), "Fills an empty database with the demo store.", STARTER, SERVER),
    STORE_NAME("", SettingCheck.text(120), "Name of the store to make in an empty database.", SERVER),
    STORE_COUNTRY("", SettingCheck.COUNTRY, "Country of that new store.", SERVER),
    CURRENCY("", SettingCheck.CURRENCY, "Currency of that new store.", SERVER),
    LANGUAGE("en", SettingCheck.oneOf("en", "da", "uk"), "Language of that new store.", SERVER),
    TIME_ZONE("UTC", SettingCheck.TIME_ZONE, "Time zone of that new store.", SERVER),
    STORE_WORKSTATIONS(
            "2", SettingCheck.wholeNumber(1, 99), "How many workstations that new store begins with.", SERVER),
    TAX_PLACEMENT(
            "IN_PRICE",
            SettingCheck.oneOf("IN_PRICE", "ON_TOP"),
            "Whether prices of that new store contain the tax.",
            SERVER),
    TAX_RATES(
            "ZERO:Z:0",
            SettingCheck.TAX_RATES,
            "Tax categories of that new store, their rates' names and per cent.",
            SERVER),
    SMTP_URL("", SettingCheck.MAIL_SERVER, "Mail server that receipts are sent by.", STARTER, SERVER),
    SMTP_USER("", SettingCheck.text(200), "Account at the mail server; none where it asks for none.", STARTER, SERVER),
    SMTP_PASSWORD("", SettingCheck.text(1_000), "Password of that account.", STARTER, SERVER),
    SMTP_PASSWORD_FILE("", SettingCheck.PATH, "File whose first line is that password, instead.", STARTER, SERVER),
    MAIL_FROM("", SettingCheck.MAIL_ADDRESS, "Address that receipts are sent from by e-mail.", STARTER, SERVER),
    SMS_URL(
            "",
            SettingCheck.SMS_GATEWAY,
            "SMPP server or HTTP gateway that receipts are sent to phones by.",
            STARTER,
            SERVER),
    SMS_USER(
            "",
            SettingCheck.text(200),
            "System id at the SMPP server; not used with an HTTP gateway.",
            STARTER,
            SERVER),
    SMS_PASSWORD("", SettingCheck.text(1_000), "Password there, or the HTTP gateway's token.", STARTER, SERVER),
    SMS_PASSWORD_FILE("", SettingCheck.PATH, "File whose first line is that password, instead.", STARTER, SERVER),
    SMS_FROM("", SettingCheck.SMS_SENDER, "Number or name that phones show as the sender.", STARTER, SERVER),
    WALLET_URL("", SettingCheck.WALLET_GATEWAY, "Gateway that payments from phones go through.", STARTER, SERVER),
    WALLET_KEY("", SettingCheck.text(1_000), "Key that the gateway knows the shop by.", STARTER, SERVER),
    WALLET_KEY_FILE("", SettingCheck.PATH, "File whose first line is that key, instead.", STARTER, SERVER),
    WALLET_SECRET("", SettingCheck.text(1_000), "Secret that the gateway signs its events with.", STARTER, SERVER),
    WALLET_SECRET_FILE(
            "",
            SettingCheck.PATH,
            "File with that secret, instead; a second line may hold the one before it.",
            STARTER,
            SERVER),
    HOME("", SettingCheck.PATH, "Directory of a register's files, and of the demo; .tillwright by default.", REGISTER),
    PIN("", SettingCheck.text(20), "Manager's PIN for ./pos replay.", REGISTER),
    PASSWORD("", SettingCheck.text(200), "Console password for ./pos report and ./pos rules.", STARTER),
    MACHINE("", SettingCheck.PATH, "Directory of what a register keeps for this machine alone.", REGISTER),
    REFERENCE_DATA("", SettingCheck.PATH, "Directory of sales files that a test replays.", TESTS);

    private static final String PREFIX = "TILLWRIGHT_";

    private final String standard;
    private final SettingCheck check;
    private final String about;
    private final List<SettingReader> readers;

    Setting(String standard, SettingCheck check, String about, SettingReader... readers) {
        this.standard = standard;
        this.check = check;
        this.about = about;
        this.readers = List.of(readers);
    }

    /** Returns the environment variable. */
    public String variable() {
        return PREFIX + name();
    }

    /** Returns the name that MicroProfile Config knows the same variable by. */
    public String key() {
        return variable().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Returns what counts when nothing is set; empty when that is nothing. */
    public String standard() {
        return standard;
    }

    /** One sentence: what it does. */
    public String about() {
        return about;
    }

    public List<SettingReader> readers() {
        return readers;
    }

    /** What its numbers count; empty for texts. */
    public String unit() {
        return name().endsWith("_SECONDS") ? "seconds" : name().endsWith("_MB") ? "MiB" : "";
    }

    /** What a text must be to be usable, such as "a whole number from 0 to 65535". */
    public String wanted() {
        return check.wanted();
    }

    /** Whether nobody may see its value. */
    public boolean isSecret() {
        return switch (this) {
            case DB_PASSWORD, PIN, PASSWORD, SMTP_PASSWORD, SMS_PASSWORD, WALLET_KEY, WALLET_SECRET -> true;
            default -> false;
        };
    }

    /** Returns a sentence that says what is wrong with a text, and what to set instead; a secret is not repeated. */
    public Optional<String> fault(String text) {
        if (check.isUsable(text)) {
            return Optional.empty();
        }
        return Optional.of(variable() + (isSecret() ? " is not usable" : " is " + text) + "; set " + wanted() + ".");
    }
}
