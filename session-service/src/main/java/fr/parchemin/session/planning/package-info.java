/**
 * Who passes which event when, where and before whom: the pure part. A {@link Task} goes in, a {@link Plan} comes out; nothing
 * here knows HTTP or the database. Times are minutes since midnight of the first day, at the site.
 */
@NullMarked
package fr.parchemin.session.planning;

import org.jspecify.annotations.NullMarked;
