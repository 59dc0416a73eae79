package org.zonewright.plant.tree;

import org.jspecify.annotations.Nullable;

/// The way from the root to a node, made step by step while a tree is walked and written out only when needed:
/// `zones[2].members[0].cidr`.
public final class TreePath {
    /// The document itself; written as the empty text.
    public static final TreePath ROOT = new TreePath(null, "", -1);

    private final @Nullable TreePath parent;
    private final String key;
    private final int index;

    private TreePath(@Nullable TreePath parent, String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    /// The value under a key of a mapping.
    public TreePath key(String name) {
        return new TreePath(this, name, -1);
    }

    /// An item of a list, from 0.
    public TreePath item(int position) {
        return new TreePath(this, "", position);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        if (parent == null) {
            return;
        }
        parent.write(out);
        if (index >= 0) {
            out.append('[').append(index).append(']');
        } else {
            out.append(out.isEmpty() ? "" : ".").append(key);
        }
    }
}
