/** Urgent messages above pages, tried on a real MariaDB. */
@NullMarked
package fr.preau.core.banners;

import org.jspecify.annotations.NullMarked;
