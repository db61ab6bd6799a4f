package fr.parchemin.kit.test.sample;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

@ApplicationScoped
class ReadSampleNote {

    private final SampleNoteRepository notes;

    ReadSampleNote(SampleNoteRepository notes) {
        this.notes = notes;
    }

    @Transactional
    SampleNote byName(String name) {
        return notes.named(name).orElseThrow(() -> ProblemException.notFound("note", name));
    }

    @Transactional
    Page<SampleNoteView> list(String prefix, PageRequest page) {
        String after = page.first() ? "" : page.after().getFirst();
        return Page.of(notes.after(prefix, after, page.fetch()), page, n -> List.of(n.name()), SampleNote::view);
    }
}
