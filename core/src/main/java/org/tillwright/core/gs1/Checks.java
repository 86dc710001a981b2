package org.tillwright.core.gs1;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dictionary's checks by their names there, and those of them that are a few lines. */
final class Checks {

    private static final Map<String, Check> BY_NAME = new TreeMap<>();

    static {
        BY_NAME.put("csetnumeric", Digits::onlyDigits);
        BY_NAME.put("cset82", CharacterSets::set82);
        BY_NAME.put("cset64", CharacterSets::set64);
        BY_NAME.put("cset39", CharacterSets::set39);
        BY_NAME.put("cset32", CharacterSets::set32);
        BY_NAME.put("csum", KeyChecks::checkDigit);
        BY_NAME.put("csumalpha", KeyChecks::checkPair);
        BY_NAME.put("gcppos1", KeyChecks::companyPrefix);
        BY_NAME.put("gcppos2", KeyChecks::companyPrefixAfterOne);
        BY_NAME.put("key", KeyChecks::companyPrefix);
        BY_NAME.put("keyoff1", KeyChecks::companyPrefixAfterOne);
        BY_NAME.put("iban", KeyChecks::iban);
        BY_NAME.put("yymmdd", DateChecks::yymmdd);
        BY_NAME.put("yymmd0", DateChecks::yymmd0);
        BY_NAME.put("yyyymmdd", DateChecks::yyyymmdd);
        BY_NAME.put("yyyymmd0", DateChecks::yyyymmd0);
        BY_NAME.put("yymmddhh", DateChecks::yymmddhh);
        BY_NAME.put("hhmi", DateChecks::hhmi);
        BY_NAME.put("hhmm", DateChecks::hhmi);
        BY_NAME.put("hh", DateChecks::hh);
        BY_NAME.put("mi", DateChecks::mi);
        BY_NAME.put("mm", DateChecks::mi);
        BY_NAME.put("ss", DateChecks::ss);
        BY_NAME.put("mmoptss", DateChecks::mmoptss);
        BY_NAME.put("iso3166", CodeLists::country);
        BY_NAME.put("iso3166999", CodeLists::countryOr999);
        BY_NAME.put("iso3166list", CodeLists::countries);
        BY_NAME.put("iso3166alpha2", CodeLists::countryName);
        BY_NAME.put("iso4217", CodeLists::currency);
        BY_NAME.put("iso5218", oneOf("0129", Gs1Problem.INVALID_BIOLOGICAL_SEX_CODE));
        BY_NAME.put("packagetype", CodeLists::packageType);
        BY_NAME.put("mediatype", CodeLists::mediaType);
        BY_NAME.put("zero", (text, from, to) -> Digits.areZeros(text, from, to) ? null : Gs1Problem.NOT_ZERO);
        BY_NAME.put("nonzero", Checks::nonZero);
        BY_NAME.put("nozeroprefix", Checks::noZeroPrefix);
        BY_NAME.put("yesno", oneOf("01", Gs1Problem.NOT_ZERO_OR_ONE));
        BY_NAME.put("winding", oneOf("019", Gs1Problem.INVALID_WINDING_DIRECTION));
        BY_NAME.put("hyphen", Checks::hyphen);
        BY_NAME.put(
                "hasnondigit",
                (text, from, to) -> Digits.areDigits(text, from, to) ? Gs1Problem.REQUIRES_NON_DIGIT_CHARACTER : null);
        BY_NAME.put("importeridx", Checks::importerIndex);
        BY_NAME.put("pcenc", Checks::percentEncoding);
        BY_NAME.put("pieceoftotal", Checks::pieceOfTotal);
        BY_NAME.put("posinseqslash", Checks::positionInSequence);
        BY_NAME.put(
                "latitude",
                coordinate(1_800_000_000L, Gs1Problem.LATITUDE_INVALID_LENGTH, Gs1Problem.INVALID_LATITUDE));
        BY_NAME.put(
                "longitude",
                coordinate(3_600_000_000L, Gs1Problem.LONGITUDE_INVALID_LENGTH, Gs1Problem.INVALID_LONGITUDE));
        BY_NAME.put("couponcode", (text, from, to) -> CouponCode.read(text.substring(from, to))
                .problem());
        BY_NAME.put("couponposoffer", (text, from, to) -> CouponCode.readOffer(text.substring(from, to))
                .problem());
    }

