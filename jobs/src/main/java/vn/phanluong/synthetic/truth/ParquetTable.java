package vn.phanluong.synthetic.truth;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file written row by row, without Spark. Bounded memory; the same rows, the same bytes.
 */
public final class ParquetTable implements Closeable {
  private static final long ROW_GROUP = 8L << 20;

  /** The four letters a Parquet file ends with. */
  private static final int MAGIC = 4;

  private final Path file;
  private final MessageType schema;
  private final ParquetWriter<Group> writer;

  /**
   * Begins a file.
   *
   * @param columns name and type of each, for example {@code person long}, with type long, int,
   *     text, date or yes_no
   */
  public ParquetTable(Path file, String... columns) throws IOException {
    this.file = file;
    Files.createDirectories(file.toAbsolutePath().getParent());
    List<Type> types = new ArrayList<>();
    for (String column : columns) {
      String[] parts = column.split(" ", 2);
      types.add(type(parts[1]).named(parts[0]));
    }
    schema = new MessageType("row", types);
    writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(ROW_GROUP)
            .build();
  }

  private static Types.PrimitiveBuilder<PrimitiveType> type(String name) {
    return switch (name) {
      case "long" -> Types.optional(PrimitiveTypeName.INT64);
      case "int" -> Types.optional(PrimitiveTypeName.INT32);
      case "yes_no" -> Types.optional(PrimitiveTypeName.BOOLEAN);
      case "date" -> Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType());
      default -> Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
    };
  }

  /**
   * Adds a row.
   *
   * @param values in the order of the columns; null where there is none
   */
  public void add(@Nullable Object... values) throws IOException {
    Group row = new SimpleGroup(schema);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof String text) {
        row.add(i, text);
      } else if (value instanceof Long number) {
        row.add(i, number);
      } else if (value instanceof Integer number) {
        row.add(i, number);
      } else if (value instanceof Boolean yes) {
        row.add(i, yes);
      } else if (value instanceof LocalDate day) {
        row.add(i, (int) day.toEpochDay());
      }
    }
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    settle(file);
  }

  /**
   * Puts the encodings named in the footer into one order: the writer keeps them in a hash set of
   * enums, whose order is another in every run.
   */
  private static void settle(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      long end = file.length() - MAGIC - Integer.BYTES;
      file.seek(end);
      int length = Integer.reverseBytes(file.readInt());
      byte[] bytes = new byte[length];
      file.seek(end - length);
      file.readFully(bytes);
      FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes));
      for (RowGroup group : requireNonNull(footer.getRow_groups())) {
        for (ColumnChunk column : requireNonNull(group.getColumns())) {
          Collections.sort(requireNonNull(column.getMeta_data()).getEncodings());
        }
      }
      ByteArrayOutputStream settled = new ByteArrayOutputStream();
      Util.writeFileMetaData(footer, settled);
      file.seek(end - length);
      file.write(settled.toByteArray());
      file.writeInt(Integer.reverseBytes(settled.size()));
      file.writeBytes("PAR1");
      file.setLength(file.getFilePointer());
    }
  }
}
