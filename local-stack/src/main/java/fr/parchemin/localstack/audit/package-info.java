@NullMarked
package fr.parchemin.localstack.audit;

import org.jspecify.annotations.NullMarked;
