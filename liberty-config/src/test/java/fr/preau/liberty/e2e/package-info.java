/**
 * Préau as its users and its operators meet it: the assembled server, a real MariaDB, the invented
 * people of three collèges, a browser.
 */
@NullMarked
package fr.preau.liberty.e2e;

import org.jspecify.annotations.NullMarked;
