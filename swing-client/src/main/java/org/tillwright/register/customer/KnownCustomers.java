package org.tillwright.register.customer;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.OwnNumber;

/**
 * Customers who were on a sale at this register, so that they are found without a server too: few, without e-mail addresses, in
 * a file that only the register's account can read, and forgotten when they have not come for a while or the server has
 * forgotten them.
 */
public final class KnownCustomers {

    /** Kept on one register; whoever has not come for the longest time makes room. */
    public static final int MOST = 200;

    /** Whoever has not come for so long is forgotten. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int MAX_FILE_BYTES = 1024 * 1024;

    /** Digits of a phone number that are enough to find somebody by. */
    private static final int LEAST_DIGITS = 4;

    private static final Logger LOG = System.getLogger(KnownCustomers.class.getName());

    private final Path file;
    private final Clock clock;
    private final Executor disk;
    private List<Known> known;

    /**
     * Reads the file.
     *
     * @param disk where the file is written; not the event thread
     */
    public KnownCustomers(Path file, Clock clock, Executor disk) {
        this.file = file;
        this.clock = clock;
        this.disk = disk;
        this.known = read(file);
        prune();
    }

    /** A customer and when that customer was last on a sale here. */
    public record Known(CustomerFound customer, Instant seenAt) {}

    /** The file. */
    public record KnownFile(@Limit(MOST) List<Known> customers) {}

    /** Keeps a customer who is on a sale now. */
    public synchronized void seen(CustomerFound customer) {
        known.removeIf(each -> isOf(each, customer.customerId()));
        known.add(0, new Known(sparse(customer), clock.instant()));
        prune();
        write();
    }

    /** What the server says of a customer now, where that one is known here. */
    public synchronized void changed(CustomerFound customer) {
        for (int i = 0; i < known.size(); i++) {
            Known each = known.get(i);
            if (isOf(each, customer.customerId()) && !each.customer().equals(sparse(customer))) {
                known.set(i, new Known(sparse(customer), each.seenAt()));
                write();
            }
        }
    }

    /** The server has forgotten this customer, and so does the register. */
    public synchronized void gone(String customerId) {
        if (known.removeIf(each -> isOf(each, customerId))) {
            write();
        }
    }

    /** Ids of all, those first who came last. */
    public synchronized List<String> ids() {
        return known.stream().map(each -> each.customer().customerId()).toList();
    }

    /** Finds by the whole number of a card, the end of a phone number, or the beginnings of names. */
    public synchronized List<CustomerFound> find(String text) {
        prune();
        Optional<CustomerFound> ofCard = findByCard(text);
        if (ofCard.isPresent()) {
            return List.of(ofCard.get());
        }
        String digits = digitsOf(text);
        boolean isPhone = digits.length() >= LEAST_DIGITS && text.chars().noneMatch(Character::isLetter);
        return known.stream()
                .map(Known::customer)
                .filter(customer -> isPhone ? hasPhone(customer, digits) : hasNames(customer, text))
                .toList();
    }

    /** Finds whose card this is. */
    public synchronized Optional<CustomerFound> findByCard(String number) {
        String canonical = OwnNumber.canonical(number);
        return known.stream()
                .map(Known::customer)
                .filter(customer -> canonical.equals(customer.cardNumber()))
                .findFirst();
    }

    private static boolean hasPhone(CustomerFound customer, String digits) {
        String phone = customer.phone();
        return phone != null && digitsOf(phone).endsWith(digits.replaceFirst("^0+", ""));
    }

    private static boolean hasNames(CustomerFound customer, String text) {
        List<String> names = wordsOf(customer.name());
        List<String> wanted = wordsOf(text);
        return !wanted.isEmpty()
                && wanted.stream().allMatch(word -> names.stream().anyMatch(name -> name.startsWith(word)));
    }

    private static List<String> wordsOf(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        List<String> words = new ArrayList<>();
        for (String word : bare.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static String digitsOf(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static boolean isOf(Known each, String customerId) {
        return each.customer().customerId().equals(customerId);
    }

    /** Without what no sale without a server needs. */
    private static CustomerFound sparse(CustomerFound customer) {
        return new CustomerFound(
                customer.customerId(),
                customer.cardNumber(),
                customer.name(),
                null,
                customer.phone(),
                customer.groups(),
                customer.taxExempt(),
                customer.creditLimitMinor(),
                customer.language());
    }

    private void prune() {
        Instant oldest = clock.instant().minus(KEPT);
        known.removeIf(each -> each.seenAt().isBefore(oldest));
        known.sort(Comparator.comparing(Known::seenAt).reversed());
        while (known.size() > MOST) {
            known.remove(known.size() - 1);
        }
    }

    private static List<Known> read(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) <= MAX_FILE_BYTES) {
                return new ArrayList<>(
                        WireJson.read(Files.readAllBytes(file), KnownFile.class).customers());
            }
        } catch (IOException | MalformedMessageException e) {
            LOG.log(Level.WARNING, file + " cannot be read; customers are found at the server only: " + e.getMessage());
        }
        return new ArrayList<>();
    }

    private void write() {
        disk.execute(this::writeNewest);
    }

    private void writeNewest() {
        List<Known> now;
        synchronized (this) {
            now = List.copyOf(known);
        }
        try {
            Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "customers", ".new");
            FileSystem system = written.getFileSystem();
            if (system.supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(written, WireJson.write(new KnownFile(now)));
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " cannot be written: " + e.getMessage());
        }
    }
}
