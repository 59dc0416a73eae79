package org.zonewright.plant;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An unmodifiable list whose items are found by id without walking it: the index is made at the first look-up and
/// stays. Equal to every list of equal items; safe for any thread.
final class ItemList<I, T> extends AbstractList<T> implements RandomAccess {
    private final List<T> items;
    private final Function<T, I> idOf;
    private volatile @Nullable Map<I, T> byId;

    private ItemList(List<T> items, Function<T, I> idOf) {
        this.items = List.copyOf(items);
        this.idOf = idOf;
    }

    /// A copy of a list, or the list itself where it is one of these.
    static <I, T> List<T> copyOf(List<T> items, Function<T, I> idOf) {
        return items instanceof ItemList<?, T> ? items : new ItemList<>(items, idOf);
    }

    /// The first item of `items` with an id.
    static <I, T> Optional<T> find(List<T> items, Function<T, I> idOf, I id) {
        return items instanceof ItemList<?, T> indexed
                ? indexed.find(id)
                : items.stream().filter(item -> idOf.apply(item).equals(id)).findFirst();
    }

    private Optional<T> find(Object id) {
        Map<I, T> index = byId;
        if (index == null) {
            index = HashMap.newHashMap(items.size());
            for (T item : items) {
                index.putIfAbsent(idOf.apply(item), item);
            }
            byId = index;
        }
        return Optional.ofNullable(index.get(id));
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
