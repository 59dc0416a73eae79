package org.zonewright.plant.shape;

import java.util.List;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.TreePath;

/// Reads a list that lives in a side file.
public interface SideLists {
    /// The items of the file that `reference` names; problems go to the decoder.
    <V> List<V> read(Form.ListOf<V> list, Node.Mapping reference, TreePath path, Decoder decoder);
}
