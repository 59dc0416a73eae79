package org.zonewright.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The program `zonewright`.
@Command(
        name = "zonewright",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "From what is on a plant's network to a defended IEC 62443 zone-and-conduit design.")
public final class Main implements Runnable {
    private Main() {}

    /// Runs one command and leaves with its exit code.
    ///
    /// @param args the command line as the user typed it
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    /// Without a verb there is nothing to do but to say which there are.
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /// Reads the version that the build wrote into the jar's manifest.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"zonewright " + (version == null ? "(not packaged)" : version)};
        }
    }
}
