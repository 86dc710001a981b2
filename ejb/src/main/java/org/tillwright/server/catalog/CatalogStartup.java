package org.tillwright.server.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Lists at each start what came into the database past the catalogue. Each step is a transaction of its own. */
@Startup
@Singleton
@DependsOn({"Migrator", "FirstStartup"})
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class CatalogStartup {

    private static final System.Logger LOG = System.getLogger(CatalogStartup.class.getName());

    @Inject
    ItemListService lists;

    @PostConstruct
    void listTheUnlisted() {
        long all = 0;
        for (int some = lists.listTheUnlisted(); some > 0; some = lists.listTheUnlisted()) {
            all += some;
        }
        if (all > 0) {
            LOG.log(System.Logger.Level.INFO, "Listed {0} items for the console", all);
        }
    }
}
