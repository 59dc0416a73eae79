package org.zonewright.plant.shape;

import org.zonewright.plant.AssetType;
import org.zonewright.plant.assurance.Attachment;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ClaimId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.SensorId;

/// The keys of claims and evidence.
final class EvidenceShapes {
    private static final Form.Text<AssetId> ASSET_REF = Forms.ref(IdKind.ASSET, AssetId::new);
    private static final Form.Text<EvidenceId> EVIDENCE_REF = Forms.ref(IdKind.EVIDENCE, EvidenceId::new);

    static final Shape<Attachment> ATTACHMENT = Shape.of("attachment", "A file that shows something.", k -> {
        var file = k.required("file", Forms.TEXT, Attachment::file, "Its name.", "fat-protocol.pdf");
        var sha256 = k.optional(
                "sha256", Forms.SHA256, Attachment::sha256, "Digest of its content.", "\"" + "0".repeat(64) + "\"");
        return v -> new Attachment(v.get(file), v.get(sha256));
    });

    private static final Form<Attachment> ATTACHMENTS = new Form.Obj<>(() -> ATTACHMENT);

    private static final Shape<Claim.Certificate> CERTIFICATE =
            Shape.of("certificate", "Somebody else's word for a claim.", k -> {
                var number = k.required("number", Forms.TEXT, Claim.Certificate::number, "Number.", "CSA 300021");
                var scheme = k.optional("scheme", Forms.TEXT, Claim.Certificate::scheme, "Scheme.", "ISASecure CSA");
                var issuer = k.optional("issuer", Forms.TEXT, Claim.Certificate::issuer, "Issued by.", "BYHON");
                var issued = k.optional("issued", Forms.DATE, Claim.Certificate::issued, "Issued on.", "2022-12-21");
                var expires = k.optional("expires", Forms.DATE, Claim.Certificate::expires, "Last day.", "2027-12-20");
                var attachment = k.optional(
                        "attachment",
                        ATTACHMENTS,
                        Claim.Certificate::attachment,
                        "The certificate.",
                        "{ file: csa-300021.pdf }");
                return v -> new Claim.Certificate(
                        v.get(number), v.get(scheme), v.get(issuer), v.get(issued), v.get(expires), v.get(attachment));
            });

    private static final Shape<Claim.Item> ITEM = Shape.of("claimed requirement", "A claim for one requirement.", k -> {
        var requirement =
                k.required("requirement", Forms.REQUIREMENT, Claim.Item::requirement, "The requirement.", "CR 1.1");
        var support = k.required(
                "support",
                Forms.word("a support", Claim.Support.class),
                Claim.Item::support,
                "How it is met.",
                "native");
        var level = k.optional("level", Forms.LEVEL, Claim.Item::level, "Level, where the maker gives one.", "2");
        var condition = k.optional(
                "condition",
                Forms.TEXT,
                Claim.Item::condition,
                "Under which condition.",
                "central sign-in switched on");
        return v -> new Claim.Item(v.get(requirement), v.get(support), v.get(level), v.get(condition));
    });

