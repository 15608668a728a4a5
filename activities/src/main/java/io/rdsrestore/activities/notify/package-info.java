/**
 * Notices as the channels take them: one {@link io.rdsrestore.activities.notify.MessageFormat} a
 * kind of receiver, and what carries them there.
 */
package io.rdsrestore.activities.notify;
