import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Rewrites a jar whose classes are of an old format so that they are of the format of this JVM, with the stack maps
/// that it asks for; the code of their methods stays as it is. An AOT cache leaves classes before Java 6 out, and they
/// are then loaded and verified again at every start. Run by the build: `java LiftClassFiles.java JAR`. The jar is
/// replaced; one whose classes are all of the new format is left alone.
final class LiftClassFiles {
    private static final int ARCHIVED_SINCE = ClassFile.JAVA_6_VERSION;
    private static final FileTime EPOCH = FileTime.fromMillis(315_532_800_000L); // 1980, where a jar's time begins

    /// Method bodies are written anew, element by element: only then are stack maps made for them.
    private static final ClassTransform LIFT = ClassTransform.transformingMethodBodies(CodeBuilder::with)
            .andThen((builder, element) -> {
                if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.latestMajorVersion(), 0);
                } else {
                    builder.with(element);
                }
            });

    private LiftClassFiles() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path lifted = jar.resolveSibling(jar.getFileName() + ".lifted");
        int count = 0;
        try (JarFile in = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(lifted);
                JarOutputStream out = new JarOutputStream(file)) {
            ClassFile format = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(type -> stream(in, type))
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            Enumeration<JarEntry> entries = in.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                byte[] bytes = bytes(in, entry);
                if (entry.getName().endsWith(".class")) {
                    ClassModel model = format.parse(bytes);
                    if (model.majorVersion() < ARCHIVED_SINCE) {
                        bytes = format.transformClass(model, LIFT);
                        count++;
                    }
                }
                JarEntry copy = new JarEntry(entry.getName());
                copy.setLastModifiedTime(EPOCH);
                out.putNextEntry(copy);
                out.write(bytes);
                out.closeEntry();
            }
        }
        if (count > 0) {
            Files.move(lifted, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(lifted);
        }
        System.out.println(jar.getFileName() + ": " + count + " classes lifted");
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /// The class file of a type, or null if the jar has none.
    private static InputStream stream(JarFile jar, ClassDesc type) {
        String descriptor = type.descriptorString();
        JarEntry entry = jar.getJarEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
