package org.tillwright.core;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.FieldVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code double} and {@code float} in a class: in fields, signatures and, read from the bytecode, in method bodies,
 * where a local variable or one multiplication is enough to lose a cent. Other modules may use it on their own classes.
 */
public final class BinaryFractions {

    private static final int API = Opcodes.ASM9;

    private BinaryFractions() {}

    /** Returns the condition that a class has none; every place where it has is told. */
    public static ArchCondition<JavaClass> haveNoBinaryFractions() {
        return new ArchCondition<>("hold, take, give or compute no double and no float") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (String place : placesIn(type)) {
                    events.add(SimpleConditionEvent.violated(type, place + " uses a binary fraction"));
                }
            }
        };
    }

    private static List<String> placesIn(JavaClass type) {
        URI uri = type.getSource()
                .orElseThrow(() -> new IllegalStateException("no class file of " + type.getName()))
                .getUri();
        try (InputStream in = uri.toURL().openStream()) {
            Finder finder = new Finder(type.getName());
            new ClassReader(in.readAllBytes()).accept(finder, ClassReader.SKIP_FRAMES);
            return finder.places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFraction(Type type) {
        return switch (type.getSort()) {
            case Type.DOUBLE, Type.FLOAT -> true;
            case Type.ARRAY -> isFraction(type.getElementType());
            case Type.OBJECT ->
                type.getClassName().equals("java.lang.Double")
                        || type.getClassName().equals("java.lang.Float");
            case Type.METHOD -> {
                boolean found = isFraction(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    found |= isFraction(argument);
                }
                yield found;
            }
            default -> false;
        };
    }

    private static boolean isFraction(int opcode) {
        return (opcode >= Opcodes.FCONST_0 && opcode <= Opcodes.DCONST_1)
                || isOneOf(opcode, Opcodes.FALOAD, Opcodes.DALOAD, Opcodes.FASTORE, Opcodes.DASTORE)
                || isOneOf(opcode, Opcodes.FADD, Opcodes.FSUB, Opcodes.FMUL, Opcodes.FDIV, Opcodes.FREM, Opcodes.FNEG)
                || isOneOf(opcode, Opcodes.DADD, Opcodes.DSUB, Opcodes.DMUL, Opcodes.DDIV, Opcodes.DREM, Opcodes.DNEG)
                || isOneOf(opcode, Opcodes.I2F, Opcodes.I2D, Opcodes.L2F, Opcodes.L2D)
                || (opcode >= Opcodes.F2I && opcode <= Opcodes.D2F)
                || (opcode >= Opcodes.FCMPL && opcode <= Opcodes.DCMPG)
                || isOneOf(opcode, Opcodes.FRETURN, Opcodes.DRETURN)
                || isOneOf(opcode, Opcodes.FLOAD, Opcodes.DLOAD, Opcodes.FSTORE, Opcodes.DSTORE);
    }

    private static boolean isOneOf(int opcode, int... known) {
        for (int one : known) {
            if (one == opcode) {
                return true;
            }
        }
        return false;
    }

    /** Walks through one class file. */
    private static final class Finder extends ClassVisitor {

        private final String className;
        private final List<String> places = new ArrayList<>();

        Finder(String className) {
            super(API);
            this.className = className;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            look(isFraction(Type.getType(descriptor)) || mentions(signature), name);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            look(isFraction(Type.getMethodType(descriptor)) || mentions(signature), name);
            return new BodyFinder(name);
        }

        private static boolean mentions(@Nullable String signature) {
            return signature != null
                    && (signature.contains("Ljava/lang/Double;") || signature.contains("Ljava/lang/Float;"));
        }

        private void look(boolean found, String member) {
            String place = className + "." + member;
            if (found && !places.contains(place)) {
                places.add(place);
            }
        }

        private final class BodyFinder extends MethodVisitor {

            private final String name;

            BodyFinder(String name) {
                super(API);
                this.name = name;
            }

            @Override
            public void visitInsn(int opcode) {
                look(isFraction(opcode), name);
            }

            @Override
            public void visitVarInsn(int opcode, int variable) {
                look(isFraction(opcode), name);
            }

            @Override
            public void visitIntInsn(int opcode, int operand) {
                boolean array = opcode == Opcodes.NEWARRAY;
                look(array && (operand == Opcodes.T_DOUBLE || operand == Opcodes.T_FLOAT), name);
            }

            @Override
            public void visitLdcInsn(Object value) {
                look(value instanceof Double || value instanceof Float, name);
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
                look(isFraction(Type.getType(descriptor)), name);
            }

            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String method, String descriptor, boolean isInterface) {
                look(isFraction(Type.getMethodType(descriptor)), name);
            }
        }
    }
}
