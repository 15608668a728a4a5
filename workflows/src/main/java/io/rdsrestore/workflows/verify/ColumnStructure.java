package io.rdsrestore.workflows.verify;

/**
 * A column.
 *
 * @param name its name
 * @param dataType information_schema.columns: DATA_TYPE, in lower case
 * @param type COLUMN_TYPE, without the display width of integers
 * @param nullable whether it may be NULL
 * @param defaultValue COLUMN_DEFAULT; null if it has none
 * @param extra EXTRA, in lower case; never null
 * @param generated the expression of a generated column; null of a stored one, or if the server
 *     does not tell it
 * @param charset null of a column that is no text
 * @param collation likewise
 * @param comment never null
 */
public record ColumnStructure(
    String name,
    String dataType,
    String type,
    boolean nullable,
    String defaultValue,
    String extra,
    String generated,
    String charset,
    String collation,
    String comment) {}
