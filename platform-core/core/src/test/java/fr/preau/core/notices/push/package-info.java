/** What a device decrypts is what it was told, and no other server is spoken to. */
@NullMarked
package fr.preau.core.notices.push;

import org.jspecify.annotations.NullMarked;
