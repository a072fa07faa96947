package fr.preau.communication.attachments;

import fr.preau.api.files.Download;
import fr.preau.api.files.FileId;
import fr.preau.api.files.FileStore;
import fr.preau.api.files.StoredFile;
import fr.preau.api.files.Upload;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The attachments of a collège: kept with a draft, sent with it, read, erased. */
public final class Attachments {

    /** How many go with one letter or reply. */
    public static final int MOST = 5;

    private final EntityManager entities;
    private final FileStore files;

    public Attachments(EntityManager entities, FileStore files) {
        this.entities = entities;
        this.files = files;
    }

    /** What goes with something, in the order in which it was attached. */
    public List<AttachedFile> with(Holder holder, UUID id) {
        return of(holder, id).stream().map(Attachment::shown).toList();
    }

    /** What goes with letters and replies that somebody is shown, in one statement. */
    public Map<UUID, List<AttachedFile>> shownWith(Collection<UUID> lettersAndReplies) {
        return entities.createNamedQuery("Attachment.shown", Attachment.class)
                .setParameter("ids", words(lettersAndReplies))
                .getResultStream()
                .collect(
                        Collectors.groupingBy(
                                file -> file.holderId().orElseThrow(),
                                Collectors.mapping(Attachment::shown, Collectors.toList())));
    }

    /** The first page of a file as one of those who may read it sees it. */
    Download preview(PersonId reader, UUID attachment, Instant now) {
        return Download.show(
                find(reader, attachment, now).previewFile().orElseThrow(Refusal::notFound));
    }

