/** Files of a module: what people send, what it keeps of them, and what it answers with. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.files;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
