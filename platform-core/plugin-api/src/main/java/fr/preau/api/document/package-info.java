/** Documents that people keep or print: what stands in them, and how a module gets them as PDF. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.document;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
