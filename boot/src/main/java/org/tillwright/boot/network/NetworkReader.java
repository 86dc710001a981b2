package org.tillwright.boot.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.tillwright.core.settings.Setting;
import org.tillwright.core.settings.SettingValues;

/** Reads where the server listens, and the certificate; adds what is wrong with them to the other faults. One use. */
final class NetworkReader {

    private static final String ACCEPTED = "accepted";

    private final SettingValues values;
    private final Clock clock = Clock.systemUTC();

    NetworkReader(SettingValues values) {
        this.values = values;
    }

    Network read() {
        String address = values.text(Setting.HTTP_ADDRESS);
        Optional<Tls> tls = values.isAbsent(Setting.HTTPS_PORT) ? noTls() : tls(values.number(Setting.HTTPS_PORT));
        boolean isPlain = values.isAbsent(Setting.HTTPS_PORT);
        if (isPlain
                && !Network.isLoopback(address)
                && !values.text(Setting.PLAIN_HTTP).equals(ACCEPTED)) {
            values.fault(Setting.HTTP_ADDRESS.variable() + " is " + address + ", where others could read what registers"
                    + " and people send; set " + Setting.HTTPS_PORT.variable() + " and a certificate, or "
                    + Setting.PLAIN_HTTP.variable() + "=" + ACCEPTED + " if something else protects that network.");
        }
        return new Network(address, values.number(Setting.HTTP_PORT), tls);
    }

    /** A certificate that nobody uses means that somebody thinks there is HTTPS. */
    private Optional<Tls> noTls() {
        boolean hasCertificate = Stream.of(Setting.TLS_KEY_STORE, Setting.TLS_CERTIFICATE, Setting.TLS_KEY)
                .anyMatch(setting -> !values.isAbsent(setting));
        if (hasCertificate) {
            values.fault("There is a certificate and no port for it; set " + Setting.HTTPS_PORT.variable() + ".");
        }
        return Optional.empty();
    }

    private Optional<Tls> tls(int port) {
        Optional<Path> store = file(Setting.TLS_KEY_STORE);
        Optional<Path> certificate = file(Setting.TLS_CERTIFICATE);
        Optional<Path> key = file(Setting.TLS_KEY);
        if (store.isPresent() == (certificate.isPresent() || key.isPresent())
                || certificate.isPresent() != key.isPresent()) {
            values.fault(Setting.HTTPS_PORT.variable() + " needs a certificate; set " + Setting.TLS_KEY_STORE.variable()
                    + ", or both " + Setting.TLS_CERTIFICATE.variable() + " and " + Setting.TLS_KEY.variable() + ".");
            return Optional.empty();
        }
        String named = store.or(() -> certificate).orElseThrow().toString();
        try {
            Optional<char[]> password = password();
            Certificate read = store.isPresent()
                    ? Certificate.ofKeyStore(store.get(), password.orElse(new char[0]))
                    : PemFiles.read(certificate.orElseThrow(), key.orElseThrow(), password);
            read.fault(clock.instant())
                    .ifPresent(what -> values.fault("The certificate in " + named + " " + what + "."));
            return Optional.of(new Tls(port, read));
        } catch (IOException | GeneralSecurityException e) {
            values.fault("The certificate in " + named + " cannot be used: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Optional<Path> file(Setting setting) {
        Optional<Path> file = values.set(setting).map(Path::of);
        file.filter(named -> !Files.isReadable(named))
                .ifPresent(named -> values.fault(setting.variable() + " names " + named + ", which we cannot read."));
        return file;
    }

    private Optional<char[]> password() throws IOException {
        Optional<Path> file = file(Setting.TLS_PASSWORD_FILE).filter(Files::isReadable);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file.get())) {
            return lines.findFirst().map(String::toCharArray);
        }
    }
}