    static final Shape<Claim> CLAIM = Shape.of("claim", "What a maker says a product can do (SL-C).", k -> {
        var id = k.required("id", Forms.id(IdKind.CLAIM, ClaimId::new), Claim::id, "Stable id.", "c-1");
        var maker = k.optional("maker", Forms.TEXT, Claim::maker, "Who makes it.", "HIGE");
        var model = k.optional("model", Forms.TEXT, Claim::model, "Model.", "HSC-110-C");
        var from = k.optional("from-version", Forms.TEXT, Claim::fromVersion, "First firmware it holds for.", "V5.1");
        var to = k.optional("to-version", Forms.TEXT, Claim::toVersion, "Last firmware it holds for.", "V5.9");
        var type = k.optional(
                "type", Forms.word("a type of component", AssetType.class), Claim::type, "Component type.", "embedded");
        var assets = k.list(
                "assets", ASSET_REF, Claim::assets, "Assets it is for; missing is all of the model.", "[ ied-7 ]");
        var vector = k.optional(
                "vector",
                ZoneShapes.VECTOR,
                Claim::vector,
                "SL-C as seven levels.",
                "{ IAC: 2, UC: 2, SI: 1, DC: 1, RDF: 1, TRE: 1, RA: 3 }");
        var footnotes = k.map(
                "footnotes",
                new Form.MapOf<>(Forms.REQUIREMENT_WORD, Forms.TEXT),
                Claim::footnotes,
                "Conditions on one entry: the star in {2 2 1* 1 1 1 3}.",
                "{ SI: 2 on ports that are not field ports }");
        var notRelevant = k.list(
                "not-relevant", Forms.REQUIREMENT_WORD, Claim::notRelevant, "Entries it says nothing about.", "[ DC ]");
        var requirements = k.list(
                "requirements",
                new Form.Obj<>(() -> ITEM),
                Claim::requirements,
                "Requirement by requirement.",
                "[ { requirement: CR 1.1, support: native } ]");
        var conditions = k.list(
                "conditions", Forms.TEXT, Claim::conditions, "Conditions on the whole.", "[ web server switched off ]");
        var certificate = k.optional(
                "certificate",
                new Form.Obj<>(() -> CERTIFICATE),
                Claim::certificate,
                "Somebody else's word for it.",
                "{ number: CSA 300021 }");
        var validUntil = k.optional("valid-until", Forms.DATE, Claim::validUntil, "Last day.", "2027-12-20");
        var note = k.optional("note", Forms.TEXT, Claim::note, "Anything else worth knowing.", "by letter");
        return v -> new Claim(
                v.get(id),
                v.get(maker),
                v.get(model),
                v.get(from),
                v.get(to),
                v.get(type),
                v.get(assets),
                v.get(vector),
                v.get(footnotes),
                v.get(notRelevant),
                v.get(requirements),
                v.get(conditions),
                v.get(certificate),
                v.get(validUntil),
                v.get(note));
    });

    private static final Shape<Evidence.Coverage> COVERAGE = Shape.of("coverage", "Which assets were looked at.", k -> {
        var assets = k.list("assets", ASSET_REF, Evidence.Coverage::assets, "The assets.", "[ ied-7 ]");
        var plan = k.optional(
                "sampling-plan",
                Forms.TEXT,
                Evidence.Coverage::samplingPlan,
                "Plan that lets them stand for the rest.",
                "5 of 40, chosen by lot");
        var approvedBy =
                k.optional("approved-by", Forms.TEXT, Evidence.Coverage::approvedBy, "Who approved the plan.", "CISO");
        return v -> new Evidence.Coverage(v.get(assets), v.get(plan), v.get(approvedBy));
    });

    private static final Shape<Evidence.Provider> PROVIDER =
            Shape.of("provider", "Who holds a requirement for somebody else.", k -> {
                var by = k.optional(
                        "by",
                        EndShapes.SUBJECT,
                        Evidence.Provider::by,
                        "An item of the document.",
                        "{ zone: operations }");
                var outside = k.optional(
                        "outside",
                        Forms.TEXT,
                        Evidence.Provider::outside,
                        "Somebody outside the SUC.",
                        "group directory");
                var provenBy = k.list(
                        "proven-by",
                        EVIDENCE_REF,
                        Evidence.Provider::provenBy,
                        "The provider's own evidence.",
                        "[ e-2 ]");
                var island = k.optional(
                        "island-mode",
                        EVIDENCE_REF,
                        Evidence.Provider::islandMode,
                        "Evidence that essential functions survive its loss.",
                        "e-3");
                k.exactlyOne("by", "outside");
                return v -> new Evidence.Provider(v.get(by), v.get(outside), v.get(provenBy), v.get(island));
            });

