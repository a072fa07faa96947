/**
 * Surveys: what a school asks its families, pupils, teachers and staff, and what came of it.
 *
 * <p>{@code Answering} keeps each person or family to one answer, and says why an anonymous answer
 * can't be told from who has answered.
 */
@NullMarked
package fr.preau.communication.surveys;

import org.jspecify.annotations.NullMarked;
