package fr.parchemin.referentiel.imports;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads imports and what they found. */
@ApplicationScoped
class ReadImports {

    private static final String FINDINGS = """
            select rank, kind, number, line, reason from import_finding
            where import_id = ? and rank > ? order by rank limit ?
            """;

    private final ImportJobRepository jobs;
    private final DataSource dataSource;

    ReadImports(ImportJobRepository jobs, DataSource dataSource) {
        this.jobs = jobs;
        this.dataSource = dataSource;
    }

    /** @throws ProblemException 404 when it is unknown */
    @Transactional
    ImportView one(UUID id) {
        return jobs.findByIdOptional(id)
                .map(ImportJob::toView)
                .orElseThrow(() -> ProblemException.notFound("import", id));
    }

    @Transactional
    Page<ImportView> page(PageRequest page) {
        return Page.of(
                jobs.list(page), page, j -> List.of(j.submittedAt().toString(), j.id().toString()), ImportJob::toView);
    }

    /** What was odd in the file, in its order. */
    @Transactional
    Page<ImportFinding> report(UUID id, PageRequest page) {
        ImportView unused = one(id); // an unknown import is said to be unknown
        return Page.of(findings(id, page), page, row -> List.of(Integer.toString(row.rank())), Row::finding);
    }

    private record Row(int rank, ImportFinding finding) {}

    private List<Row> findings(UUID id, PageRequest page) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FINDINGS)) {
            select.setObject(1, id);
            select.setInt(2, page.first() ? 0 : page.after(0, Integer::parseInt));
            select.setInt(3, page.fetch());
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getInt(1),
                            new ImportFinding(
                                    ImportFinding.Kind.valueOf(row.getString(2)),
                                    row.getString(3),
                                    row.getObject(4, Integer.class),
                                    row.getString(5))));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the report of " + id + " could not be read", e);
        }
    }
}
