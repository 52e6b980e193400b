package vn.phanluong.runtime;

import java.lang.reflect.InvocationTargetException;
import vn.phanluong.definition.Contract;

/** Finds the builder of a table by its name, so that a new table needs no list to be kept. */
public final class Builders {
  private static final String ROOT = "vn.phanluong.";

  private Builders() {}

  /**
   * The builder of a table.
   *
   * @throws IllegalStateException if there is no class of that name
   */
  public static TableBuilder of(Contract contract) {
    String name = className(contract);
    try {
      return Class.forName(name)
          .asSubclass(TableBuilder.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      throw new IllegalStateException(
          "Cannot build %s: there is no public class %s with a constructor without parameters"
              .formatted(contract.id(), name),
          e);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot make " + name, e);
    }
  }

  /** {@code star.fct_exam} is {@code vn.phanluong.star.FctExam}. */
  public static String className(Contract contract) {
    StringBuilder name = new StringBuilder(ROOT).append(contract.stage()).append('.');
    for (String word : contract.table().split("_", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }
}
