package fr.parchemin.session.followup;

import java.util.UUID;

/**
 * An event of a record as it arrives; what else it says does not matter here.
 *
 * @param complete of {@code RecordSigned}: every juror present has signed
 */
record RecordEvent(UUID recordId, UUID sessionId, boolean complete) {}
