package fr.parchemin.session.enrolment;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a candidate came. */
@Schema(name = "AttendanceRequest", examples = "{\"status\": \"PRESENT\"}")
record AttendanceRequest(@NotNull AttendanceStatus status) {}
