package fr.parchemin.results.document;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The documents as templates: {@code templates/document/*.html}, well-formed XML; every value is escaped. */
@CheckedTemplate(basePath = "document")
final class DocumentTemplates {

    private DocumentTemplates() {}

    static native TemplateInstance diploma(Printed.Certificate certificate);

    static native TemplateInstance attestation(Printed.Certificate certificate);

    static native TemplateInstance booklet(Printed.Booklet booklet);

    static native TemplateInstance report(Printed.Report report);
}
