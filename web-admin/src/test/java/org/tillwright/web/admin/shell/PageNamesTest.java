package org.tillwright.web.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that mean two things on one page, and so are mistaken for each other when the page is used. */
class PageNamesTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java/org/tillwright/web/admin");
    private static final Pattern ROW = Pattern.compile("\\bvar=\"(\\w+)\"");
    private static final Pattern PARAMETER = Pattern.compile("<f:viewParam name=\"(\\w+)\"");
    private static final Pattern BEAN =
            Pattern.compile("@Named(?:\\(\"(\\w+)\"\\))?\\s+(?:@\\w+\\s+)*(?:public )?(?:final )?class (\\w)(\\w*)");

    /** Each form sends its own name, which would be taken for what the page's address has under that name. */
    @Test
    void noFormHasTheNameOfAParameter() throws IOException {
        for (Path file : files(PAGES, ".xhtml")) {
            String page = Files.readString(file);
            Matcher parameter = PARAMETER.matcher(page);
            while (parameter.find()) {
                assertThat(page).as(file.toString()).doesNotContain("<h:form id=\"" + parameter.group(1) + "\"");
            }
        }
    }

    /** A bean is found before what a page calls its rows: such a row is never seen, and the page fails. */
    @Test
    void noRowHasABeansName() throws IOException {
        TreeSet<String> beans = new TreeSet<>();
        for (Path file : files(BEANS, ".java")) {
            Matcher bean = BEAN.matcher(Files.readString(file));
            if (bean.find()) {
                beans.add(
                        bean.group(1) != null ? bean.group(1) : bean.group(2).toLowerCase(Locale.ROOT) + bean.group(3));
            }
        }
        assertThat(beans).contains("tax", "words", "figures", "console").hasSizeGreaterThan(20);
        for (Path file : files(PAGES, ".xhtml")) {
            Matcher row = ROW.matcher(Files.readString(file));
            while (row.find()) {
                assertThat(beans).as(file.toString()).doesNotContain(row.group(1));
            }
        }
    }

    private static Iterable<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }
}
