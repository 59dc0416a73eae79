package org.zonewright.plant.shape;

import java.util.Optional;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.NodePath;

/// The places of one document: items by id as the decoder met them, values by walking the tree.
record Positions(Decoder decoder, Node root) implements SourceMap {
    @Override
    public Optional<SourceRef> of(Id id) {
        return decoder.position(id.kind(), id.value());
    }

    @Override
    public Optional<SourceRef> at(String path) {
        return NodePath.parse(path).find(root).map(node -> node.place().ref(path));
    }
}
