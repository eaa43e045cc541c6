import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** vsys for Java through JNA: any operation as JSON, and the typed check of screening forms. Safe from any thread. */
public final class Vsys {
    /** What is refused: a stable code, and the whole error as JSON with every finding in Japanese and English. */
    public static final class VsysException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        VsysException(String code, String json) {
            super(json);
            this.code = code;
        }

        /** The stable code, such as {@code request.field.missing}. */
        public String code() {
            return code;
        }

        /** The error, {@code {"error":{"code":…,"findings":[…],…}}}. */
        public String json() {
            return getMessage();
        }
    }

    /** What a screening form says (予診票の記載), as it is written. */
    public record Form(
            String coupon, String municipality, String birthDate, String date, Optional<String> previousDate, int dose) {}

    /** What forms are held against: no interval is published, so it must be said. */
    public record FormLimits(int intervalDays, int leastAgeYears, LocalDate today) {}

    /** Services of one kind (請求の行). */
    public record Service(LocalDate date, What what, Age age, Time time, int count) {}

    /** What was done (区分). */
    public enum What { VACCINATION, CONSULTATION_ONLY }

    /** The class of age (年齢区分). */
    public enum Age { SIX_AND_OVER, UNDER_SIX }

    /** The class of time (時間区分). */
    public enum Time { REGULAR, OFF_HOURS, HOLIDAY }

    /** The price of one before tax (単価), and all of them with tax, a fraction of a yen cut once (請求金額). */
    public record Price(long unit, long amount) {}

    /** Whether a municipality code (市町村コード) holds on a day, or what is wrong with it. */
    public enum CodeVerdict { VALID, FORM, CHECK_DIGIT, UNKNOWN, NOT_VALID }

    /** The fault of a dose that came too early (接種間隔), a bit of what {@link #check} gives. */
    public static final int INTERVAL = 1 << 6;

    private static final int ABI = 1;
    private static final int AGE_YEARS = 1;
    private static final int ROUNDING_FLOOR = 2;
    private static final LibVsys LIB = load();

    private Vsys() {}

    /** Runs an operation over the bundled tables: JSON in, canonical JSON out. */
    public static String call(String operation, String request) {
        byte[] name = utf8(operation);
        byte[] json = utf8(request);
        PointerByReference answer = new PointerByReference();
        settle(LIB.vsys_call(null, name, new Size(name.length), json, new Size(json.length), answer));
        try {
            SizeByReference len = new SizeByReference();
            settle(LIB.vsys_answer_len(answer.getValue(), len));
            byte[] buffer = new byte[Math.toIntExact(len.getValue())];
            settle(LIB.vsys_answer_copy(answer.getValue(), buffer, new Size(buffer.length), len));
            return new String(buffer, StandardCharsets.UTF_8);
        } finally {
            settle(LIB.vsys_answer_free(answer.getValue()));
        }
    }

    /** Prices services of one kind, without JSON. */
    public static Price price(Service service) {
        RawService raw = new RawService();
        raw.day = day(service.date());
        raw.service = service.what().ordinal();
        raw.age_class = service.age().ordinal();
        raw.time_class = service.time().ordinal();
        raw.count = service.count();
        raw.rounding = ROUNDING_FLOOR;
        RawPrice price = new RawPrice();
        settle(LIB.vsys_price_of(null, raw, price));
        return new Price(price.unit, price.amount);
    }

    /** Judges a municipality code on a day, without JSON. */
    public static CodeVerdict municipality(String code, LocalDate date) {
        byte[] bytes = utf8(code);
        RawMunicipality found = new RawMunicipality();
        settle(LIB.vsys_municipality_check(null, bytes, new Size(bytes.length), day(date), found));
        return CodeVerdict.values()[found.verdict];
    }

    /** Checks a screening form without JSON: the faults as a mask, 0 when nothing is wrong. */
    public static int check(Form form, FormLimits limits) {
        RawForm raw = new RawForm();
        raw.coupon = text(form.coupon());
        raw.municipality = text(form.municipality());
        raw.birth_date = text(form.birthDate());
        raw.date = text(form.date());
        raw.previous_date = form.previousDate().map(Vsys::text).orElseGet(Text::new);
        raw.dose = form.dose();
        RawLimits against = new RawLimits();
        against.minimum_interval_days = limits.intervalDays();
        against.minimum_age = limits.leastAgeYears();
        against.minimum_age_unit = AGE_YEARS;
        against.today = day(limits.today());
        IntByReference faults = new IntByReference();
        settle(LIB.vsys_form_check(raw, against, faults));
        return faults.getValue();
    }

    private static LibVsys load() {
        LibVsys lib = Native.load("vsys", LibVsys.class);
        if (lib.vsys_abi_version() != ABI) {
            throw new UnsatisfiedLinkError("libvsys has the ABI " + lib.vsys_abi_version() + ", not " + ABI);
        }
        return lib;
    }

    /** Turns an error into an exception, and frees it. */
    private static void settle(Pointer error) {
        if (error == null) {
            return;
        }
        SizeByReference len = new SizeByReference();
        byte[] code = new byte[64];
        release(LIB.vsys_error_code_copy(error, code, new Size(code.length), len));
        String name = new String(code, 0, Math.toIntExact(len.getValue()), StandardCharsets.UTF_8);
        release(LIB.vsys_error_len(error, len));
        byte[] json = new byte[Math.toIntExact(len.getValue())];
        release(LIB.vsys_error_copy(error, json, new Size(json.length), len));
        release(LIB.vsys_error_free(error));
        throw new VsysException(name, new String(json, StandardCharsets.UTF_8));
    }

    /** An error about an error says that this class is wrong. */
    private static void release(Pointer error) {
        if (error != null) {
            LIB.vsys_error_free(error);
            throw new IllegalStateException("a handle that was just given is refused");
        }
    }

    private static int day(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Text text(String text) {
        byte[] bytes = utf8(text);
        Text raw = new Text();
        raw.memory = new Memory(Math.max(bytes.length, 1));
        raw.memory.write(0, bytes, 0, bytes.length);
        raw.start = raw.memory;
        raw.len = new Size(bytes.length);
        return raw;
    }

    /** A {@code size_t}. */
    public static class Size extends IntegerType {
        private static final long serialVersionUID = 1L;

        public Size() {
            this(0);
        }

        Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    /** A place for a {@code size_t}. */
    public static class SizeByReference extends com.sun.jna.ptr.ByReference {
        public SizeByReference() {
            super(Native.SIZE_T_SIZE);
        }

        long getValue() {
            return Native.SIZE_T_SIZE == 8 ? getPointer().getLong(0) : Integer.toUnsignedLong(getPointer().getInt(0));
        }
    }

    /** {@code vsys_text}. */
    @FieldOrder({"start", "len"})
    public static class Text extends Structure {
        public Pointer start;
        public Size len = new Size();
        /** Keeps the bytes as long as the record. */
        Memory memory;
    }

    /** {@code vsys_form}. */
    @FieldOrder({"coupon", "municipality", "birth_date", "date", "previous_date", "dose"})
    public static class RawForm extends Structure {
        public Text coupon;
        public Text municipality;
        public Text birth_date;
        public Text date;
        public Text previous_date;
        public long dose;
    }

    /** {@code vsys_form_limits}. */
    @FieldOrder({"minimum_interval_days", "minimum_age", "minimum_age_unit", "today"})
    public static class RawLimits extends Structure {
        public int minimum_interval_days;
        public int minimum_age;
        public int minimum_age_unit;
        public int today;
    }

    /** {@code vsys_service}. */
    @FieldOrder({"day", "service", "age_class", "time_class", "count", "rounding"})
    public static class RawService extends Structure {
        public int day;
        public int service;
        public int age_class;
        public int time_class;
        public int count;
        public int rounding;
    }

    /** {@code vsys_price}. */
    @FieldOrder({"unit", "net", "tax", "amount", "assumptions"})
    public static class RawPrice extends Structure {
        public long unit;
        public long net;
        public long tax;
        public long amount;
        public long assumptions;
    }

    /** {@code vsys_municipality}. */
    @FieldOrder({"verdict", "expected", "code", "kind", "resolves_to", "valid_from", "valid_until"})
    public static class RawMunicipality extends Structure {
        public int verdict;
        public int expected;
        public int code;
        public int kind;
        public int resolves_to;
        public int valid_from;
        public int valid_until;
    }

    /** The functions of {@code vsys.h} that are used here. */
    private interface LibVsys extends Library {
        int vsys_abi_version();

        Pointer vsys_call(
                Pointer book, byte[] operation, Size operationLen, byte[] request, Size requestLen, PointerByReference answer);

        Pointer vsys_price_of(Pointer book, RawService service, RawPrice price);

        Pointer vsys_municipality_check(Pointer book, byte[] code, Size codeLen, int day, RawMunicipality found);

        Pointer vsys_form_check(RawForm form, RawLimits limits, IntByReference faults);

        Pointer vsys_answer_len(Pointer answer, SizeByReference len);

        Pointer vsys_answer_copy(Pointer answer, byte[] buffer, Size capacity, SizeByReference written);

        Pointer vsys_answer_free(Pointer answer);

        Pointer vsys_error_len(Pointer error, SizeByReference len);

        Pointer vsys_error_copy(Pointer error, byte[] buffer, Size capacity, SizeByReference written);

        Pointer vsys_error_code_copy(Pointer error, byte[] buffer, Size capacity, SizeByReference written);

        Pointer vsys_error_free(Pointer error);
    }
}