    static final Shape<Evidence> EVIDENCE =
            Shape.of("evidence", "What was found about requirements at one place on one day.", k -> {
                var id =
                        k.required("id", Forms.id(IdKind.EVIDENCE, EvidenceId::new), Evidence::id, "Stable id.", "e-1");
                var requirements = k.oneOrMore(
                        "requirements", Forms.REQUIREMENT, Evidence::requirements, "What it is about.", "[ SR 1.1 ]");
                var at = k.required("at", EndShapes.SUBJECT, Evidence::at, "Where.", "{ zone: bay-1 }");
                var state = k.required(
                        "state",
                        Forms.word("a state", Evidence.State.class),
                        Evidence::state,
                        "What was found.",
                        "met");
                var level =
                        k.optional("level", Forms.LEVEL, Evidence::level, "At which level, where it is graded.", "2");
                var maturity = k.optional(
                        "maturity", Forms.INTEGER, Evidence::maturity, "Maturity level 1 to 4 (2-1, 2-4).", "3");
                var method = k.required(
                        "method", Forms.word("a method", Method.class), Evidence::method, "How it was found.", "test");
                var stage = k.optional(
                        "stage",
                        Forms.word("a stage", Evidence.Stage.class),
                        Evidence::stage,
                        "When in the plant's life.",
                        "sat");
                var covers = k.optional(
                        "covers",
                        new Form.Obj<>(() -> COVERAGE),
                        Evidence::covers,
                        "Which assets were looked at.",
                        "{ assets: [ ied-7 ] }");
                var date = k.required("date", Forms.DATE, Evidence::date, "When.", "2026-03-04");
                var validUntil = k.optional(
                        "valid-until",
                        Forms.DATE,
                        Evidence::validUntil,
                        "Last day, where it is not the method's.",
                        "2028-03-03");
                var attachment = k.optional(
                        "attachment", ATTACHMENTS, Evidence::attachment, "File that shows it.", "{ file: sat.pdf }");
                var assessor = k.optional("assessor", Forms.TEXT, Evidence::assessor, "Who found it.", "M. Berg");
                var compensatedBy = k.list(
                        "compensated-by",
                        Forms.ref(IdKind.MEASURE, MeasureId::new),
                        Evidence::compensatedBy,
                        "Measures that make up for it.",
                        "[ m-1 ]");
                var inheritedFrom = k.optional(
                        "inherited-from",
                        new Form.Obj<>(() -> PROVIDER),
                        Evidence::inheritedFrom,
                        "Who holds it instead.",
                        "{ outside: group directory }");
                var because = k.optional("because", Forms.TEXT, Evidence::because, "Why.", "no wireless in this zone");
                var approvedBy = k.optional("approved-by", Forms.TEXT, Evidence::approvedBy, "Who approved.", "CISO");
                var clears =
                        k.list("clears", Forms.TEXT, Evidence::clears, "Evidence or findings it answers.", "[ e-0 ]");
                var sensor = k.optional(
                        "sensor",
                        Forms.ref(IdKind.SENSOR, SensorId::new),
                        Evidence::sensor,
                        "Vantage point of an observation.",
                        "tap-1");
                var note = k.optional("note", Forms.TEXT, Evidence::note, "Anything else worth knowing.", "second run");
                return v -> new Evidence(
                        v.get(id),
                        v.get(requirements),
                        v.get(at),
                        v.get(state),
                        v.get(level),
                        v.get(maturity),
                        v.get(method),
                        v.get(stage),
                        v.get(covers),
                        v.get(date),
                        v.get(validUntil),
                        v.get(attachment),
                        v.get(assessor),
                        v.get(compensatedBy),
                        v.get(inheritedFrom),
                        v.get(because),
                        v.get(approvedBy),
                        v.get(clears),
                        v.get(sensor),
                        v.get(note));
            });

    private EvidenceShapes() {}
}
