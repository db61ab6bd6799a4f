package fr.parchemin.referentiel;

import static fr.parchemin.kit.problem.ProblemKind.Audience.DATA;
import static fr.parchemin.kit.problem.ProblemKind.Retry.LATER;

import fr.parchemin.kit.problem.ProblemKind;

/** The problems of this service beside the common ones. */
public enum ProblemType implements ProblemKind {
    IMPORT_RUNNING("import-running", "Another file is being imported", 409, LATER);

    private final String slug;
    private final String title;
    private final int status;
    private final Retry retry;

    ProblemType(String slug, String title, int status, Retry retry) {
        this.slug = slug;
        this.title = title;
        this.status = status;
        this.retry = retry;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Audience audience() {
        return DATA;
    }

    @Override
    public Retry retry() {
        return retry;
    }
}
