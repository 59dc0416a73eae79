/// What every other module speaks: problems with input, places in sources, reasons for conclusions, texts for people.
module org.zonewright.base {
    requires static transitive org.jspecify;

    exports org.zonewright.base;
    exports org.zonewright.base.yaml;
}
