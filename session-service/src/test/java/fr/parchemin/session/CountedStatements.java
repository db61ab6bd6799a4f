package fr.parchemin.session;

import fr.parchemin.kit.test.StatementCount;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;

/** Statements of this service. */
@PersistenceUnitExtension
@Singleton
public class CountedStatements extends StatementCount {}
