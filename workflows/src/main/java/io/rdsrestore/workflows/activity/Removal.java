package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * What a removal came to.
 *
 * @param removed ids that this call, or an earlier attempt of it, removed
 * @param left ids that stay, each with the reason
 */
public record Removal(List<String> removed, List<LeftOver> left) {

  /** Something that was not removed on purpose. */
  public record LeftOver(String id, String why) {}
}
