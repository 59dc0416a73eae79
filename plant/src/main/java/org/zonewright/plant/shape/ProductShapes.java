package org.zonewright.plant.shape;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.ProductId;
import org.zonewright.plant.product.MakerFile;
import org.zonewright.plant.product.ProductEvidence;

/// The keys of a maker's file.
final class ProductShapes {
    private static final Form.Text<Integer> FORMAT = new Form.Text<>(
            "the format's version",
            Form.Json.INTEGER,
            text -> text.equals("" + MakerFile.FORMAT) ? Optional.of(MakerFile.FORMAT) : Optional.empty(),
            String::valueOf,
            List.of(),
            "",
            PlantProblem.UNKNOWN_FORMAT,
            Form.Role.NONE);

    static final Shape<MakerFile.BillOfMaterials> SBOM =
            Shape.of("bill of materials", "A software bill of materials.", k -> {
                var file = k.required(
                        "file",
                        new Form.Obj<>(() -> EvidenceShapes.ATTACHMENT),
                        MakerFile.BillOfMaterials::file,
                        "The file.",
                        "{ file: sbom.cdx.json }");
                var format = k.optional(
                        "format", Forms.TEXT, MakerFile.BillOfMaterials::format, "Its format.", "CycloneDX 1.6");
                var date = k.required(
                        "date", Forms.DATE, MakerFile.BillOfMaterials::date, "When it was made.", "2026-10-01");
                return v -> new MakerFile.BillOfMaterials(v.get(file), v.get(format), v.get(date));
            });

    static final Shape<MakerFile.Product> PRODUCT = Shape.of("maker's product", "The product a file is about.", k -> {
        var id = k.required(
                "id", Forms.id(IdKind.PRODUCT, ProductId::new), MakerFile.Product::id, "Stable id.", "hsc-110");
        var name = k.optional("name", Forms.TEXT, MakerFile.Product::name, "What people call it.", "Safety switch");
        var maker = k.required("maker", Forms.TEXT, MakerFile.Product::maker, "Who makes it.", "HIGE");
        var model = k.required("model", Forms.TEXT, MakerFile.Product::model, "Model or order number.", "HSC-110-C");
        var type = k.optional(
                "type",
                Forms.word("a type of component", AssetType.class),
                MakerFile.Product::type,
                "Component type of IEC 62443-4-2.",
                "embedded");
        var from = k.optional(
                "from-version", Forms.TEXT, MakerFile.Product::fromVersion, "First firmware it is about.", "V5.1");
        var to = k.optional(
                "to-version", Forms.TEXT, MakerFile.Product::toVersion, "Last firmware it is about.", "V5.9");
        var dated = k.required(
                "dated", Forms.DATE, MakerFile.Product::dated, "Day whose state the file tells.", "2026-11-01");
        var placed = k.optional(
                "placed-on-market",
                Forms.DATE,
                MakerFile.Product::placedOnMarket,
                "When it was first sold.",
                "2024-03-01");
        var ends = k.optional(
                "support-ends",
                Forms.DATE,
                MakerFile.Product::supportEnds,
                "Last day on which weaknesses are mended.",
                "2031-12-31");
        var sbom = k.optional(
                "sbom",
                new Form.Obj<>(() -> SBOM),
                MakerFile.Product::sbom,
                "Software bill of materials.",
                "{ file: { file: sbom.cdx.json }, date: 2026-10-01 }");
        var contact = k.optional(
                "vulnerability-contact",
                Forms.TEXT,
                MakerFile.Product::vulnerabilityContact,
                "Where weaknesses are reported.",
                "psirt@example.org");
        var policy = k.optional(
                "disclosure-policy",
                Forms.TEXT,
                MakerFile.Product::disclosurePolicy,
                "Where the policy on coordinated disclosure can be read.",
                "https://example.org/security");
        var note = k.optional("note", Forms.TEXT, MakerFile.Product::note, "Anything else worth knowing.", "DIN rail");
        return v -> new MakerFile.Product(
                v.get(id),
                v.get(name),
                v.get(maker),
                v.get(model),
                v.get(type),
                v.get(from),
                v.get(to),
                v.get(dated),
                v.get(placed),
                v.get(ends),
                v.get(sbom),
                v.get(contact),
                v.get(policy),
                v.get(note));
    });

