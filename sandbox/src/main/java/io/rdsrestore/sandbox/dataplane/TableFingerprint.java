package io.rdsrestore.sandbox.dataplane;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many rows a table holds and a checksum of them that does not depend on their order: the sum
 * of the rows' MD5, in two halves of 64 bits. Duplicate rows count.
 */
public record TableFingerprint(long rows, String checksum) {

  /** Reads the table {@code database.table} row by row. */
  public static TableFingerprint read(Connection connection, String database, String table)
      throws SQLException {
    List<Column> columns = Column.of(connection, database, table);
    String expressions =
        columns.stream()
            .map(column -> column.form().readable(Sql.name(column.name())))
            .collect(Collectors.joining(", "));
    Builder builder = new Builder();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1000);
      try (ResultSet rows =
          statement.executeQuery("SELECT " + expressions + " FROM " + Sql.name(database, table))) {
        String[] values = new String[columns.size()];
        while (rows.next()) {
          for (int i = 0; i < values.length; i++) {
            values[i] = rows.getString(i + 1);
          }
          builder.add(values);
        }
      }
    }
    return builder.build();
  }

  /** Adds up rows. */
  static final class Builder {
    private final MessageDigest digest;
    private long rows;
    private long high;
    private long low;

    Builder() {
      try {
        digest = MessageDigest.getInstance("MD5");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has MD5", e);
      }
    }

    /** Adds one row: its values as people write them, bytes as hex digits, null for NULL. */
    void add(String... values) {
      for (String value : values) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(0, value == null ? -1 : bytes.length));
        digest.update(bytes);
      }
      ByteBuffer hash = ByteBuffer.wrap(digest.digest());
      rows++;
      high += hash.getLong();
      low += hash.getLong();
    }

    TableFingerprint build() {
      return new TableFingerprint(rows, String.format("%016x%016x", high, low));
    }
  }
}
