/** The module's tests. */
@NullMarked
package org.example.lostandfound;

import org.jspecify.annotations.NullMarked;
