package org.tillwright.register.settings;

import java.nio.file.Path;

/** The directory in which a register keeps all that is its own. */
public record RegisterHome(Path directory) {

    /** Where a register lives when nobody says otherwise. */
    public static RegisterHome ofUser() {
        return new RegisterHome(Path.of(System.getProperty("user.home"), ".tillwright", "register"));
    }

    public Path settings() {
        return directory.resolve("register.properties");
    }

    public Path journal() {
        return directory.resolve("journal.db");
    }

    public Path catalogue() {
        return directory.resolve("catalogue.db");
    }

    public Path keyStore() {
        return directory.resolve("keystore.p12");
    }

    public Path keyStorePassword() {
        return directory.resolve("keystore.password");
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    public Path pictures() {
        return directory.resolve("pictures");
    }
}
