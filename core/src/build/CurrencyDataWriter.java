import com.ibm.icu.text.CurrencyMetaInfo;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.Currency.CurrencyUsage;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes {@code CurrencyData.java} from the CLDR that ICU4J carries. The build runs this one file; neither it nor ICU4J is in the
 * product. The same ICU4J always writes the same bytes.
 */
public final class CurrencyDataWriter {

    /** ISO 4217 gives these no minor unit: metals, units of account, the code for tests and the one for none. */
    private static final Set<String> NOT_COUNTED = Set.of(
            "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX");

    /** Former codes of ISO 4217 that ICU does not list and that have been in our table: the code and its number. */
    private static final Map<String, Integer> NOT_LISTED = Map.of("AYM", 945, "ZWN", 942);

    /**
     * Digits that stay although CLDR has changed its mind since CLDR 45: amounts on disk are counted in them, and a
     * hundredth that became a whole would make every one of those amounts a hundred times what was paid.
     */
    private static final Map<String, Integer> KEPT_DIGITS = Map.of("COP", 2, "HUF", 2, "IDR", 2, "RSD", 0);

    private CurrencyDataWriter() {}

    /** Takes the directory of generated sources. */
    public static void main(String[] arguments) throws IOException {
        Set<String> inUse = codesInUse();
        Map<String, String> current = new TreeMap<>();
        Map<String, String> former = new TreeMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            String code = currency.getCurrencyCode();
            int number = currency.getNumericCode(); // 0 for codes that ISO 4217 never had
            if (number != 0 && !NOT_COUNTED.contains(code)) {
                (inUse.contains(code) ? current : former).put(code, row(currency, number));
            }
        }
        NOT_LISTED.forEach((code, number) -> former.putIfAbsent(code, row(Currency.getInstance(code), number)));
        Path file = Path.of(arguments[0], "org", "tillwright", "core", "money", "CurrencyData.java");
        String source = source(current, former);
        // Left alone where nothing changed, so that nothing is compiled anew.
        if (!Files.exists(file) || !Files.readString(file).equals(source)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        }
    }

    /** The codes that some country's law has not ended, as far as CLDR knows; no clock is asked. */
    @SuppressWarnings("deprecation") // ICU's word for "may change": the build would fail, and nobody else
    private static Set<String> codesInUse() {
        Set<String> codes = new TreeSet<>();
        CurrencyMetaInfo.getInstance().currencyInfo(CurrencyMetaInfo.CurrencyFilter.all()).stream()
                .filter(info -> info.to == Long.MAX_VALUE)
                .forEach(info -> codes.add(info.code));
        return codes;
    }

    private static String row(Currency currency, int number) {
        String code = currency.getCurrencyCode();
        int given = currency.getDefaultFractionDigits(CurrencyUsage.STANDARD);
        if (currency.getRoundingIncrement(CurrencyUsage.STANDARD) != 0) {
            throw new IllegalStateException(code + " counts in steps even where no cash is paid: core does not know that");
        }
        int digits = KEPT_DIGITS.getOrDefault(code, given);
        if (KEPT_DIGITS.containsKey(code) && digits == given) {
            throw new IllegalStateException(code + " need not be kept any more: CLDR agrees");
        }
        int cashDigits = Math.min(digits, currency.getDefaultFractionDigits(CurrencyUsage.CASH));
        return code + " " + number + " " + digits + " " + cashDigits + " " + cashIncrement(currency, digits, cashDigits);
    }

    /** The smallest step of cash in minor units; 0 where every minor unit can be paid. */
    private static int cashIncrement(Currency currency, int digits, int cashDigits) {
        BigDecimal step = BigDecimal.valueOf(currency.getRoundingIncrement(CurrencyUsage.CASH));
        BigDecimal least = step.signum() == 0 ? BigDecimal.ONE.movePointLeft(cashDigits) : step;
        int minor = least.movePointRight(digits).intValueExact();
        return minor == 1 ? 0 : minor;
    }

    private static String source(Map<String, String> current, Map<String, String> former) {
        return """
                package org.tillwright.core.money;

                /**
                 * What CLDR %s says of currencies, written by the build with ICU4J %s. A row is the code, its number in ISO
                 * 4217, the decimal digits, those of cash, and the smallest step of cash in minor units, 0 where there is none.
                 */
                final class CurrencyData {

                    /** Currencies that some country uses. */
                    static final String CURRENT =
                            \"""
                %s            \""";

                    /** Currencies that were used once; their numbers may be another's today. */
                    static final String FORMER =
                            \"""
                %s            \""";

                    private CurrencyData() {}
                }
                """
                .formatted(plain(LocaleData.getCLDRVersion()), plain(VersionInfo.ICU_VERSION), rows(current), rows(former));
    }

    private static String plain(VersionInfo version) {
        return version.getMajor() + "." + version.getMinor();
    }

    private static String rows(Map<String, String> rows) {
        StringBuilder text = new StringBuilder();
        rows.values().forEach(row -> text.append("            ").append(row).append('\n'));
        return text.toString();
    }
}
