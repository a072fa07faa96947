package org.example.lostandfound.items;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * To whom an item is returned.
 *
 * @param name as it will be kept
 */
public record ReturnInput(UUID item, @NotBlank @Size(max = FoundItem.LONGEST) String name) {}
