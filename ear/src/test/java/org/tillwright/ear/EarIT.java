package org.tillwright.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Looks into the finished archive. A class that is in it twice is two classes to Payara Server, and casts between them fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarIT {

    private static final String WAR = "web-admin.war";
    private static final String LIB = "lib/";
    private static final String WEB_LIB = "WEB-INF/lib/";

    private Map<String, byte[]> ear;
    private Map<String, byte[]> war;

    @BeforeAll
    void open() throws IOException {
        ear = unzip(Files.readAllBytes(Path.of(System.getProperty("tillwright.ear"))));
        war = unzip(ear.get(WAR));
    }

    @Test
    void theArchiveHoldsTheServerAndTheDoors() {
        assertThat(ear.keySet()).contains("tillwright-ejb.jar", WAR, "META-INF/application.xml");
        assertThat(ear.keySet()).anyMatch(name -> name.startsWith(LIB + "tillwright-core"));
        assertThat(new String(ear.get("META-INF/application.xml"), StandardCharsets.UTF_8))
                .contains("<ejb>tillwright-ejb.jar</ejb>")
                .contains("<context-root>/</context-root>");
    }

    @Test
    void whatIsSharedIsNotInTheWarToo() {
        List<String> shared = names(ear, LIB);
        assertThat(names(war, WEB_LIB))
                .doesNotContainAnyElementsOf(shared)
                .noneMatch(name -> name.startsWith("tillwright-"));
    }

    @Test
    void noClassIsInTheArchiveTwice() throws IOException {
        var places = new HashMap<String, List<String>>();
        note(places, "tillwright-ejb.jar", ear.get("tillwright-ejb.jar"));
        for (String library : names(ear, LIB)) {
            note(places, library, ear.get(LIB + library));
        }
        for (String library : names(war, WEB_LIB)) {
            note(places, WAR + "/" + library, war.get(WEB_LIB + library));
        }
        note(places, WAR, ear.get(WAR));
        assertThat(places).hasSizeGreaterThan(1000);
        assertThat(places.entrySet())
                .filteredOn(place -> place.getValue().size() > 1)
                .isEmpty();
    }

    private static List<String> names(Map<String, byte[]> archive, String folder) {
        return archive.keySet().stream()
                .filter(name -> name.startsWith(folder) && name.endsWith(".jar"))
                .map(name -> name.substring(folder.length()))
                .toList();
    }

    private static void note(Map<String, List<String>> places, String archive, byte[] content) throws IOException {
        for (String name : unzip(content).keySet()) {
            String type = name.replaceFirst("^WEB-INF/classes/", "");
            if (type.endsWith(".class") && !type.startsWith("META-INF/") && !type.equals("module-info.class")) {
                places.computeIfAbsent(type, none -> new ArrayList<>()).add(archive);
            }
        }
    }

    private static Map<String, byte[]> unzip(byte[] content) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
