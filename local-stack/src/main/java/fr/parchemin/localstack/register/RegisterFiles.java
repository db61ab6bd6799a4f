package fr.parchemin.localstack.register;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;

/**
 * The files of a register in a folder. A file has its name only once it is whole.
 *
 * @param folder where they are or will be
 */
public record RegisterFiles(Register register, Path folder) {

    /** The XML feed of RNCP, by far the largest. */
    public Path rncpXml() {
        return folder.resolve(register.xmlName(Kind.RNCP));
    }

    /** Writes that one file, if it is not there. */
    public Path requireRncpXml() throws IOException {
        if (!Files.exists(rncpXml())) {
            Files.createDirectories(folder);
            write(rncpXml(), out -> register.writeXml(Kind.RNCP, out));
        }
        return rncpXml();
    }

    /** Writes the XML files with their archives and, if asked, the archive of the CSV files; existing ones are replaced. */
    List<Path> write(boolean csv) throws IOException {
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Path xml = folder.resolve(register.xmlName(kind));
            Path zip = folder.resolve(register.zipName(kind));
            write(zip, packed -> {
                ZipOutputStream archive = Register.zip(packed);
                archive.putNextEntry(register.entry(register.xmlName(kind)));
                write(xml, plain -> register.writeXml(kind, new Twice(plain, archive)));
                archive.finish();
            });
            written.add(xml);
            written.add(zip);
        }
        if (csv) {
            Path zip = folder.resolve(register.csvName());
            write(zip, register::writeCsv);
            written.add(zip);
        }
        return written;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void write(Path file, Content content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            content.writeTo(out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes everything to two places. */
    private static final class Twice extends FilterOutputStream {

        private final OutputStream second;

        Twice(OutputStream first, OutputStream second) {
            super(first);
            this.second = second;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            second.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            second.write(bytes, from, length);
        }
    }
}
