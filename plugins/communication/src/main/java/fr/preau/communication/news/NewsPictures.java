package fr.preau.communication.news;

import fr.preau.api.files.FileId;
import fr.preau.api.files.FileStore;
import fr.preau.api.files.Upload;
import fr.preau.communication.pictures.PictureForPages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Takes the pictures of news in, drawn anew, and lets them go. */
final class NewsPictures {

    private final FileStore files;

    NewsPictures(FileStore files) {
        this.files = files;
    }

    /** The picture as it will stand in pages; empty if the file is no picture that can be drawn. */
    Optional<PictureForPages> read(Upload upload) {
        if (!upload.isPicture()) {
            return Optional.empty();
        }
        try (InputStream content = upload.open()) {
            return PictureForPages.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileId keep(PictureForPages picture) {
        try {
            return files.keep(picture.name(), new ByteArrayInputStream(picture.content())).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(FileId picture) {
        files.delete(picture);
    }
}
