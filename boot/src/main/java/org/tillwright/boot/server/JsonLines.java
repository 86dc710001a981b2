package org.tillwright.boot.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One record of the server's log as one line of JSON. Copied into a jar beside Payara, so it uses nothing else of ours and
 * no library.
 *
 * <p>Our messages may begin with facts in brackets, such as {@code [reference=7F3K-9QXA workstation=till-01]}, which any
 * other log shows as they stand; here each becomes a member.
 */
public final class JsonLines extends Formatter {

    private static final Pattern FACTS = Pattern.compile("^\\[((?:[a-z]+=[^\\s\\]]+ ?)+)\\] ");
    private static final int FIRST_VISIBLE = 0x20;

    @Override
    public String format(LogRecord event) {
        String message = formatMessage(event);
        Map<String, String> facts = new TreeMap<>();
        Matcher found = FACTS.matcher(message == null ? "" : message);
        if (found.find()) {
            for (String fact : found.group(1).split(" ", -1)) {
                int equals = fact.indexOf('=');
                if (equals > 0) {
                    facts.put(fact.substring(0, equals), fact.substring(equals + 1));
                }
            }
        }
        var line = new StringBuilder(256).append('{');
        add(line, "time", event.getInstant().toString());
        add(line, "level", event.getLevel().getName());
        add(line, "logger", event.getLoggerName());
        add(line, "thread", Long.toString(event.getLongThreadID()));
        facts.forEach((name, value) -> add(line, name, value));
        add(line, "message", facts.isEmpty() ? message : message.substring(found.end()));
        if (event.getThrown() != null) {
            add(line, "exception", trace(event.getThrown()));
        }
        return line.append("}\n").toString();
    }

    private static void add(StringBuilder line, String name, String value) {
        if (line.length() > 1) {
            line.append(',');
        }
        quote(line, name);
        line.append(':');
        quote(line, value == null ? "" : value);
    }

    private static void quote(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '"', '\\' -> line.append('\\').append(next);
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (next < FIRST_VISIBLE) {
                        line.append(String.format("\\u%04x", (int) next));
                    } else {
                        line.append(next);
                    }
                }
            }
        }
        line.append('"');
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
