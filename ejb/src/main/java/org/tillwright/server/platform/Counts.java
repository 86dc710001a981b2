package org.tillwright.server.platform;

/** What operations may watch. Counted after the fact is committed, never before. */
public interface Counts {

    void add(Event event);

    /** The things that are counted, by the names that {@code /metrics} shows. */
    enum Event {
        SALE_ACCEPTED("tillwright_sales_accepted"),
        SALE_DISPUTED("tillwright_sales_disputed"),
        RECORD_ACCEPTED("tillwright_records_accepted"),
        RECORD_REPEATED("tillwright_records_repeated"),
        RECORD_RETRIED("tillwright_records_retried"),
        GROUP_SPLIT("tillwright_groups_split");

        private final String metric;

        Event(String metric) {
            this.metric = metric;
        }

        String metric() {
            return metric;
        }
    }
}
