import java.time.LocalDate;
import java.util.Optional;

/**
 * A first look at vsys from Java 17, with JNA. The places are invented.
 *
 * <pre>
 * cargo xtask install-c --prefix "$HOME/.local"
 * javac -cp /usr/share/java/jna.jar -d out Vsys.java QuickStart.java
 * java -cp out:/usr/share/java/jna.jar -Djna.library.path="$HOME/.local/lib" QuickStart
 * </pre>
 */
public final class QuickStart {
    public static void main(String[] arguments) {
        // What a vaccination costs on a holiday: any operation takes and gives JSON.
        System.out.println(Vsys.call("claims.price", """
                {"date":"2021-12-05","service":"vaccination","age":"six_and_over","time":"holiday","count":12}"""));

        // The same without JSON, for what a batch does a million times; and a code with a digit mistyped.
        LocalDate sunday = LocalDate.of(2021, 12, 5);
        Vsys.Price price = Vsys.price(new Vsys.Service(
                sunday, Vsys.What.VACCINATION, Vsys.Age.SIX_AND_OVER, Vsys.Time.HOLIDAY, 12));
        System.out.println(price.unit() + " yen each, with tax " + price.amount());
        System.out.println("131033: " + Vsys.municipality("131033", sunday));

        // A screening form.
        Vsys.Form form = new Vsys.Form(
                "1061403573", "131016", "1937-05-29", "2022-12-07", Optional.of("2022-11-20"), 3);
        int faults = Vsys.check(form, new Vsys.FormLimits(18, 5, LocalDate.of(2022, 12, 31)));
        System.out.println("too early: " + ((faults & Vsys.INTERVAL) != 0));

        // Everything that is wrong comes at once, as an exception with a stable code; Japanese text comes back whole.
        try {
            Vsys.call("code.municipality", "{\"code\":\"青ヶ丘\"}");
        } catch (Vsys.VsysException refused) {
            System.out.println(refused.code() + ": " + refused.json());
        }
    }
}
