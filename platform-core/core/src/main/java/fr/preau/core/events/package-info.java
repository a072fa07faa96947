/**
 * Facts that modules publish: kept in the outbox of the collège, and handed to every module that
 * listens.
 */
@NullMarked
package fr.preau.core.events;

import org.jspecify.annotations.NullMarked;
