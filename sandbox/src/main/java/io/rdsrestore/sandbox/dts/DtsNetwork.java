package io.rdsrestore.sandbox.dts;

import java.util.List;

/** Where DTS connects from: what an instance's whitelist must let in. */
public final class DtsNetwork {
  /** Addresses inside a VPC: the ones that copies between two RDS instances come from. */
  public static final List<String> VPC = List.of("127.0.8.0/25", "127.0.8.128/25");

  /** Addresses on the internet: of no use for RDS instances. */
  public static final List<String> INTERNET = List.of("127.0.9.0/24");

  private DtsNetwork() {}
}
