package io.rdsrestore.workflows.activity;

/**
 * How full the whitelist of an instance is (DescribeDBInstanceIPArrayList).
 *
 * @param groups how many groups it has, hidden ones too; null if not known
 * @param ownGroup whether ours is among them
 * @param ownAddresses how many addresses ours holds
 * @param unknownBecause why it is not known; null if it is
 */
public record WhitelistFacts(
    Integer groups, boolean ownGroup, int ownAddresses, String unknownBecause) {}
