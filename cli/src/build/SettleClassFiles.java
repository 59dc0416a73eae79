import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Rewrites our jars so that switches over types, and `equals`, `hashCode` and `toString` of records, are plain code.
/// The compiler leaves both to be made while running, through method handles: no AOT cache keeps them, each costs a run
/// up to a few milliseconds, and the JVM's first compiler does not see through them. What the plain code does is what
/// `SwitchBootstraps` and `ObjectMethods` of the JDK promise; of a switch that asks for more than types nothing is
/// changed. Run by the build: `java SettleClassFiles.java FOLDER`, where the folder holds all jars of the product and
/// ours begin with `org.zonewright.`.
final class SettleClassFiles {
    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
    private static final MethodTypeDesc SAME =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
    private static final MethodTypeDesc JOIN = MethodTypeDesc.of(BUILDER, ConstantDescs.CD_String);
    private static final FileTime EPOCH = FileTime.fromMillis(315_532_800_000L); // 1980, where a jar's time begins

    private final ClassFile format;
    private int count;

    private SettleClassFiles(ClassLoader product) {
        format = ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(product)
                .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    public static void main(String[] arguments) throws IOException {
        List<URL> all = new ArrayList<>();
        List<Path> ours = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) {
                all.add(url(jar));
                if (jar.getFileName().toString().startsWith("org.zonewright.")) {
                    ours.add(jar);
                }
            }
        }
        try (URLClassLoader product = new URLClassLoader(all.toArray(URL[]::new), null)) {
            SettleClassFiles settling = new SettleClassFiles(product);
            for (Path jar : ours) {
                settling.settle(jar);
            }
            System.out.println(settling.count + " switches and methods of records settled");
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    private void settle(Path jar) throws IOException {
        Path settled = jar.resolveSibling(jar.getFileName() + ".settled");
        int before = count;
        try (JarFile in = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(settled);
                JarOutputStream out = new JarOutputStream(file)) {
            Enumeration<JarEntry> entries = in.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                byte[] bytes = bytes(in, entry);
                JarEntry copy = new JarEntry(entry.getName());
                copy.setLastModifiedTime(EPOCH);
                out.putNextEntry(copy);
                out.write(entry.getName().endsWith(".class") ? settle(bytes) : bytes);
                out.closeEntry();
            }
        }
        if (count > before) {
            Files.move(settled, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(settled);
        }
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private byte[] settle(byte[] bytes) {
        ClassModel type = format.parse(bytes);
        List<Plain> plain = new ArrayList<>();
        boolean isInterface = type.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
        ClassDesc owner = type.thisClass().asSymbol();
        ClassTransform calls = ClassTransform.transformingMethodBodies(
                method -> method.code().stream().anyMatch(code -> code.elementStream().anyMatch(Plain::isWanted)),
                (builder, element) -> {
                    if (Plain.isWanted(element)) {
                        Plain method = new Plain("settled$" + plain.size(), (InvokeDynamicInstruction) element);
                        plain.add(method);
                        builder.invokestatic(owner, method.name(), method.type(), isInterface);
                    } else {
                        builder.with(element);
                    }
                });
        byte[] settled = format.transformClass(
                type, calls.andThen(ClassTransform.endHandler(builder -> plain.forEach(method -> method.write(builder)))));
        count += plain.size();
        return plain.isEmpty() ? bytes : settled;
    }

    /// A method in place of a call that would be linked while running.
    private record Plain(String name, InvokeDynamicInstruction call) {
        static boolean isWanted(CodeElement element) {
            if (!(element instanceof InvokeDynamicInstruction call)) {
                return false;
            }
            ClassDesc maker = call.bootstrapMethod().owner();
            return maker.equals(RECORDS)
                    || (maker.equals(SWITCHES)
                            && call.bootstrapMethod().methodName().equals("typeSwitch")
                            && call.bootstrapArgs().stream().allMatch(label -> label instanceof ClassDesc));
        }

        MethodTypeDesc type() {
            return call.typeSymbol();
        }

        void write(ClassBuilder into) {
            into.withMethodBody(
                    name,
                    type(),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    call.bootstrapMethod().owner().equals(SWITCHES) ? this::choose : this::ofRecord);
        }

        /// The number of the first type from `restart` on that the target is of; -1 for null, their count for none.
        private void choose(CodeBuilder code) {
            Label some = code.newLabel();
            code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
            List<ConstantDesc> labels = call.bootstrapArgs();
            for (int label = 0; label < labels.size(); label++) {
                Label next = code.newLabel();
                code.iload(1).loadConstant(label).if_icmpgt(next);
                code.aload(0).instanceOf((ClassDesc) labels.get(label)).ifeq(next);
                code.loadConstant(label).ireturn().labelBinding(next);
            }
            code.loadConstant(labels.size()).ireturn();
        }

        private void ofRecord(CodeBuilder code) {
            ClassDesc type = (ClassDesc) call.bootstrapArgs().getFirst();
            List<DirectMethodHandleDesc> fields = new ArrayList<>();
            for (ConstantDesc field : call.bootstrapArgs().subList(2, call.bootstrapArgs().size())) {
                fields.add((DirectMethodHandleDesc) field);
            }
            switch (call.name().stringValue()) {
                case "equals" -> areEqual(code, type, fields);
                case "hashCode" -> hash(code, type, fields);
                case "toString" -> text(code, type, fields);
                default -> throw new IllegalStateException("no method of records: " + call.name());
            }
        }

        private static ClassDesc kind(DirectMethodHandleDesc field) {
            return field.invocationType().returnType();
        }

        private static void areEqual(CodeBuilder code, ClassDesc type, List<DirectMethodHandleDesc> fields) {
            Label other = code.newLabel();
            Label no = code.newLabel();
            code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
            code.aload(1).instanceOf(type).ifeq(no);
            code.aload(1).checkcast(type).astore(2);
            for (DirectMethodHandleDesc field : fields) {
                ClassDesc kind = kind(field);
                code.aload(0).getfield(type, field.methodName(), kind);
                code.aload(2).getfield(type, field.methodName(), kind);
                switch (TypeKind.from(kind)) {
                    case REFERENCE -> code.invokestatic(OBJECTS, "equals", SAME).ifeq(no);
                    case LONG -> code.lcmp().ifne(no);
                    case FLOAT, DOUBLE -> code.invokestatic(box(kind), "compare", compared(kind)).ifne(no);
                    default -> code.if_icmpne(no);
                }
            }
            code.iconst_1().ireturn().labelBinding(no).iconst_0().ireturn();
        }

        private static void hash(CodeBuilder code, ClassDesc type, List<DirectMethodHandleDesc> fields) {
            code.iconst_0();
            for (DirectMethodHandleDesc field : fields) {
                ClassDesc kind = kind(field);
                code.bipush(31).imul().aload(0).getfield(type, field.methodName(), kind);
                if (kind.isPrimitive()) {
                    code.invokestatic(box(kind), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, kind));
                } else {
                    code.invokestatic(
                            OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
                }
                code.iadd();
            }
            code.ireturn();
        }

        private static void text(CodeBuilder code, ClassDesc type, List<DirectMethodHandleDesc> fields) {
            code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", ConstantDescs.MTD_void);
            code.loadConstant(type);
            code.invokevirtual(
                    ConstantDescs.CD_Class, "getSimpleName", MethodTypeDesc.of(ConstantDescs.CD_String));
            code.invokevirtual(BUILDER, "append", JOIN);
            String before = "[";
            for (DirectMethodHandleDesc field : fields) {
                ClassDesc kind = kind(field);
                code.loadConstant(before + field.methodName() + "=").invokevirtual(BUILDER, "append", JOIN);
                code.aload(0).getfield(type, field.methodName(), kind);
                code.invokestatic(ConstantDescs.CD_String, "valueOf", MethodTypeDesc.of(ConstantDescs.CD_String, shown(kind)));
                code.invokevirtual(BUILDER, "append", JOIN);
                before = ", ";
            }
            code.loadConstant(fields.isEmpty() ? "[]" : "]").invokevirtual(BUILDER, "append", JOIN);
            code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String)).areturn();
        }

        private static MethodTypeDesc compared(ClassDesc kind) {
            return MethodTypeDesc.of(ConstantDescs.CD_int, kind, kind);
        }

        /// What `String.valueOf` takes.
        private static ClassDesc shown(ClassDesc kind) {
            return switch (TypeKind.from(kind)) {
                case REFERENCE -> ConstantDescs.CD_Object;
                case BYTE, SHORT -> ConstantDescs.CD_int;
                default -> kind;
            };
        }

        private static ClassDesc box(ClassDesc kind) {
            return switch (TypeKind.from(kind)) {
                case BOOLEAN -> ConstantDescs.CD_Boolean;
                case BYTE -> ConstantDescs.CD_Byte;
                case CHAR -> ConstantDescs.CD_Character;
                case SHORT -> ConstantDescs.CD_Short;
                case INT -> ConstantDescs.CD_Integer;
                case LONG -> ConstantDescs.CD_Long;
                case FLOAT -> ConstantDescs.CD_Float;
                case DOUBLE -> ConstantDescs.CD_Double;
                case REFERENCE, VOID -> throw new IllegalStateException("no number: " + kind);
            };
        }
    }
}
