package fr.parchemin.results.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A jury member, known by the login that their tokens carry. */
@Entity
@Table(name = "juror")
public class Juror {

    @Id
    private UUID id;

    @Column(name = "subject")
    private String subject;

    @Column(name = "last_name")
    private String lastName;

    @Column(name = "first_name")
    private String firstName;

    @SuppressWarnings("NullAway.Init")
    protected Juror() {}

    @SuppressWarnings("NullAway.Init")
    Juror(IdentityEvent.Juror told) {
        id = told.jurorId();
        refresh(told);
    }

    final void refresh(IdentityEvent.Juror told) {
        subject = told.subject();
        lastName = told.lastName();
        firstName = told.firstName();
    }

    public UUID id() {
        return id;
    }

    public String subject() {
        return subject;
    }

    public String fullName() {
        return lastName + " " + firstName;
    }
}
