package fr.parchemin.session.printing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The documents as templates: {@code templates/printing/*.html}, well-formed XML; every value is escaped. */
@CheckedTemplate(basePath = "printing")
final class DocumentTemplates {

    private DocumentTemplates() {}

    static native TemplateInstance summons(Printed.Head head, List<Printed.Summons> letters);

    static native TemplateInstance attendance(
            Printed.Head head, List<Printed.Sheet> sheets, List<Printed.JurySheet> jury);

    static native TemplateInstance schedule(Printed.Head head, List<Printed.Course> courses);
}
