package org.tillwright.register.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesFileTest {

    private static final String PERCENT_21 = "{'id':1,'type':'percent','amount':21}";

    private static List<JsonObject> prices(String... cases) throws UnreadableFileException {
        String file = "{'cases':[" + String.join(",", cases) + "]}";
        return PriceFile.price(file.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String priced(String oneCase) throws UnreadableFileException {
        return prices(oneCase).get(0).toString().replace('"', '\'');
    }

    @Test
    void aLineTellsNetGrossAndEachTax() throws UnreadableFileException {
        assertThat(priced("{'id':'a','kind':'line','price_unit':121,'quantity':2,'discount_percent':50,'taxes':["
                        + "{'id':1,'type':'percent','amount':21,'price_include':true}]}"))
                .isEqualTo("{'id':'a','total_excluded':'100.00','total_included':'121.00',"
                        + "'taxes':[{'base':'100.00','amount':'21.00'}]}");
    }

    @Test
    void numbersAreReadAsTheyAreWrittenAlsoAsTexts() throws UnreadableFileException {
        String written = priced("{'id':1,'kind':'line','price_unit':0.285,'quantity':1,'taxes':[]}");
        String asText = priced("{'id':1,'kind':'line','price_unit':'0.285','quantity':'1','taxes':[]}");

        assertThat(written).isEqualTo(asText).contains("'total_excluded':'0.29'");
    }

    @Test
    void aNegativeQuantityIsAReturn() throws UnreadableFileException {
        String sale = priced("{'kind':'line','price_unit':0.5,'quantity':1,'taxes':[" + PERCENT_21 + "]}");
        String back = priced("{'kind':'line','price_unit':0.5,'quantity':-1,'taxes':[" + PERCENT_21 + "]}");

        assertThat(sale).contains("'amount':'0.11'");
        assertThat(back).contains("'base':'-0.50','amount':'-0.11'");
    }

    @ParameterizedTest
    @CsvSource({"1.0, 12, 15", "0.01, 12.35, 14.94", "0.001, 12.345, 14.937", "0.05, 12.35, 14.95"})
    void amountsHaveTheCurrencysDigits(String step, String net, String gross) throws UnreadableFileException {
        assertThat(priced("{'kind':'line','price_unit':12.345,'quantity':1,'currency_rounding':" + step + ",'taxes':["
                        + PERCENT_21 + "]}"))
                .contains("'total_excluded':'" + net + "','total_included':'" + gross + "'");
    }

    @Test
    void aDiscountOnTheWholeLowersEachTaxForItselfAndNoFixedTax() throws UnreadableFileException {
        String taxes = "'taxes':[{'id':'F','type':'fixed','amount':1,'include_base_amount':true}," + PERCENT_21 + "]";

        assertThat(priced("{'id':1,'kind':'global_discount','global_discount':{'type':'percent','amount':50},"
                        + "'lines':[{'price_unit':99,'quantity':1," + taxes + "}]}"))
                .isEqualTo("{'id':1,'base':'49.50','tax':'11.60','total':'61.10','tax_groups':["
                        + "{'group':'1','base':'99.00','tax':'1.00'},{'group':'2','base':'50.50','tax':'10.60'}]}");
    }

    @Test
    void cashRoundingIsALineOfItsOwnOrInTheBiggestTax() throws UnreadableFileException {
        String document = "{'kind':'document','lines':[{'price_unit':10.01,'quantity':1,'taxes':[" + PERCENT_21
                + "]}],'cash_rounding':{'rounding':0.05,'rounding_method':'HALF-UP','strategy':'";

        assertThat(priced(document + "add_invoice_line'}}"))
                .contains("'tax':'2.10','total':'12.10'", "'cash_rounding_amount':'-0.01'");
        assertThat(priced(document + "biggest_tax'}}"))
                .contains("'tax':'2.09','total':'12.10'", "{'group':'1','base':'10.01','tax':'2.09'}")
                .doesNotContain("cash_rounding_amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'kind':'line','price_unit':1,'quantity':0 | The member quantity is zero.",
                "'kind':'line','price_unit':1,'quantity':1 | The member taxes is missing.",
                "'kind':'line','price_unit':1e99999999999999,'quantity':1 | The member price_unit is not a number.",
                "'kind':'line','price_unit':1,'quantity':1,'taxes':[{'type':'group'}] | "
                        + "The member taxes[1].children is missing.",
                "'kind':'document' | The member lines is missing.",
                "'kind':'line','price_unit':1,'quantity':1e30 | The member quantity is larger than can be counted.",
                "'kind':'line','price_unit':1e15,'quantity':1e6,'taxes':[] | An amount is larger than can be counted.",
                "'kind':'line','quantity':1 | The member price_unit is missing.",
                "'kind':'line','price_unit':'x','quantity':1 | The member price_unit is not a number.",
                "'kind':'line','price_unit':1e999,'quantity':1 | The member price_unit is a number of more than 40 digits.",
                "'kind':'line','price_unit':1,'quantity':1,'discount_percent':101 | "
                        + "The member discount_percent is 101, which is not between 0 and 100 percent.",
                "'kind':'line','price_unit':1,'quantity':1,'currency_rounding':0 | "
                        + "The currency_rounding 0 is not above zero.",
                "'kind':'lines' | The kind \"lines\" is none of line, document, global_discount and adapt_price.",
                "'kind':'document','lines':[] | The document has no lines.",
                "'kind':'document','lines':[{'price_unit':1,'quantity':0}] | The member lines[1].quantity is zero.",
            })
    void aCaseThatCannotBePricedSaysWhy(String members, String sentence) throws UnreadableFileException {
        List<JsonObject> answers = prices(
                "{'id':'bad'," + members + "}", "{'id':'good','kind':'line','price_unit':1,'quantity':1,'taxes':[]}");

        assertThat(answers.get(0).getString("id")).isEqualTo("bad");
        assertThat(answers.get(0).getString("error")).isEqualTo(sentence);
        assertThat(answers.get(1).getString("total_included")).isEqualTo("1.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percent | -1 | false | Tax 7 is not between 0 and 1000 %: -1 %.",
                "percent | 1000.0001 | false | Tax 7 is not between 0 and 1000 %: 1000.0001 %.",
                "percent | 0.00001 | false | The amount of tax 7 has more than 4 decimals, or is too large.",
                "division | 100 | false | Tax 7 on top cannot be 100 % of the price it makes.",
                "division | 101 | true | Tax 7 cannot be 101 % of the price.",
            })
    void aTaxThatCannotBeIsNamed(String type, String amount, boolean inPrice, String sentence)
            throws UnreadableFileException {
        String tax = "{'id':7,'type':'" + type + "','amount':" + amount + ",'price_include':" + inPrice + "}";

        assertThat(prices("{'kind':'line','price_unit':1,'quantity':1,'taxes':[" + tax + "]}")
                        .get(0)
                        .getString("error"))
                .isEqualTo(sentence);
    }

    @Test
    void aSentenceRepeatsNoMoreThanAPersonReads() throws UnreadableFileException {
        String endless = "x".repeat(1_000_000);

        assertThat(priced("{'kind':'" + endless + "'}"))
                .contains("x".repeat(60) + "...")
                .hasSizeLessThan(200);
        assertThat(priced("{'kind':'line','price_unit':1,'quantity':1,'taxes':[{'type':'fixed','amount':1,'id':'"
                        + endless + "'}]}"))
                .contains("The member taxes[1].id has more than 250 characters.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | It is not a JSON object.",
                "{\"cases\":7} | It has no list \"cases\" and no list \"carts\".",
                "{\"cases\":[],\"carts\":[]} | "
                        + "It has both \"cases\" and \"carts\", which go into a file of their own.",
            })
    void aFileWithNothingToPriceIsRefused(String json, String sentence) {
        assertThatThrownBy(() -> PriceFile.price(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(sentence);
    }
}
