package org.tillwright.server.container;

import java.io.File;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.tillwright.server.Roles;

/** The services as the WAR carries them: the packaged jar and its libraries, and beside them what calls them in a role. */
public final class InContainer {

    private static final List<String> ROLES = List.of(Roles.REGISTER, Roles.CASHIER, Roles.SUPERVISOR, Roles.MANAGER);

    private InContainer() {}

    /** Returns the archive to deploy, with the test's own helpers. */
    public static WebArchive archive(Class<?>... helpers) {
        return ShrinkWrap.create(WebArchive.class, "services.war")
                .addAsLibraries(libraries())
                .addAsLibraries(new File(System.getProperty("tillwright.ejb")))
                .addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class))
                .addClasses(
                        ContainerTest.class,
                        ContainerShop.class,
                        Caller.class,
                        AsRegister.class,
                        AsCashier.class,
                        AsSupervisor.class,
                        AsManager.class)
                .addClasses(helpers)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsWebInfResource(new StringAsset(roleMappings()), "glassfish-web.xml");
    }

    private static File[] libraries() {
        return Objects.requireNonNull(
                new File(System.getProperty("tillwright.container"), "lib").listFiles(), "the libraries were copied");
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever runs as a role is, to the container, a person of that name. */
    private static String roleMappings() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of("<glassfish-web-app>"),
                                ROLES.stream()
                                        .map(role -> "<security-role-mapping><role-name>" + role
                                                + "</role-name><principal-name>" + role
                                                + "</principal-name></security-role-mapping>")),
                        Stream.of("</glassfish-web-app>"))
                .collect(Collectors.joining());
    }
}
