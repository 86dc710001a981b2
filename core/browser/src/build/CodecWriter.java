import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code Codec.java}: for each record of core that a door takes or gives, a method that reads it from JSON and one that
 * writes it, member by member, in the order of its components. The build runs this one file with core on its class path, so
 * that a new component of a record is read and written without anybody remembering it.
 *
 * <p>An amount is a whole number; a currency is its code; an enumeration its name; a sealed interface an object with the
 * simple name of the record under {@code "type"}; what is null is left out.
 */
public final class CodecWriter {

    private static final List<String> READ = List.of(
            "org.tillwright.core.pricing.Cart",
            "org.tillwright.core.pricing.PriceBook",
            "org.tillwright.core.scan.ScanRules",
            "org.tillwright.core.paymentqr.EmvPayment",
            "org.tillwright.core.paymentqr.EpcTransfer");

    private static final List<String> WRITTEN = List.of(
            "org.tillwright.core.pricing.Cart",
            "org.tillwright.core.pricing.PriceBook",
            "org.tillwright.core.pricing.PricedCart",
            "org.tillwright.core.scan.ScanRules",
            "org.tillwright.core.scan.ScanResult",
            "org.tillwright.core.paymentqr.PayloadFault",
            "org.tillwright.core.paymentqr.EmvPayment",
            "org.tillwright.core.paymentqr.EpcTransfer");

    /** Types that are one value of JSON: how they are read from {@code v} and how {@code v} is written. */
    private static final Map<String, String[]> PLAIN = Map.ofEntries(
            plain("long", "Json.number(%s)", "Json.write(o, %s)"),
            plain("java.lang.Long", "Json.number(%s)", "Json.write(o, %s)"),
            plain("int", "Json.smallNumber(%s)", "Json.write(o, %s)"),
            plain("java.lang.Integer", "Json.smallNumber(%s)", "Json.write(o, %s)"),
            plain("char", "no letter is ever read", "Json.write(o, String.valueOf(%s))"),
            plain("boolean", "Json.truth(%s)", "Json.write(o, %s)"),
            plain("java.lang.Boolean", "Json.truth(%s)", "Json.write(o, %s)"),
            plain(String.class.getName(), "Json.text(%s)", "Json.write(o, %s)"),
            plain(BigDecimal.class.getName(), "Json.decimal(%s)", "Json.write(o, %s)"),
            plain(LocalDate.class.getName(), "Json.date(%s)", "Json.write(o, %s.toString())"),
            plain(LocalTime.class.getName(), "Json.time(%s)", "Json.write(o, %s.toString())"),
            plain(LocalDateTime.class.getName(), "Json.moment(%s)", "Json.write(o, %s.toString())"),
            plain("org.tillwright.core.money.Currency", "Texts.currency(%s)", "Json.write(o, %s.code())"));

    /** Types that are made once of a list, to be asked often: written as the list that {@code of} takes, by that name. */
    private static final Map<String, String> INDEXES = Map.of(
            "org.tillwright.core.pricing.PriceLists", "lists",
            "org.tillwright.core.promotion.PromotionIndex", "promotions");

    private final Deque<Class<?>> waiting = new ArrayDeque<>();
    private final Set<Class<?>> seen = new LinkedHashSet<>();
    private int depth;

