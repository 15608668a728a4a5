package io.rdsrestore.workflows.restore;

/** What every phase works with: what is known, how to act, how to ask, what people see. */
abstract class Phase {
  final Restore restore;
  final Steps steps;
  final Gates gates;
  final Journal journal;

  Phase(Restore restore, Steps steps, Gates gates, Journal journal) {
    this.restore = restore;
    this.steps = steps;
    this.gates = gates;
    this.journal = journal;
  }
}
