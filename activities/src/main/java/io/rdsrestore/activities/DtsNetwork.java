package io.rdsrestore.activities;

/** Over which network DTS reaches the instances (WhiteIpList: Type). */
public enum DtsNetwork {
  VPC("vpc"),
  INTERNET("internet");

  private final String type;

  DtsNetwork(String type) {
    this.type = type;
  }

  /** The parameter's value. */
  public String type() {
    return type;
  }
}
