package io.rdsrestore.worker.cli;

/** How differences of rows are told. */
enum DiffFormat {
  /** For people: numbers, and the first rows of each table. */
  TEXT,
  /** For programs: likewise. */
  JSON,
  /** All of them, a line each, as they are found. */
  CSV
}
