package io.rdsrestore.workflows.verdict.remedies;

import java.util.List;

/**
 * What is known of one failure.
 *
 * @param item precheck: Item of DescribePreCheckStatus; copy: the code in the message; SQL Server:
 *     a name of ours, since its codes are not public
 * @param also other codes of the same meaning
 * @param meaning what failed, in a sentence without its end
 * @param causes likely causes
 * @param findOut how to find out which
 * @param remedies what mends it, the best first
 * @param repair who may
 * @param skip whether DTS documents it as skippable
 * @param skipMeans what skipping means for the data; null where it cannot be skipped
 * @param source the document; "assumed" where there is none
 */
public record CatalogueItem(
    String item,
    List<String> also,
    String meaning,
    List<String> causes,
    List<Look> findOut,
    List<Remedy> remedies,
    Repair repair,
    Skip skip,
    String skipMeans,
    String source) {}
