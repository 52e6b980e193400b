package vn.phanluong.synthetic.truth;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
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

  private final MessageType schema;
  private final ParquetWriter<Group> writer;

  /**
   * Begins a file.
   *
   * @param columns name and type of each, for example {@code person long}, with type long, int,
   *     text, date or yes_no
   */
  public ParquetTable(Path file, String... columns) throws IOException {
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
  }
}
