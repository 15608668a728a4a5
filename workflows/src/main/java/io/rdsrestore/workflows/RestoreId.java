package io.rdsrestore.workflows;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The id that everything a restore buys or creates carries.
 *
 * <p>It comes from the first execution's run id: new for each restore, the same after a
 * continue-as-new or a reset.
 */
public final class RestoreId {
  /** Length in characters (base32: {@code a-z2-7}); short enough for a MySQL 5.5 account name. */
  public static final int LENGTH = 10;

  private RestoreId() {}

  public static String of(String firstExecutionRunId) {
    byte[] hash =
        Hashing.sha256().hashString(firstExecutionRunId, StandardCharsets.UTF_8).asBytes();
    return BaseEncoding.base32().encode(hash).toLowerCase(Locale.ROOT).substring(0, LENGTH);
  }
}
