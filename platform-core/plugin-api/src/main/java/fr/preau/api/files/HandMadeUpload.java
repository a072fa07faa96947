package fr.preau.api.files;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that nobody sent. */
final class HandMadeUpload implements Upload {

    private final String name;
    private final String contentType;
    private final byte[] content;

    HandMadeUpload(String name, String contentType, byte[] content) {
        this.name = name;
        this.contentType = contentType;
        this.content = content.clone();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }
}
