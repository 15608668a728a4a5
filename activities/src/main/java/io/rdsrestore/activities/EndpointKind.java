package io.rdsrestore.activities;

/** Which address of an instance the worker connects to (DescribeDBInstanceNetInfo: IPType). */
public enum EndpointKind {
  /** {@code Private} on a VPC, {@code Inner} on the classic network. */
  PRIVATE,
  PUBLIC
}
