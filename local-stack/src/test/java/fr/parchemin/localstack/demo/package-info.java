@NullMarked
package fr.parchemin.localstack.demo;

import org.jspecify.annotations.NullMarked;
