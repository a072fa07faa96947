/** Found items from the day they are entered to the day they are returned or given away. */
@NullMarked
package org.example.lostandfound.items;

import org.jspecify.annotations.NullMarked;
