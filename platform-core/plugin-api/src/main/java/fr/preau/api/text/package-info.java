/**
 * What people write: plain text in which a few marks stand for bold, italics, lists, quotes and
 * links, so that it can be read and written with and without an editor.
 */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