    private Checks() {}

    /** The check of this name, or null if the dictionary has none. */
    static @Nullable Check find(String name) {
        return BY_NAME.get(name);
    }

    private static Check oneOf(String allowed, Gs1Problem otherwise) {
        return (text, from, to) -> Digits.isOneOf(text, from, to, allowed) ? null : otherwise;
    }

    /** Ten digits: ten-millionths of a degree, counted from the south pole or from the date line. */
    private static Check coordinate(long highest, Gs1Problem length, Gs1Problem beyond) {
        return (text, from, to) -> {
            if (to - from != 10) {
                return length;
            }
            if (!Digits.areDigits(text, from, to)) {
                return Gs1Problem.NON_DIGIT_CHARACTER;
            }
            return Digits.number(text, from, to) > highest ? beyond : null;
        };
    }

    private static @Nullable Gs1Problem nonZero(String text, int from, int to) {
        if (!Digits.areDigits(text, from, to)) {
            return Gs1Problem.NON_DIGIT_CHARACTER;
        }
        return Digits.areZeros(text, from, to) ? Gs1Problem.ILLEGAL_ZERO_VALUE : null;
    }

    private static @Nullable Gs1Problem noZeroPrefix(String text, int from, int to) {
        return to - from > 1 && text.charAt(from) == '0' ? Gs1Problem.ILLEGAL_ZERO_PREFIX : null;
    }

    private static @Nullable Gs1Problem hyphen(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '-') {
                return Gs1Problem.NOT_HYPHEN;
            }
        }
        return null;
    }

    private static @Nullable Gs1Problem importerIndex(String text, int from, int to) {
        if (to - from != 1) {
            return Gs1Problem.IMPORTER_IDX_MUST_BE_ONE_CHARACTER;
        }
        return CharacterSets.isIn64(text.charAt(from)) ? null : Gs1Problem.INVALID_IMPORT_IDX_CHARACTER;
    }

    static @Nullable Gs1Problem percentEncoding(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '%' && (i + 2 >= to || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2)))) {
                return Gs1Problem.INVALID_PERCENT_SEQUENCE;
            }
        }
        return null;
    }

    /** "0203": piece 2 of 3, in halves of equal length. */
    private static @Nullable Gs1Problem pieceOfTotal(String text, int from, int to) {
        if (to == from || (to - from) % 2 != 0) {
            return Gs1Problem.INVALID_LENGTH_FOR_PIECE_OF_TOTAL;
        }
        if (!Digits.areDigits(text, from, to)) {
            return Gs1Problem.NON_DIGIT_CHARACTER;
        }
        int middle = from + (to - from) / 2;
        if (Digits.areZeros(text, from, middle)) {
            return Gs1Problem.ZERO_PIECE_NUMBER;
        }
        if (Digits.areZeros(text, middle, to)) {
            return Gs1Problem.ZERO_TOTAL_PIECES;
        }
        boolean exceeds = text.substring(from, middle).compareTo(text.substring(middle, to)) > 0;
        return exceeds ? Gs1Problem.PIECE_NUMBER_EXCEEDS_TOTAL : null;
    }

    /** "2/3": the second of three, without leading zeros. */
    private static @Nullable Gs1Problem positionInSequence(String text, int from, int to) {
        int slash = text.indexOf('/', from);
        if (slash <= from
                || slash >= to - 1
                || !Digits.areDigits(text, from, slash)
                || !Digits.areDigits(text, slash + 1, to)) {
            return Gs1Problem.POSITION_IN_SEQUENCE_MALFORMED;
        }
        if (text.charAt(from) == '0' || text.charAt(slash + 1) == '0') {
            return Gs1Problem.ILLEGAL_ZERO_PREFIX;
        }
        String position = text.substring(from, slash);
        String end = text.substring(slash + 1, to);
        boolean exceeds =
                position.length() == end.length() ? position.compareTo(end) > 0 : position.length() > end.length();
        return exceeds ? Gs1Problem.POSITION_EXCEEDS_END : null;
    }

    private static boolean isHex(char character) {
        return Digits.isDigit(character)
                || (character >= 'A' && character <= 'F')
                || (character >= 'a' && character <= 'f');
    }
}
