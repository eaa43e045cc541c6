// A first look at vsys from C#, under mono. The places are invented.
//
//     cargo xtask install-c --prefix "$HOME/.local"
//     mcs Vsys.cs QuickStart.cs -out:quick_start.exe
//     LD_LIBRARY_PATH="$HOME/.local/lib" mono quick_start.exe
using System;
using System.Text;

public static class QuickStart
{
    public static void Main()
    {
        Console.OutputEncoding = new UTF8Encoding(false);

        // What a vaccination costs on a holiday: any operation takes and gives JSON.
        Console.WriteLine(Vsys.Call("claims.price",
            @"{""date"":""2021-12-05"",""service"":""vaccination"",""age"":""six_and_over"",""time"":""holiday"",""count"":12}"));

        // The same without JSON, for what a batch does a million times; and a code with a digit mistyped.
        var sunday = new DateTime(2021, 12, 5);
        Price price = Vsys.PriceOf(sunday, What.Vaccination, Age.SixAndOver, Time.Holiday, 12);
        Console.WriteLine(price.Unit + " yen each, with tax " + price.Amount);
        Console.WriteLine("131033: " + Vsys.Municipality("131033", sunday));

        // A screening form.
        var form = new Form
        {
            Coupon = "1061403573", Municipality = "131016", BirthDate = "1937-05-29", Date = "2022-12-07",
            PreviousDate = "2022-11-20", Dose = 3,
        };
        uint faults = Vsys.Check(form, 18, 5, new DateTime(2022, 12, 31));
        Console.WriteLine("too early: " + ((faults & Vsys.Interval) != 0));

        // Everything that is wrong comes at once, as an exception with a stable code; Japanese text comes back whole.
        try
        {
            Vsys.Call("code.municipality", @"{""code"":""青ヶ丘""}");
        }
        catch (VsysException refused)
        {
            Console.WriteLine(refused.Code + ": " + refused.Json);
        }
    }
}