    private Attachment find(PersonId reader, UUID attachment, Instant now) {
        Attachment found = entities.find(Attachment.class, attachment);
        if (found == null || !mayRead(reader, found, now)) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** A file as one of those who may read it gets it. */
    Download read(PersonId reader, UUID attachment, Instant now) {
        Attachment found = find(reader, attachment, now);
        return found.shown().isPicture()
                ? Download.show(found.file())
                : Download.save(found.file());
    }

    /** A file that was taken as evidence, as those who judge it get it: always saved. */
    public Download evidence(UUID evidence, @Nullable UUID attachment) {
        Attachment found = attachment == null ? null : entities.find(Attachment.class, attachment);
        if (found == null || !found.goesWith(Holder.EVIDENCE, evidence)) {
            throw Refusal.notFound();
        }
        return Download.save(found.file());
    }

    private boolean mayRead(PersonId reader, Attachment file, Instant now) {
        return switch (file.holder()) {
            case DRAFT -> file.isOf(reader);
            case LETTER -> isOneOf("Attachment.readsLetter", reader, file, now);
            case REPLY -> isOneOf("Attachment.readsReply", reader, file, now);
            case EVIDENCE, HELD -> false;
        };
    }

    private boolean isOneOf(String readers, PersonId reader, Attachment file, Instant now) {
        return file.holderId().stream()
                .flatMap(
                        holder ->
                                entities.createNamedQuery(readers, UUID.class)
                                        .setParameter("holder", holder)
                                        .setParameter("person", reader.value())
                                        .setParameter("now", now)
                                        .setMaxResults(1)
                                        .getResultStream())
                .findAny()
                .isPresent();
    }

    /**
     * Makes a draft have the files of its form: those that were chosen come to it, those that are
     * ticked no more go. No more than {@value #MOST} are kept.
     *
     * @return whether anything has changed
     */
    public boolean keepWith(PersonId author, UUID draft, FormFiles form) {
        List<Attachment> before = of(Holder.DRAFT, draft);
        List<Attachment> unticked =
                before.stream().filter(one -> !form.attached().contains(one.id())).toList();
        delete(unticked);
        int room = MOST - (before.size() - unticked.size());
        List<Upload> fitting = form.chosen().stream().limit(Math.max(0, room)).toList();
        fitting.forEach(file -> keep(author, Holder.DRAFT, draft, file));
        return !unticked.isEmpty() || !fitting.isEmpty();
    }

    /**
     * Sends the files of a form: what is kept with its draft goes over, what came along is kept.
     */
    public void send(PersonId author, UUID draft, FormFiles form, Holder holder, UUID id) {
        for (Attachment one : own(author, form.attached())) {
            if (one.goesWith(Holder.DRAFT, draft)) {
                one.goOver(holder, id);
            } else {
                copy(author, one.file(), one.name(), holder, id);
            }
        }
        form.chosen().forEach(file -> keep(author, holder, id, file));
    }

    /** The same files with a draft of its own. */
    public void copy(PersonId author, List<UUID> attached, UUID draft) {
        own(author, attached)
                .forEach(one -> copy(author, one.file(), one.name(), Holder.DRAFT, draft));
    }

    /** Who sends the same form again with other words sends its files again. */
    private void copy(PersonId author, FileId file, String name, Holder holder, UUID id) {
        try (InputStream content = files.open(file).orElseThrow()) {
            StoredFile copy = files.keep(name, content);
            entities.persist(new Attachment(author, holder, id, copy));
        } catch (IOException e) {
            throw new UncheckedIOException("a file that is kept could not be read", e);
        }
    }

    /** The same files once more, whatever becomes of those. */
    public void copyAll(Holder from, UUID fromId, Holder to, UUID toId) {
        of(from, fromId).forEach(one -> copy(one.author(), one.file(), one.name(), to, toId));
    }

    /** A file of something that was published, once more as evidence; one that is gone is not. */
    public void takeAsEvidence(PersonId author, UUID evidence, FileId file) {
        files.describe(file)
                .ifPresent(known -> copy(author, file, known.name(), Holder.EVIDENCE, evidence));
    }

    /** What the files that go with something hold, a line for each: its SHA-256 and its name. */
    public String fingerprints(Holder holder, UUID id) {
        List<Attachment> theirs = of(holder, id);
        Map<FileId, StoredFile> known =
                theirs.isEmpty()
                        ? Map.of()
                        : files.describe(theirs.stream().map(Attachment::file).toList());
        return lines(
                theirs,
                one ->
                        Optional.ofNullable(known.get(one.file()))
                                .map(StoredFile::sha256)
                                .orElse(Fingerprint.GONE));
    }

    /** The same, read anew from all of their content, however much that is. */
    public String fingerprintsReadAnew(Holder holder, UUID id) {
        return lines(of(holder, id), one -> Fingerprint.of(files.open(one.file())));
    }

    private static String lines(List<Attachment> files, Function<Attachment, String> fingerprint) {
        return files.stream()
                .map(one -> fingerprint.apply(one) + " " + one.name())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Deletes what goes with one thing and holds the same as what goes with another.
     *
     * @return whether anything is gone
     */
    public boolean deleteSame(Holder as, UUID thing, Holder holder, UUID id) {
        List<Attachment> gone = same(as, thing, holder, id);
        delete(gone);
        return !gone.isEmpty();
    }

    /** Takes from the readers of a letter what holds the same as what goes with another thing. */
    public void holdBack(Holder as, UUID thing, UUID letter) {
        same(as, thing, Holder.LETTER, letter).forEach(one -> one.goOver(Holder.HELD, letter));
    }

    private List<Attachment> same(Holder as, UUID thing, Holder holder, UUID id) {
        List<Attachment> theirs = held(holder, id);
        if (theirs.isEmpty()) {
            return List.of();
        }
        Set<String> same = Set.copyOf(sums(held(as, thing)).values());
        Map<FileId, String> sums = sums(theirs);
        return theirs.stream()
                .filter(one -> same.contains(sums.getOrDefault(one.file(), "")))
                .toList();
    }

    /** As they are in the table now: what was sent a moment ago is among them. */
    private List<Attachment> held(Holder holder, UUID id) {
        return entities.createNamedQuery("Attachment.ofHolder", Attachment.class)
                .setParameter("holder", holder)
                .setParameter("id", id.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private Map<FileId, String> sums(List<Attachment> these) {
        return these.isEmpty()
                ? Map.of()
                : files.describe(these.stream().map(Attachment::file).toList()).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sha256()));
    }

    /** The same files with a draft of somebody who may read them. */
    public void copyTo(PersonId author, Holder from, UUID fromId, UUID draft) {
        of(from, fromId).forEach(one -> copy(author, one.file(), one.name(), Holder.DRAFT, draft));
    }

    /** All that goes with one thing goes with another one from now on. */
    public void goOver(Holder from, UUID fromId, Holder to, UUID toId) {
        held(from, fromId).forEach(one -> one.goOver(to, toId));
    }

    /** What they went with is gone, and so are they. */
    public int deleteWith(Holder holder, Collection<UUID> gone) {
        if (gone.isEmpty()) {
            return 0;
        }
        List<Attachment> theirs =
                entities.createNamedQuery("Attachment.ofHolders", Attachment.class)
                        .setParameter("holder", holder)
                        .setParameter("ids", words(gone))
                        .getResultList();
        delete(theirs);
        return theirs.size();
    }

    /** All that somebody has attached to drafts, letters and replies. */
    List<AttachedFile> by(PersonId author) {
        return by(author, EnumSet.complementOf(EnumSet.of(Holder.EVIDENCE, Holder.HELD))).stream()
                .map(Attachment::shown)
                .toList();
    }

    int deleteDraftsOf(PersonId author) {
        List<Attachment> theirs = by(author, Set.of(Holder.DRAFT));
        delete(theirs);
        return theirs.size();
    }

    void rename(PersonId author, UUID nobody) {
        entities.createNamedQuery("Attachment.renameAuthor")
                .setParameter("person", author.value())
                .setParameter("nobody", nobody)
                .executeUpdate();
    }

    private List<Attachment> by(PersonId author, Set<Holder> holders) {
        return entities.createNamedQuery("Attachment.ofAuthor", Attachment.class)
                .setParameter("author", author.value())
                .setParameter("holders", holders)
                .getResultList();
    }

    private List<Attachment> of(Holder holder, UUID id) {
        return entities.createNamedQuery("Attachment.ofHolder", Attachment.class)
                .setParameter("holder", holder)
                .setParameter("id", id.toString())
                .getResultList();
    }

    private List<Attachment> own(PersonId author, List<UUID> attached) {
        return attached.isEmpty()
                ? List.of()
                : entities.createNamedQuery("Attachment.own", Attachment.class)
                        .setParameter("ids", attached)
                        .setParameter("author", author.value())
                        .getResultList();
    }

    private void keep(PersonId author, Holder holder, UUID id, Upload file) {
        entities.persist(new Attachment(author, holder, id, files.keep(file)));
    }

    private void delete(List<Attachment> gone) {
        if (gone.isEmpty()) {
            return;
        }
        entities.flush();
        entities.createNamedQuery("Attachment.delete")
                .setParameter("ids", gone.stream().map(Attachment::id).toList())
                .executeUpdate();
        gone.forEach(entities::detach);
        gone.forEach(file -> files.delete(file.file()));
        gone.forEach(file -> file.previewFile().ifPresent(files::delete));
    }

    private static List<String> words(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
