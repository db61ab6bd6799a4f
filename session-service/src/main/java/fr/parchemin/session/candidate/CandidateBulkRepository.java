package fr.parchemin.session.candidate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads and writes whole sets of candidates: one statement each, whatever their number. */
@ApplicationScoped
class CandidateBulkRepository {

    private static final String KNOWN = """
            select c.external_ref, c.id, c.identity_version, c.frozen_at is not null, c.postal_code, c.email,
                   c.employer_siret, i.birth_name, i.usage_name, i.first_names, i.sex, i.born_on, i.birth_place_insee,
                   i.birth_place_label, i.birth_place_country
            from candidate c
            join candidate_identity i on i.candidate_id = c.id and i.identity_version = c.identity_version
            where c.created_by_siret = ? and c.external_ref = any (?::text[])
            order by c.id
            for update of c
            """;

    private static final String CREATE = """
            insert into candidate (id, version, external_ref, created_by_siret, identity_version, postal_code, email,
                                   employer_siret, created_at)
            select r.id, 0, r."externalRef", ?, r."identityVersion", r."postalCode", r.email, r."employerSiret", ?
            from json_to_recordset(?::json) as r (id uuid, "externalRef" text, "identityVersion" int, "postalCode" text,
                                                  email text, "employerSiret" text)
            """;

    private static final String CHANGE = """
            update candidate c
            set version = c.version + 1, identity_version = r."identityVersion", postal_code = r."postalCode",
                email = r.email, employer_siret = r."employerSiret"
            from json_to_recordset(?::json) as r (id uuid, "identityVersion" int, "postalCode" text, email text,
                                                  "employerSiret" text)
            where c.id = r.id
            """;

    /** A candidate that was changed in other things only keeps the identity it has. */
    private static final String IDENTIFY = """
            insert into candidate_identity (candidate_id, identity_version, birth_name, usage_name, first_names, sex,
                                            born_on, birth_place_insee, birth_place_label, birth_place_country,
                                            recorded_at, recorded_by)
            select r.id, r."identityVersion", i."birthName", i."usageName", i."firstNames", i.sex, i."bornOn",
                   i."birthPlaceInsee", i."birthPlaceLabel", i."birthPlaceCountry", ?, ?
            from json_to_recordset(?::json) as r (id uuid, "identityVersion" int, identity json)
            cross join lateral json_to_record(r.identity) as i (
                "birthName" text, "usageName" text, "firstNames" text[], sex text, "bornOn" date,
                "birthPlaceInsee" text, "birthPlaceLabel" text, "birthPlaceCountry" text)
            on conflict on constraint pk_candidate_identity do nothing
            """;

    private final DataSource dataSource;
    private final ObjectMapper json;

    CandidateBulkRepository(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** A candidate as it is recorded. */
    record Known(
            UUID id,
            int identityVersion,
            boolean frozen,
            @Nullable String postalCode,
            @Nullable String email,
            @Nullable String employerSiret,
            CivilIdentity identity) {}

    /** A candidate as it is to be recorded. */
    record Row(
            UUID id,
            String externalRef,
            int identityVersion,
            @Nullable String postalCode,
            @Nullable String email,
            @Nullable String employerSiret,
            CivilIdentity identity) {}

    /** Those of these references that the organisation has, by reference; they are locked. */
    Map<String, Known> known(String siret, List<String> externalRefs) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(KNOWN)) {
            query.setString(1, siret);
            query.setArray(2, connection.createArrayOf("text", externalRefs.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                Map<String, Known> known = new HashMap<>();
                while (rows.next()) {
                    known.put(rows.getString(1), known(rows));
                }
                return known;
            }
        } catch (SQLException e) {
            throw new BulkException(e);
        }
    }

    /** Writes candidates that are new and others that differ, with their identities. */
    void write(String siret, Instant now, String author, List<Row> created, List<Row> changed) {
        try (Connection connection = dataSource.getConnection()) {
            if (!created.isEmpty()) {
                try (PreparedStatement insert = connection.prepareStatement(CREATE)) {
                    insert.setString(1, siret);
                    insert.setTimestamp(2, Timestamp.from(now));
                    insert.setString(3, text(created));
                    insert.executeUpdate();
                }
                identify(connection, now, author, created);
            }
            if (!changed.isEmpty()) {
                identify(connection, now, author, changed);
                try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
                    update.setString(1, text(changed));
                    update.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new BulkException(e);
        }
    }

    private void identify(Connection connection, Instant now, String author, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(IDENTIFY)) {
            insert.setTimestamp(1, Timestamp.from(now));
            insert.setString(2, author);
            insert.setString(3, text(rows));
            insert.executeUpdate();
        }
    }

    private String text(List<Row> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows cannot be written", e);
        }
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                new CivilIdentity(
                        row.getString(8),
                        row.getString(9),
                        List.copyOf(Arrays.asList((String[]) row.getArray(10).getArray())),
                        Sex.valueOf(row.getString(11)),
                        row.getObject(12, LocalDate.class),
                        row.getString(13),
                        row.getString(14),
                        row.getString(15)));
    }

    /** The database refuses; a reference that somebody else has just used is among the causes and is answered with 409. */
    static final class BulkException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BulkException(SQLException cause) {
            super("candidates cannot be recorded", cause);
        }
    }
}
