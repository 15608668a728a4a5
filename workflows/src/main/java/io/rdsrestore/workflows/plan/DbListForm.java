package io.rdsrestore.workflows.plan;

/** The form of DbList in ConfigureDtsJob. */
public enum DbListForm {
  /** Tables directly in their database. */
  TABLES,
  /** Tables in schemas, and those in their database. */
  SCHEMAS
}
