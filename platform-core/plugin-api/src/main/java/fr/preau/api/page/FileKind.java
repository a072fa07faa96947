package fr.preau.api.page;

/**
 * What is offered where a file is chosen; the portal has the words for it. Whoever sends may send
 * anything else, so a handler looks at the content type of what came.
 */
public enum FileKind {
    /** JPEG, PNG, WebP and GIF, which may be shown in a page; a phone offers its camera as well. */
    PICTURES("image/jpeg,image/png,image/webp,image/gif"),
    /** What families and colleagues can open: PDF, office documents, texts, pictures. */
    DOCUMENTS(
            ".pdf,.odt,.ods,.odp,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv,"
                    + "image/jpeg,image/png"),
    /** All that is on the disk. */
    ANYTHING("");

    private final String accept;

    FileKind(String accept) {
        this.accept = accept;
    }

    /** As it stands in the attribute {@code accept}; empty for anything. */
    public String accept() {
        return accept;
    }
}
