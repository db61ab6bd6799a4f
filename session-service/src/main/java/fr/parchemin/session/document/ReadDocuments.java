package fr.parchemin.session.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows the documents presented in a whole session. */
@ApplicationScoped
public class ReadDocuments {

    private final DocumentRepository documents;

    ReadDocuments(DocumentRepository documents) {
        this.documents = documents;
    }

    /** All of them, oldest first, whoever asks. */
    public List<DocumentView> ofSession(UUID sessionId) {
        return documents.ofSession(sessionId).stream()
                .map(d -> DocumentView.of(d, List.of()))
                .toList();
    }
}
