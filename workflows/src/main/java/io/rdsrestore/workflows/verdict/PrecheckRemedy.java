package io.rdsrestore.workflows.verdict;

/**
 * What is known of a precheck item.
 *
 * @param item DescribePreCheckStatus: Item
 * @param meaning what failed, in a sentence
 * @param remedy what a person can do, in a sentence
 */
record PrecheckRemedy(String item, String meaning, String remedy) {}
