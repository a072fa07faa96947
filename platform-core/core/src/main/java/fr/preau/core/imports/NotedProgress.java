package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Notes how far an import is, from another thread: the one that imports is in the collège's space
 * until it commits. When that one is interrupted, the import ends here.
 */
record NotedProgress(ImportNotes notes, Uai uai) implements ImportProgress {

    @Override
    public void advanced(int done, int total) {
        try {
            CompletableFuture.runAsync(() -> notes.advanced(uai, done, total), NotedProgress::start)
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the progress of " + uai + " can't be noted", e);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the import of " + uai + " is stopped");
        }
    }

    private static void start(Runnable note) {
        Thread thread = new Thread(note, "import-progress");
        thread.setDaemon(true);
        thread.start();
    }
}