    static final Shape<ProductEvidence> EVIDENCE =
            Shape.of("product evidence", "What was found about requirements of a product on one day.", k -> {
                var id = k.required(
                        "id", Forms.id(IdKind.EVIDENCE, EvidenceId::new), ProductEvidence::id, "Stable id.", "e-1");
                var requirements = k.oneOrMore(
                        "requirements",
                        Forms.REQUIREMENT,
                        ProductEvidence::requirements,
                        "Practices (4-1), component requirements (4-2), points of Annex I.",
                        "[ SM-1, \"Annex I Part II (3)\" ]");
                var state = k.required(
                        "state",
                        Forms.word("a state", Evidence.State.class),
                        ProductEvidence::state,
                        "What was found.",
                        "met");
                var maturity = k.optional(
                        "maturity", Forms.INTEGER, ProductEvidence::maturity, "Maturity level 1 to 4 (4-1).", "3");
                var method = k.required(
                        "method",
                        Forms.word("a method", Method.class),
                        ProductEvidence::method,
                        "How it was found.",
                        "examination");
                var date = k.required("date", Forms.DATE, ProductEvidence::date, "When.", "2026-03-04");
                var validUntil = k.optional(
                        "valid-until",
                        Forms.DATE,
                        ProductEvidence::validUntil,
                        "Last day, where it is not the method's.",
                        "2028-03-03");
                var attachment = k.optional(
                        "attachment",
                        new Form.Obj<>(() -> EvidenceShapes.ATTACHMENT),
                        ProductEvidence::attachment,
                        "File that shows it.",
                        "{ file: audit.pdf }");
                var assessor = k.optional("assessor", Forms.TEXT, ProductEvidence::assessor, "Who found it.", "BYHON");
                var because = k.optional("because", Forms.TEXT, ProductEvidence::because, "Why.", "no user data");
                var approvedBy =
                        k.optional("approved-by", Forms.TEXT, ProductEvidence::approvedBy, "Who approved.", "PSO");
                var clears =
                        k.list("clears", Forms.TEXT, ProductEvidence::clears, "Evidence that it answers.", "[ e-0 ]");
                var note = k.optional("note", Forms.TEXT, ProductEvidence::note, "Anything else.", "second audit");
                return v -> new ProductEvidence(
                        v.get(id),
                        v.get(requirements),
                        v.get(state),
                        v.get(maturity),
                        v.get(method),
                        v.get(date),
                        v.get(validUntil),
                        v.get(attachment),
                        v.get(assessor),
                        v.get(because),
                        v.get(approvedBy),
                        v.get(clears),
                        v.get(note));
            });

    static final Shape<MakerFile> MAKER_FILE =
            Shape.of("maker's file", "What a maker says and shows of one product.", k -> {
                var format = k.requiredOr(
                        "zonewright-product",
                        FORMAT,
                        MakerFile.FORMAT,
                        _ -> MakerFile.FORMAT,
                        "Version of the format.",
                        "1");
                var product = k.required(
                        "product",
                        new Form.Obj<>(() -> PRODUCT),
                        MakerFile::product,
                        "The product.",
                        "{ id: hsc-110, maker: HIGE, model: HSC-110-C, dated: 2026-11-01 }");
                var claims = k.list(
                        "claims",
                        new Form.Obj<>(() -> EvidenceShapes.CLAIM),
                        MakerFile::claims,
                        "What the maker says, in the form of the plant document.",
                        "[ { id: c-1, requirements: [ { requirement: CR 1.1, support: native } ] } ]");
                var evidence = k.list(
                        "evidence",
                        new Form.Obj<>(() -> EVIDENCE),
                        MakerFile::evidence,
                        "What was found.",
                        "[ { id: e-1, requirements: SM-1, state: met, method: examination, date: 2026-03-04 } ]");
                return v -> {
                    v.get(format);
                    return new MakerFile(v.get(product), v.get(claims), v.get(evidence));
                };
            });

    private ProductShapes() {}
}
