package io.rdsrestore.sandbox.memory;

import io.rdsrestore.sandbox.rds.Ipv4Block;
import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.time.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One instance: its contents by time, its backup sets and who may connect. */
final class MemoryInstance {
  final MemoryEngine engine;
  final Versioned<Contents> contents;
  final Map<String, BackupSpec> backups = new TreeMap<>();
  List<Ipv4Block> whitelist = List.of();

  /** Tables that DTS made, as {@code database.table}. */
  final Set<String> madeByDts = new TreeSet<>();

  /** Tables that others made, and into which DTS copied rows. */
  final Set<String> writtenInto = new TreeSet<>();

  MemoryInstance(MemoryEngine engine, Contents initial) {
    this.engine = engine;
    contents = new Versioned<>(initial);
  }

  boolean admits(List<String> blocks) {
    return blocks.stream()
        .map(Ipv4Block::parse)
        .allMatch(block -> whitelist.stream().anyMatch(entry -> entry.contains(block)));
  }
}
