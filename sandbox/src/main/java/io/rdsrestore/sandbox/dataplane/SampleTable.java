package io.rdsrestore.sandbox.dataplane;

import java.util.List;
import java.util.Locale;

/** The tables of the sample database, parents first. */
enum SampleTable {
  SETTINGS(
      """
      name VARCHAR(64) NOT NULL PRIMARY KEY,
      value TEXT,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
      """,
      "name",
      "value",
      "updated_at"),
  CUSTOMERS(
      """
      id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      name VARCHAR(80) NOT NULL COMMENT 'as written; 原文',
      email VARCHAR(120) NOT NULL,
      gender ENUM('f', 'm', 'x'),
      tags SET('vip', 'news', 'trade') NOT NULL DEFAULT '',
      born DATE,
      active BIT(1) NOT NULL DEFAULT b'1',
      rating FLOAT,
      balance DECIMAL(12,2) NOT NULL DEFAULT 0.00,
      note TEXT,
      created_at DATETIME(6) NOT NULL,
      UNIQUE KEY email (email),
      KEY name (name)
      """,
      "id",
      "name",
      "email",
      "gender",
      "tags",
      "born",
      "active",
      "rating",
      "balance",
      "note",
      "created_at"),
  ADDRESSES(
      """
      customer_id INT UNSIGNED NOT NULL,
      line_no TINYINT UNSIGNED NOT NULL,
      kind CHAR(4) NOT NULL,
      street VARCHAR(100) NOT NULL,
      city VARCHAR(60) NOT NULL,
      latitude DOUBLE,
      longitude DOUBLE,
      PRIMARY KEY (customer_id, line_no),
      FOREIGN KEY (customer_id) REFERENCES customers (id)
      """,
      "customer_id",
      "line_no",
      "kind",
      "street",
      "city",
      "latitude",
      "longitude"),
  CATEGORIES(
      """
      id SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
      parent_id SMALLINT UNSIGNED,
      name VARCHAR(60) NOT NULL,
      FOREIGN KEY (parent_id) REFERENCES categories (id)
      """,
      "id",
      "parent_id",
      "name"),
  PRODUCTS(
      """
      id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      category_id SMALLINT UNSIGNED NOT NULL,
      sku CHAR(12) NOT NULL,
      name VARCHAR(120) NOT NULL,
      price DECIMAL(10,2) NOT NULL,
      attributes JSON,
      picture BLOB,
      launched YEAR,
      sold_from TIME(3),
      UNIQUE KEY sku (sku),
      KEY category_price (category_id, price),
      FOREIGN KEY (category_id) REFERENCES categories (id)
      """,
      "id",
      "category_id",
      "sku",
      "name",
      "price",
      "attributes",
      "picture",
      "launched",
      "sold_from"),
  /** Free of foreign keys in both directions, so that it can be dropped and made again. */
  ORDERS(
      """
      id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      customer_id INT UNSIGNED NOT NULL,
      status ENUM('new', 'paid', 'sent', 'done', 'cancelled') NOT NULL DEFAULT 'new',
      total DECIMAL(12,2) NOT NULL,
      remark VARCHAR(200),
      placed_at DATETIME(6) NOT NULL,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      KEY customer (customer_id),
      KEY status_updated (status, updated_at)
      """,
      "id",
      "customer_id",
      "status",
      "total",
      "remark",
      "placed_at",
      "updated_at"),
  ORDER_ITEMS(
      """
      order_id BIGINT UNSIGNED NOT NULL,
      line_no SMALLINT UNSIGNED NOT NULL,
      product_id INT UNSIGNED NOT NULL,
      quantity MEDIUMINT NOT NULL,
      price DECIMAL(10,2) NOT NULL,
      PRIMARY KEY (order_id, line_no),
      KEY product (product_id),
      FOREIGN KEY (product_id) REFERENCES products (id)
      """,
      "order_id",
      "line_no",
      "product_id",
      "quantity",
      "price"),
  PAYMENTS(
      """
      id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      order_id BIGINT UNSIGNED NOT NULL,
      amount DECIMAL(12,2) NOT NULL,
      reference VARBINARY(16) NOT NULL,
      paid_at DATETIME NOT NULL,
      UNIQUE KEY reference (reference),
      KEY order_id (order_id)
      """,
      "id",
      "order_id",
      "amount",
      "reference",
      "paid_at"),
  SHIPMENTS(
      """
      id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      order_id BIGINT UNSIGNED NOT NULL,
      carrier VARCHAR(20) NOT NULL,
      weight_kg DOUBLE NOT NULL,
      shipped_on DATE NOT NULL,
      KEY order_id (order_id)
      """,
      "id",
      "order_id",
      "carrier",
      "weight_kg",
      "shipped_on"),
  /** Without a primary key; written by a trigger on orders. */
  AUDIT_LOG(
      """
      logged_at DATETIME NOT NULL,
      order_id BIGINT UNSIGNED NOT NULL,
      old_status VARCHAR(12) NOT NULL,
      new_status VARCHAR(12) NOT NULL,
      KEY order_id (order_id)
      """,
      "logged_at",
      "order_id",
      "old_status",
      "new_status");

  private final String definition;
  private final String columns;

  SampleTable(String definition, String... columns) {
    this.definition = definition;
    this.columns = String.join(",", columns);
  }

  String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> columns() {
    return List.of(columns.split(",", -1));
  }

  /** Columns of bytes, whose values are hex digits. */
  boolean isBinary(String column) {
    return column.equals("picture") || column.equals("reference");
  }

  /** Columns whose values are written without quotes: a quoted digit would be text to BIT. */
  boolean isBare(String column) {
    return column.equals("active");
  }

  String createStatement(SampleColumns fitting) {
    return "CREATE TABLE "
        + Sql.name(SampleHistory.DATABASE, tableName())
        + " ("
        + fitting.fit(definition)
        + ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci";
  }
}
