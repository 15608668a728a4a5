package io.rdsrestore.activities.dts;

/** What DTS calls an engine in ConfigureDtsJob (Source-/DestinationEndpointEngineName). */
enum DtsEngineName {
  MYSQL("MYSQL");

  private final String inConfigure;

  DtsEngineName(String inConfigure) {
    this.inConfigure = inConfigure;
  }

  String inConfigure() {
    return inConfigure;
  }
}
