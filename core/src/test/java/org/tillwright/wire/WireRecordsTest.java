package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.wire.fiscal.FiscalRules;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.order.PickupNumber;
import org.tillwright.wire.receipt.PaperLine;
import org.tillwright.wire.sale.PostVoids;
import org.tillwright.wire.sale.ReceiptRef;
import org.tillwright.wire.sale.TenderReturns;
import org.tillwright.wire.seal.RecordSeal;
import org.tillwright.wire.shop.KitchenRules;
import org.tillwright.wire.shop.OrderRules;
import org.tillwright.wire.shop.ReceiptRules;
import org.tillwright.wire.shop.ReturnRules;
import org.tillwright.wire.shop.SellingRules;
import org.tillwright.wire.shop.ShopRules;
import org.tillwright.wire.shop.TenderRules;
import org.tillwright.wire.shop.TillRules;

/** What holds for every record that travels, the ones of tomorrow too: it looks at the classes themselves. */
class WireRecordsTest {

    private static final Set<Class<?>> PLAIN =
            Set.of(Long.class, Boolean.class, String.class, UUID.class, Instant.class, LocalDate.class);

    /** What messages are read into or made of, and no message holds. */
    private static final Set<Class<?>> NEVER_SENT = Set.of(
            FiscalRules.class,
            FiscalRules.Limit.class,
            PickupNumber.class,
            PostVoids.Undoing.class,
            ReceiptRef.ByCode.class,
            ReceiptRef.ByNumber.class,
            RecordSeal.class,
            TenderReturns.class,
            TenderReturns.Part.class,
            TenderReturns.Tendered.class);

    /** What stands on a receipt, line by line: a composer makes it where it is printed, and it stays there. */
    private static final String COMPOSER = "org.tillwright.wire.receipt";

    /** Sections and particulars of which each thing may be left out; in a bare one nothing is said, and that is sound. */
    private static final Set<Class<?>> MAY_SAY_NOTHING = Set.of(
            KitchenRules.class,
            LineParticulars.class,
            OrderRules.class,
            ReceiptRules.class,
            ReturnRules.class,
            SaleParticulars.class,
            SellingRules.class,
            ShopRules.class,
            TenderParticulars.class,
            TenderRules.class,
            TillRules.class);

    private static final List<Class<? extends Record>> RECORDS = findRecords();

    static List<Class<? extends Record>> wireRecords() {
        return RECORDS;
    }

    private static List<Class<? extends Record>> findRecords() {
        List<Class<? extends Record>> records = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.tillwright.wire").stream()
                        .filter(type -> type.isRecord() && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.getPackageName().equals(COMPOSER))
                        .filter(type -> !NEVER_SENT.contains(type.reflect()))
                        .forEach(type -> records.add(type.reflect().asSubclass(Record.class)));
        return List.copyOf(records);
    }

    @Test
    void theRecordsAreFound() {
        assertThat(wireRecords()).hasSizeGreaterThan(20).contains(SaleMessage.class, SnapshotMessage.Item.class);
    }

    @ParameterizedTest
    @MethodSource("wireRecords")
    void aMissingNumberCanBeToldFromZero(Class<? extends Record> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            assertThat(complaint(component.getGenericType()))
                    .as("%s", component)
                    .isEmpty();
        }
    }

    @Test
    void aPrimitiveOrAnIntegerWouldBeNoticed() {
        record Bad(long amount, Integer count, List<Double> rates, Map<String, Long> sums, Object any) {}

        assertThat(Bad.class.getRecordComponents())
                .allSatisfy(component ->
                        assertThat(complaint(component.getGenericType())).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("wireRecords")
    void everyRecordComesBackAsItWasWritten(Class<? extends Record> type) throws ReflectiveOperationException {
        Record full = sample(type, true);
        Record bare = sample(type, false);

        assertThat(WireJson.read(WireJson.write(full), type)).isEqualTo(full);
        assertThat(WireJson.read(WireJson.write(bare), type)).isEqualTo(bare);
    }

    @ParameterizedTest
    @MethodSource("wireRecords")
    void nothingRequiredMayBeMissing(Class<? extends Record> type) {
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName() + " is missing");
            }
        }
        if (MAY_SAY_NOTHING.contains(type)) {
            assertThat(required).isEmpty();
            assertThat(Bytes.text(WireJson.read(Bytes.utf8("{}"), type))).isEqualTo("{}");
        } else {
            assertThat(required).isNotEmpty();
            assertThat(Bytes.faultsOf("{}", type)).containsExactlyElementsOf(required);
        }
    }

    @Test
    void aMessageThatHoldsWhatIsNeverSentWouldBeNoticed() {
        assertThat(List.of(PaperLine.class, TenderReturns.Part.class))
                .allSatisfy(type -> assertThat(complaint(type)).isNotEmpty());
    }

    private static String complaint(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return complaint(arguments[0]);
            }
            boolean texts =
                    generic.getRawType() == Map.class && arguments[0] == String.class && arguments[1] == String.class;
            return texts ? "" : type + " is neither a list nor texts by a key";
        }
        boolean fine = PLAIN.contains(type) || (type instanceof Class<?> nested && RECORDS.contains(nested));
        return fine ? "" : type + " cannot travel";
    }

    private static Record sample(Class<?> type, boolean full) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean left = !full && components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = left
                    ? null
                    : value(components[i].getGenericType(), components[i].getAnnotation(Limit.class), i, full);
        }
        return (Record) type.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(Type type, @Nullable Limit limit, int seed, boolean full)
            throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? list(generic.getActualTypeArguments()[0], full) : texts(full);
        } else if (type == Long.class) {
            return full ? Long.MAX_VALUE - seed : (long) -seed;
        } else if (type == Boolean.class) {
            return seed % 2 == 0;
        } else if (type == String.class) {
            String text = "Ї \"" + seed + "\" 日本語".repeat(2);
            return limit == null || text.length() <= limit.value() ? text : text.substring(0, limit.value());
        } else if (type == UUID.class) {
            return new UUID(seed, ~(long) seed);
        } else if (type == Instant.class) {
            return Instant.parse("2026-01-31T09:30:00.123456789Z").plusSeconds(seed);
        } else if (type == LocalDate.class) {
            return LocalDate.parse("2024-02-29").plusDays(seed);
        }
        return sample((Class<?>) type, full);
    }

    private static List<Object> list(Type element, boolean full) throws ReflectiveOperationException {
        return full ? List.of(value(element, null, 1, true), value(element, null, 2, false)) : List.of();
    }

    private static Map<String, String> texts(boolean full) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (full) {
            texts.put("uk", "Дякуємо");
            texts.put("da", "Tak for købet");
        }
        return texts;
    }
}
