package org.tillwright.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class RolesTest {

    @Test
    void everyAddressSaysWhoMayComeIn() {
        var resources = new ClassFileImporter()
                .importPackages("org.tillwright.web.api").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .toList();
        assertThat(resources).hasSizeGreaterThanOrEqualTo(9).allMatch(RolesTest::saysWho);
    }

    private static boolean saysWho(JavaClass resource) {
        return resource.isAnnotatedWith(RolesAllowed.class) || resource.isAnnotatedWith(PermitAll.class);
    }
}