    /** Takes the directory of generated sources. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        String source = "package org.tillwright.browser;\n\n"
                + "import java.util.Map;\nimport org.jspecify.annotations.Nullable;\n\n"
                + "/** Records of core as JSON, written by the build; see src/build/CodecWriter.java. */\n"
                + "final class Codec {\n\n    private Codec() {}\n"
                + new CodecWriter().methods(READ, true)
                + new CodecWriter().methods(WRITTEN, false)
                + "}\n";
        Path file = Path.of(arguments[0], "org", "tillwright", "browser", "Codec.java");
        // Left alone where nothing changed, so that nothing is compiled anew.
        if (!Files.exists(file) || !Files.readString(file).equals(source)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        }
    }

    private static Map.Entry<String, String[]> plain(String type, String read, String write) {
        return Map.entry(type, new String[] {read, write});
    }

    private String methods(List<String> roots, boolean reading) throws ClassNotFoundException {
        StringBuilder source = new StringBuilder();
        for (String root : roots) {
            reach(Class.forName(root));
        }
        while (!waiting.isEmpty()) {
            Class<?> type = waiting.remove();
            if (type.isSealed()) {
                source.append(reading ? sealedReader(type) : sealedWriter(type));
            } else {
                source.append(reading ? recordReader(type) : recordWriter(type));
            }
        }
        return source.toString();
    }

    /** Types are written in the order in which they are found, so that the same core gives the same bytes. */
    private void reach(Class<?> type) {
        if (!seen.add(type)) {
            return;
        }
        if (!Modifier.isPublic(type.getModifiers()) || !(type.isRecord() || type.isSealed())) {
            throw new IllegalStateException(type.getName() + " is no public record: give it a plain form in PLAIN");
        }
        waiting.add(type);
    }

    // ---- reading

    private String recordReader(Class<?> type) {
        StringBuilder source = new StringBuilder();
        source.append("\n    static ").append(type.getCanonicalName()).append(" read").append(nameOf(type));
        source.append("(@Nullable Object json) {\n");
        boolean isEmpty = type.getRecordComponents().length == 0;
        if (!isEmpty) {
            source.append("        Map<String, @Nullable Object> object = Json.object(json);\n");
        }
        source.append("        return new ").append(type.getCanonicalName()).append("(");
        source.append(Arrays.stream(type.getRecordComponents())
                .map(this::readComponent)
                .collect(Collectors.joining(",")));
        return source.append(");\n    }\n").toString();
    }

    private String readComponent(RecordComponent component) {
        String name = "\"" + component.getName() + "\"";
        depth = 0;
        if (isNullable(component)) {
            return "\n                Json.nullable(object.get(" + name + "), v -> "
                    + reading(component.getGenericType(), "v") + ")";
        }
        return "\n                " + reading(component.getGenericType(), "Json.member(object, " + name + ")");
    }

    private String reading(Type type, String from) {
        if (type instanceof ParameterizedType generic) {
            Type[] parts = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            String each = "v" + ++depth;
            if (raw == List.class || raw == Set.class) {
                String method = raw == List.class ? "list" : "set";
                return "Json." + method + "(" + from + ", " + each + " -> " + reading(parts[0], each) + ")";
            } else if (raw == Map.class && parts[0] == String.class) {
                return "Json.map(" + from + ", " + each + " -> " + reading(parts[1], each) + ")";
            } else if (raw == Map.class) {
                String value = "v" + ++depth;
                return "Json.pairs(" + from + ", " + each + " -> " + reading(parts[0], each) + ", " + value + " -> "
                        + reading(parts[1], value) + ")";
            }
            throw new IllegalStateException("no way to read " + type);
        }
        Class<?> plain = (Class<?>) type;
        String[] known = PLAIN.get(plain.getName());
        if (known != null) {
            return known[0].formatted(from);
        } else if (plain.isEnum()) {
            return "Json.name(" + from + ", " + plain.getCanonicalName() + ".values())";
        }
        if (INDEXES.containsKey(plain.getName())) {
            return plain.getCanonicalName() + ".of(" + reading(listOf(plain), from) + ")";
        }
        reach(plain);
        return "read" + nameOf(plain) + "(" + from + ")";
    }

    private String sealedReader(Class<?> type) {
        StringBuilder source = new StringBuilder();
        source.append("\n    static ").append(type.getCanonicalName()).append(" read").append(nameOf(type));
        source.append("(@Nullable Object json) {\n");
        source.append("        String type = Json.text(Json.member(Json.object(json), \"type\"));\n");
        source.append("        return switch (type) {\n");
        for (Class<?> kind : kinds(type)) {
            reach(kind);
            source.append("            case \"").append(kind.getSimpleName()).append("\" -> read");
            source.append(nameOf(kind)).append("(json);\n");
        }
        source.append("            default -> throw new Malformed(\"no such type: \" + type);\n");
        return source.append("        };\n    }\n").toString();
    }

    // ---- writing

    private String recordWriter(Class<?> type) {
        return "\n    static void write(StringBuilder o, " + type.getCanonicalName() + " value) {\n        o.append('{');\n"
                + members(type)
                + "        o.append('}');\n    }\n";
    }

    private String members(Class<?> type) {
        StringBuilder source = new StringBuilder();
        source.append("        Json.Members members = new Json.Members(o);\n");
        boolean hasMembers = false;
        for (Class<?> owner : sealedOwners(type)) {
            source.append("        // one of ").append(owner.getSimpleName()).append('\n');
            source.append("        members.name(\"type\");\n        Json.write(o, \"")
                    .append(type.getSimpleName())
                    .append("\");\n");
            hasMembers = true;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            depth = 0;
            hasMembers = true;
            String name = component.getName();
            String value = "value." + name + "()";
            if (isNullable(component)) {
                source.append("        var ").append(name).append("_ = ").append(value).append(";\n");
                source.append("        if (").append(name).append("_ != null) {\n");
                source.append("            members.name(\"").append(name).append("\");\n            ");
                source.append(writing(component.getGenericType(), name + "_")).append(";\n        }\n");
            } else {
                source.append("        members.name(\"").append(name).append("\");\n        ");
                source.append(writing(component.getGenericType(), value)).append(";\n");
            }
        }
        return hasMembers ? source.toString() : "";
    }

    private String writing(Type type, String value) {
        if (type instanceof ParameterizedType generic) {
            Type[] parts = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == List.class || raw == Set.class) {
                String method = raw == List.class ? "writeAll" : "writeSorted";
                return "Json." + method + "(o, " + value + ", " + lambda(parts[0]) + ")";
            } else if (raw == Map.class && parts[0] == String.class) {
                return "Json.writeMap(o, " + value + ", " + lambda(parts[1]) + ")";
            } else if (raw == Map.class) {
                return "Json.writePairs(o, " + value + ", " + lambda(parts[0]) + ", " + lambda(parts[1]) + ")";
            }
            throw new IllegalStateException("no way to write " + type);
        }
        Class<?> plain = (Class<?>) type;
        String[] known = PLAIN.get(plain.getName());
        if (known != null) {
            return known[1].formatted(value);
        } else if (plain.isEnum()) {
            return "Json.write(o, " + value + ".name())";
        }
        if (INDEXES.containsKey(plain.getName())) {
            return writing(listOf(plain), value + "." + INDEXES.get(plain.getName()) + "()");
        }
        reach(plain);
        return "write(o, " + value + ")";
    }

    /** Inside, the builder is another one: sets are written aside, to be sorted. */
    private String lambda(Type type) {
        int level = ++depth;
        String body = writing(type, "v" + level);
        return "(o" + level + ", v" + level + ") -> " + body.replace("(o, ", "(o" + level + ", ");
    }

    private String sealedWriter(Class<?> type) {
        StringBuilder source = new StringBuilder();
        source.append("\n    static void write(StringBuilder o, ").append(type.getCanonicalName()).append(" value) {\n");
        String or = "        ";
        for (Class<?> kind : kinds(type)) {
            reach(kind);
            source.append(or).append("if (value instanceof ").append(kind.getCanonicalName()).append(" kind) {\n");
            source.append("            write(o, kind);\n        }");
            or = " else ";
        }
        return source.append("\n    }\n").toString();
    }

    // ---- types

    private static Type listOf(Class<?> index) {
        try {
            return index.getMethod(INDEXES.get(index.getName())).getGenericReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(index.getName() + " has changed: look at INDEXES", e);
        }
    }

    private static List<Class<?>> kinds(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .sorted(Comparator.comparing(Class::getSimpleName))
                .<Class<?>>map(kind -> kind)
                .toList();
    }

    private static Set<Class<?>> sealedOwners(Class<?> type) {
        Set<Class<?>> owners = new TreeSet<>(Comparator.comparing(Class::getName));
        Stream.of(type.getInterfaces()).filter(Class::isSealed).forEach(owners::add);
        return owners;
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static String nameOf(Class<?> type) {
        Class<?> owner = type.getDeclaringClass();
        return (owner == null ? "" : nameOf(owner)) + type.getSimpleName();
    }
}
