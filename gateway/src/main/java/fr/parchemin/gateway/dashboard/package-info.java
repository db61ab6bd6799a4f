/** The page for the people who steer: it asks the API what anyone with their token could ask, and draws it. */
@NullMarked
package fr.parchemin.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
