package fr.preau.core.plugins.guard;

import java.util.Collection;
import java.util.Spliterator;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Streams of a module stay on its own thread: the pool of parallel ones is everybody's, and the
 * answer is the same.
 */
@Guarding("threads")
public final class StreamGuard {

    private StreamGuard() {}

    @InsteadOf(Collection.class)
    public static <T> Stream<T> parallelStream(Collection<T> elements) {
        return elements.stream();
    }

    @InsteadOf(BaseStream.class)
    public static BaseStream<?, ?> parallel(BaseStream<?, ?> stream) {
        return stream.sequential();
    }

    @InsteadOf(IntStream.class)
    public static IntStream parallel(IntStream stream) {
        return stream.sequential();
    }

    @InsteadOf(LongStream.class)
    public static LongStream parallel(LongStream stream) {
        return stream.sequential();
    }

    @InsteadOf(DoubleStream.class)
    public static DoubleStream parallel(DoubleStream stream) {
        return stream.sequential();
    }

    @InsteadOf(value = StreamSupport.class, isStatic = true)
    public static <T> Stream<T> stream(Spliterator<T> elements, boolean parallel) {
        return StreamSupport.stream(elements, false);
    }
}
