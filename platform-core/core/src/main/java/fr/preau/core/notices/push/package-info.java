/** Notices on the devices of people, encrypted for each of them (RFC 8030, 8291, 8292). */
@NullMarked
package fr.preau.core.notices.push;

import org.jspecify.annotations.NullMarked;
