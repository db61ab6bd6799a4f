package fr.parchemin.session.examsession;

import fr.parchemin.session.Titles;
import fr.parchemin.session.approval.Period;
import fr.parchemin.session.certification.Certification;
import java.time.LocalDate;
import java.util.List;

/** Builds declarations: a title session, approved in 2025 to the end of validity, unless said otherwise. */
final class Declarations {

    static final List<Period> APPROVED = List.of(new Period(LocalDate.of(2025, 1, 1), Titles.END));

    private Declarations() {}

    static Declaration of(String startsOn, String endsOn, String today, Certification title, List<Period> approvals) {
        return new Declaration(
                SessionType.TITLE,
                "TITLE",
                LocalDate.parse(startsOn),
                LocalDate.parse(endsOn),
                LocalDate.parse(today),
                LocalDate.parse(today),
                false,
                title,
                approvals,
                List.of());
    }

    /** One that was declared already, on {@code declaredOn}. */
    static Declaration of(String startsOn, String endsOn, String today, LocalDate declaredOn) {
        Declaration d = of(startsOn, endsOn, today);
        return new Declaration(
                d.type(),
                d.target(),
                d.startsOn(),
                d.endsOn(),
                d.today(),
                declaredOn,
                d.remote(),
                d.certification(),
                d.approvals(),
                d.complementApprovals());
    }

    static Declaration of(String startsOn, String endsOn, String today) {
        return of(startsOn, endsOn, today, Titles.valid(), APPROVED);
    }
}
