/** Mails to people, from a queue in the database to any SMTP server, each of them once. */
@NullMarked
package fr.preau.core.mail;

import org.jspecify.annotations.NullMarked;
