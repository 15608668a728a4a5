/**
 * What the workflow asks of the world, one interface an external party.
 *
 * <p>Methods are named by their promise: {@code read…} looks and changes nothing; {@code ensure…}
 * converges, any number of times, at any moment; {@code await…} is one look at a slow thing and
 * fails with {@code NOT_YET} while it is not there; {@code remove…} converges to absence.
 *
 * <p>All of them fail with an {@code ApplicationFailure} whose type is the name of a {@link
 * io.rdsrestore.workflows.RestoreErrorCode}, whose message holds no secret, and whose first detail
 * is a {@link io.rdsrestore.workflows.activity.CloudRefusal} where a cloud or a database refused.
 * The second, of a read of the primary, is whom the worker tells of it.
 */
package io.rdsrestore.workflows.activity;
