using System;
using System.Runtime.InteropServices;
using System.Text;

/// <summary>What is refused: a stable code, and the whole error as JSON with every finding in Japanese and English.</summary>
public sealed class VsysException : Exception
{
    /// <summary>The stable code, such as <c>request.field.missing</c>.</summary>
    public string Code { get; }

    /// <summary>The error, <c>{"error":{"code":…,"findings":[…],…}}</c>.</summary>
    public string Json { get { return Message; } }

    internal VsysException(string code, string json) : base(json)
    {
        Code = code;
    }
}

/// <summary>What a screening form says (予診票の記載), as it is written.</summary>
public struct Form
{
    public string Coupon, Municipality, BirthDate, Date;

    /// <summary>The day of the dose before; null where there was none.</summary>
    public string PreviousDate;

    public ulong Dose;
}

/// <summary>What was done (区分).</summary>
public enum What : uint { Vaccination, ConsultationOnly }

/// <summary>The class of age (年齢区分).</summary>
public enum Age : uint { SixAndOver, UnderSix }

/// <summary>The class of time (時間区分).</summary>
public enum Time : uint { Regular, OffHours, Holiday }

/// <summary>Whether a municipality code (市町村コード) holds on a day, or what is wrong with it.</summary>
public enum CodeVerdict : uint { Valid, Form, CheckDigit, Unknown, NotValid }

/// <summary>What services of one kind cost, in yen: one before tax (単価), all with tax, a fraction cut once (請求金額).</summary>
public struct Price
{
    public ulong Unit, Amount;
}

/// <summary>vsys for C# through P/Invoke: any operation as JSON, and the typed check of forms. Safe from any thread.</summary>
public static class Vsys
{
    /// <summary>The fault of a dose that came too early (接種間隔), a bit of what <c>Check</c> gives.</summary>
    public const uint Interval = 1u << 6;

    const uint Abi = 1;
    const uint AgeYears = 1;
    const uint RoundingFloor = 2;

    static Vsys()
    {
        if (vsys_abi_version() != Abi)
        {
            throw new DllNotFoundException("libvsys has the ABI " + vsys_abi_version() + ", not " + Abi);
        }
    }

    /// <summary>Runs an operation over the bundled tables: JSON in, canonical JSON out.</summary>
    public static string Call(string operation, string request)
    {
        byte[] name = Encoding.UTF8.GetBytes(operation), json = Encoding.UTF8.GetBytes(request);
        IntPtr answer;
        Settle(vsys_call(IntPtr.Zero, name, Size(name), json, Size(json), out answer));
        try
        {
            UIntPtr len;
            Settle(vsys_answer_len(answer, out len));
            byte[] buffer = new byte[checked((int)len)];
            Settle(vsys_answer_copy(answer, buffer, Size(buffer), out len));
            return Encoding.UTF8.GetString(buffer);
        }
        finally
        {
            Settle(vsys_answer_free(answer));
        }
    }

    /// <summary>Prices services of one kind, without JSON.</summary>
    public static Price PriceOf(DateTime date, What what, Age age, Time time, uint count)
    {
        RawService service = new RawService
        {
            Day = Day(date), Service = (uint)what, AgeClass = (uint)age, TimeClass = (uint)time, Count = count,
            Rounding = RoundingFloor,
        };
        RawPrice price;
        Settle(vsys_price_of(IntPtr.Zero, ref service, out price));
        return new Price { Unit = price.Unit, Amount = price.Amount };
    }

