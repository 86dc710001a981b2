package org.tillwright.system.fuzz;

import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;

/** What is held against the laws: the product's engine, or one that a test has made wrong on purpose. */
@FunctionalInterface
interface Engine {

    PricedCart price(Cart cart, PriceBook book) throws UnpricedItemException;
}
