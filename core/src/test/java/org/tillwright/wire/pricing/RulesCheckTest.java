package org.tillwright.wire.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;

/** Each row is one document, and what is wrong with it. */
class RulesCheckTest {

    private static final String PROMOTION =
            "{'promotionId':'p','priority':1,'combining':'STACKING','effect':{'type':%s,'items':{'all':true}%s}}";

    @Test
    void rulesThatSayNothingAreSound() {
        assertThat(PricingRules.none("EUR").faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
              'taxes':[{'taxId':'T','kind':'PERCENT','value':-1}]        | taxes[0].value is a percentage below 0
              'taxes':[{'taxId':'T','kind':'PERCENT','value':10000001}]  | taxes[0].value is a percentage above 1,000
              'taxes':[{'taxId':'T','kind':'PERCENT','value':10000000}]  | ~~
              'taxes':[{'taxId':'T','kind':'DIVISION','value':1000000}]  | taxes[0].value of division tax T on top of the price is not below 100 %
              'taxes':[{'taxId':'T','kind':'DIVISION','value':1000000,'inPrice':true}] | ~~
              'taxes':[{'taxId':'T','kind':'HALF','value':1}]            | taxes[0].kind is HALF, which is none of [PERCENT, DIVISION, FIXED]
              'taxes':[{'taxId':'T','kind':'FIXED','value':1},{'taxId':'T','kind':'FIXED','value':1}] | taxes[1].taxId names T a second time
              'taxes':[{'taxId':'T','kind':'DIVISION','value':600000},{'taxId':'U','kind':'DIVISION','value':600000}],'taxRules':[{'taxCategory':'A','taxIds':['T','U']}] | taxRules[0].taxIds cannot be together: tax T and its neighbours cannot be 120 % of the price
              'taxes':[{'taxId':'T','kind':'DIVISION','value':600000},{'taxId':'U','kind':'DIVISION','value':300000}],'taxRules':[{'taxCategory':'A','taxIds':['T','U']}] | ~~
              'taxRules':[{'taxCategory':'A','until':'2026-01-01','taxIds':[]},{'taxCategory':'A','from':'2026-01-02','taxIds':[]}] | ~~
              'taxRules':[{'taxCategory':'A','taxIds':[]},{'taxCategory':'A','serviceMode':'EAT_IN','taxIds':[]}] | ~~
              'taxRules':[{'taxCategory':'A','from':'2026-01-02','until':'2026-01-01','taxIds':[]}] | taxRules[0].until is before from: 2026-01-01
              'itemGroups':[{'groupId':'a','groupIds':['a']}]            | itemGroups go in a circle: a holds a
              'deposits':[{'itemId':'a','depositItemId':'b','quantityMilli':0}] | deposits[0].quantityMilli of deposit b is zero
              'deposits':[{'itemId':'a','depositItemId':'a','quantityMilli':1000}] | deposits go in a circle: a is followed by a
              'deposits':[{'itemId':'a','depositItemId':'b','quantityMilli':1000},{'itemId':'a','depositItemId':'c','quantityMilli':1000},{'itemId':'b','depositItemId':'c','quantityMilli':1000},{'itemId':'c','depositItemId':'d','quantityMilli':1000},{'itemId':'d','depositItemId':'e','quantityMilli':1000}] | ~~
              'deposits':[{'itemId':'a','depositItemId':'b','quantityMilli':1000},{'itemId':'a','depositItemId':'c','quantityMilli':1000},{'itemId':'b','depositItemId':'c','quantityMilli':1000},{'itemId':'c','depositItemId':'d','quantityMilli':1000},{'itemId':'d','depositItemId':'e','quantityMilli':1000},{'itemId':'e','depositItemId':'f','quantityMilli':1000}] | deposits of a have more than 4 levels
              'modifierGroups':[{'groupId':'g','minimum':0,'maximum':1,'modifiers':[]}] | modifierGroups[0].modifiers of g is empty
              'itemModifiers':[{'itemId':'a','groupIds':['g']}]          | itemModifiers[0].groupIds[0] names modifier group g, which does not exist
              'priceLists':[{'priceListId':'l','until':'2026-01-31','prices':[{'itemId':'a','unitPriceMicro':1}]},{'priceListId':'m','from':'2026-01-31','prices':[{'itemId':'a','unitPriceMicro':2}]}] | priceLists[1].prices[0] gives item a a second price on days of price list l
              'priceLists':[{'priceListId':'l','prices':[{'itemId':'a','unitPriceMicro':-1}]}] | priceLists[0].prices[0].unitPriceMicro is negative: -1
              'codePatterns':[{'name':'p','meaning':'PRICE','template':'21IIIIIVVVVVC'},{'name':'q','meaning':'QUANTITY','template':'2IIIIIIVVVVVC','decimals':3}] | codePatterns[1].template of q reads codes that p reads too
              'codePatterns':[{'name':'p','meaning':'PRICE','template':'21IIIIIVVVVVC'},{'name':'q','meaning':'PRICE','template':'22IIIIIVVVVVC'}] | ~~
              'cashRounding':{'incrementMinor':0,'due':'AWAY_FROM_ZERO','change':'UP'} | cashRounding.incrementMinor is not a possible smallest coin: 0; cashRounding.change is UP, which is none of [AWAY_FROM_ZERO, TOWARDS_ZERO]
            """)
    void whatIsWrongIsNamed(String members, String faults) {
        List<String> expected = faults == null || faults.isBlank() ? List.of() : List.of(faults.split("; ", -1));
        assertThat(faultsOf("{'currency':'EUR'," + members + "}")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
              'PERCENT_OFF'   | ,'offPpm':100000               | ~~
              'PERCENT_OFF'   | ~~                             | promotions[0].effect.offPpm is missing; PERCENT_OFF needs it
              'PERCENT_OFF'   | ,'offPpm':1,'count':1          | promotions[0].effect.count does not belong to PERCENT_OFF
              'PERCENT_OFF'   | ,'offPpm':-1                   | promotions[0].effect.offPpm is a percentage below 0
              'PERCENT_OFF'   | ,'offPpm':1000001              | promotions[0].effect.offPpm is a percentage above 100
              'AMOUNT_OFF'    | ,'offMinor':0                  | promotions[0] cannot be: promotion p takes off an amount that is not above 0
              'MIX_AND_MATCH' | ,'count':0,'priceMinor':1      | promotions[0].effect.count is not a number of pieces: 0
              'TEN_FOR_ONE'   | ~~                             | promotions[0].effect.type is TEN_FOR_ONE, which is none of [PERCENT_OFF, AMOUNT_OFF, FIXED_PRICE, BUY_GET, MIX_AND_MATCH, BUNDLE, CHEAPEST_OFF, SPEND_PERCENT, SPEND_AMOUNT, QUANTITY_BREAKS, NEXT_SALE_COUPON]
            """)
    void aPromotionThatCannotBeIsNamed(String type, String members, String faults) {
        String promotion = PROMOTION.formatted(type, members == null ? "" : members);
        List<String> expected = faults == null || faults.isBlank() ? List.of() : List.of(faults);
        assertThat(faultsOf("{'currency':'EUR','promotions':[" + promotion + "]}"))
                .isEqualTo(expected);
    }

    @Test
    void aPromotionOfNothingIsRefused() {
        assertThat(faultsOf("{'currency':'EUR','promotions':[{'promotionId':'p','priority':1,'combining':'EXCLUSIVE',"
                        + "'effect':{'type':'PERCENT_OFF','offPpm':1,'items':{'all':false}}}]}"))
                .containsExactly("promotions[0].effect.items refers to nothing");
        assertThat(faultsOf(
                        "{'currency':'EUR','itemGroups':[{'groupId':'g'}],'promotions':[{'promotionId':'p','priority':1,"
                                + "'combining':'EXCLUSIVE','effect':{'type':'PERCENT_OFF','offPpm':1,"
                                + "'items':{'all':false,'groupIds':['g']}}}]}"))
                .containsExactly("promotions[0] cannot be: promotion p refers to no item");
    }

    private static List<String> faultsOf(String json) {
        byte[] utf8 = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return WireJson.read(utf8, PricingRules.class).faults().stream()
                .map(Fault::toString)
                .toList();
    }
}
