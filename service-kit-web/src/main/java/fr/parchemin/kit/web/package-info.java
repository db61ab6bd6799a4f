@NullMarked
package fr.parchemin.kit.web;

import org.jspecify.annotations.NullMarked;