    /// <summary>Judges a municipality code on a day, without JSON.</summary>
    public static CodeVerdict Municipality(string code, DateTime date)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(code);
        RawMunicipality found;
        Settle(vsys_municipality_check(IntPtr.Zero, bytes, Size(bytes), Day(date), out found));
        return (CodeVerdict)found.Verdict;
    }

    /// <summary>Checks a screening form without JSON: the faults as a mask, 0 when nothing is wrong. No interval is published,
    /// so it must be said.</summary>
    public static uint Check(Form form, uint intervalDays, uint leastAgeYears, DateTime today)
    {
        RawLimits limits = new RawLimits
        {
            MinimumIntervalDays = intervalDays,
            MinimumAge = leastAgeYears,
            MinimumAgeUnit = AgeYears,
            Today = Day(today),
        };
        string[] texts = { form.Coupon, form.Municipality, form.BirthDate, form.Date, form.PreviousDate };
        GCHandle[] pinned = new GCHandle[texts.Length];
        RawText[] raw = new RawText[texts.Length];
        try
        {
            for (int index = 0; index < texts.Length; index++)
            {
                if (texts[index] == null) continue;
                // One byte more: an array of none has no first byte to point at.
                byte[] bytes = Encoding.UTF8.GetBytes(texts[index] + "\0");
                pinned[index] = GCHandle.Alloc(bytes, GCHandleType.Pinned);
                raw[index].Start = pinned[index].AddrOfPinnedObject();
                raw[index].Len = (UIntPtr)(uint)(bytes.Length - 1);
            }
            RawForm written = new RawForm
            {
                Coupon = raw[0], Municipality = raw[1], BirthDate = raw[2], Date = raw[3], PreviousDate = raw[4],
                Dose = form.Dose,
            };
            uint faults;
            Settle(vsys_form_check(ref written, ref limits, out faults));
            return faults;
        }
        finally
        {
            foreach (GCHandle handle in pinned)
            {
                if (handle.IsAllocated) handle.Free();
            }
        }
    }

    /// <summary>Turns an error into an exception, and frees it.</summary>
    static void Settle(IntPtr error)
    {
        if (error == IntPtr.Zero) return;
        UIntPtr len;
        byte[] code = new byte[64];
        Release(vsys_error_code_copy(error, code, Size(code), out len));
        string name = Encoding.UTF8.GetString(code, 0, checked((int)len));
        Release(vsys_error_len(error, out len));
        byte[] json = new byte[checked((int)len)];
        Release(vsys_error_copy(error, json, Size(json), out len));
        Release(vsys_error_free(error));
        throw new VsysException(name, Encoding.UTF8.GetString(json));
    }

    /// <summary>An error about an error says that this class is wrong.</summary>
    static void Release(IntPtr error)
    {
        if (error == IntPtr.Zero) return;
        vsys_error_free(error);
        throw new InvalidOperationException("a handle that was just given is refused");
    }

    static uint Day(DateTime date)
    {
        return checked((uint)(date.Year * 10000 + date.Month * 100 + date.Day));
    }

    static UIntPtr Size(byte[] bytes)
    {
        return (UIntPtr)(uint)bytes.Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct RawText
    {
        public IntPtr Start;
        public UIntPtr Len;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct RawForm
    {
        public RawText Coupon, Municipality, BirthDate, Date, PreviousDate;
        public ulong Dose;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct RawLimits
    {
        public uint MinimumIntervalDays, MinimumAge, MinimumAgeUnit, Today;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct RawService
    {
        public uint Day, Service, AgeClass, TimeClass, Count, Rounding;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct RawPrice
    {
        public ulong Unit, Net, Tax, Amount, Assumptions;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct RawMunicipality
    {
        public uint Verdict, Expected, Code, Kind, ResolvesTo, ValidFrom, ValidUntil;
    }

    [DllImport("vsys")]
    static extern IntPtr vsys_price_of(IntPtr book, ref RawService service, out RawPrice price);

    [DllImport("vsys")]
    static extern IntPtr vsys_municipality_check(
        IntPtr book, byte[] code, UIntPtr codeLen, uint day, out RawMunicipality found);

    [DllImport("vsys")]
    static extern uint vsys_abi_version();

    [DllImport("vsys")]
    static extern IntPtr vsys_call(
        IntPtr book, byte[] operation, UIntPtr operationLen, byte[] request, UIntPtr requestLen, out IntPtr answer);

    [DllImport("vsys")]
    static extern IntPtr vsys_form_check(ref RawForm form, ref RawLimits limits, out uint faults);

    [DllImport("vsys")]
    static extern IntPtr vsys_answer_len(IntPtr answer, out UIntPtr len);

    [DllImport("vsys")]
    static extern IntPtr vsys_answer_copy(IntPtr answer, [Out] byte[] buffer, UIntPtr capacity, out UIntPtr written);

    [DllImport("vsys")]
    static extern IntPtr vsys_answer_free(IntPtr answer);

    [DllImport("vsys")]
    static extern IntPtr vsys_error_len(IntPtr error, out UIntPtr len);

    [DllImport("vsys")]
    static extern IntPtr vsys_error_copy(IntPtr error, [Out] byte[] buffer, UIntPtr capacity, out UIntPtr written);

    [DllImport("vsys")]
    static extern IntPtr vsys_error_code_copy(IntPtr error, [Out] byte[] buffer, UIntPtr capacity, out UIntPtr written);

    [DllImport("vsys")]
    static extern IntPtr vsys_error_free(IntPtr error);
}
