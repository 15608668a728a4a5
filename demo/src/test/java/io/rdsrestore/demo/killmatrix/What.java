package io.rdsrestore.demo.killmatrix;

/** What happens at a point. */
sealed interface What permits Blow, SqlBlow, Deed {
  /** As it stands in the name of a cell. */
  String id();

  /** For people. */
  String words();
}
