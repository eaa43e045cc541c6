// Boxes of a vaccine in doses, a screening form, and what an error looks like. The places are invented.
//
//     cargo xtask install-c --prefix "$HOME/.local"
//     export PKG_CONFIG_PATH="$HOME/.local/lib/pkgconfig" LD_LIBRARY_PATH="$HOME/.local/lib"
//     c++ -std=c++17 quick_start.cpp -o quick_start $(pkg-config --cflags --libs vsys) && ./quick_start
#include <iostream>

#include <vsys.hpp>

int main() {
    if (!vsys::abi_matches()) {
        std::cerr << "this library has another ABI than the header\n";
        return 1;
    }

    // Any operation: JSON in, canonical JSON out.
    auto quantity = vsys::call("quantity.convert",
        R"({"product":"pfizer-12plus","delivery_week":"2021-03-01","boxes":2000})");
    if (!quantity) {
        std::cerr << quantity.error().json() << '\n';
        return 1;
    }
    std::cout << *quantity << '\n';

    // What twelve vaccinations on a Sunday cost, without JSON.
    const vsys_service service = {20211205, VSYS_SERVICE_VACCINATION, VSYS_AGE_CLASS_SIX_AND_OVER,
        VSYS_TIME_CLASS_HOLIDAY, 12, VSYS_ROUNDING_FLOOR};
    auto price = vsys::price(service);
    if (!price) return 1;
    std::cout << price->unit << " yen each, with tax " << price->amount << '\n';

    // A screening form.
    vsys::form form;
    form.coupon = "1061403573";
    form.municipality = "131016";
    form.birth_date = "1937-05-29";
    form.date = "2022-12-07";
    form.previous_date = "2022-11-20";
    form.dose = 3;
    // No interval is published, so it must be said.
    const vsys_form_limits limits = {18, 5, VSYS_AGE_YEARS, 20221231};
    auto faults = vsys::check(form, limits);
    if (!faults) return 1;
    std::cout << "too early: " << std::boolalpha << faults->has(VSYS_FORM_FAULT_INTERVAL) << '\n';

    // Everything that is wrong comes at once, as a value.
    auto refused = vsys::call("quantity.convert", R"({"product":"pfizer-12plus","boxes":1e3})");
    if (refused) return 1;
    std::cout << refused.error().code() << '\n' << refused.error().json() << '\n';
    return 0;
}
