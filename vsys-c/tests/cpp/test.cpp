// The C++ wrapper: results, handles, errors, views. Exit 0 when all holds.
#include <algorithm>
#include <iostream>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include <vsys.hpp>

namespace {

int failures = 0;

void check(bool holds, const char *what, int line) {
    if (!holds) {
        std::cout << "test.cpp:" << line << ": " << what << '\n';
        failures++;
    }
}
#define CHECK(condition) check((condition), #condition, __LINE__)

template <class T>
std::string code_of(const vsys::result<T> &result) {
    return result ? "success" : result.error().code();
}

constexpr std::string_view REQUEST = R"({"product":"pfizer-12plus","delivery_week":"2021-03-01","boxes":2000})";
constexpr std::string_view ANSWER = R"({"answer":{"boxes":2000,"doses":1950000,"doses_per_box":975,"vials":390000},)"
                                    R"("assumptions":[],"findings":[]})";

static_assert(!std::is_copy_constructible_v<vsys::book> && !std::is_copy_assignable_v<vsys::book>);
static_assert(std::is_nothrow_move_constructible_v<vsys::book> && std::is_nothrow_move_assignable_v<vsys::book>);
static_assert(std::is_move_constructible_v<vsys::result<vsys::book>>);

void calls() {
    CHECK(vsys::abi_matches());
    auto answer = vsys::call(VSYS_OP_QUANTITY_CONVERT, REQUEST);
    CHECK(answer.has_value() && *answer == ANSWER);
    CHECK(vsys::call("no.such", "{}").error().code() == "request.operation.unknown");
    CHECK(code_of(vsys::call("version\xFF", "{}")) == "c.argument.utf8");
    CHECK(code_of(vsys::call(VSYS_OP_CALENDAR_HOLIDAY, "{\"date\":\"\xC3\x28\"}")) == "request.text.utf8");
    CHECK(code_of(vsys::call("", "")) == "request.operation.unknown");
    CHECK(code_of(vsys::call(std::string_view(), std::string_view())) == "request.operation.unknown");
    // A view is no C string: what lies behind its end is not read, and a NUL within it is.
    const std::string longer = std::string(REQUEST) + "trailing";
    CHECK(code_of(vsys::call(VSYS_OP_QUANTITY_CONVERT, std::string_view(longer).substr(0, REQUEST.size()))) == "success");
    CHECK(code_of(vsys::call(VSYS_OP_QUANTITY_CONVERT, longer)) == "request.json.syntax");
    CHECK(code_of(vsys::call(VSYS_OP_QUANTITY_CONVERT, std::string(REQUEST) + '\0')) == "request.json.syntax");
}

void errors() {
    auto refused = vsys::call(VSYS_OP_QUANTITY_CONVERT, R"({"product":"pfizer-12plus","boxes":1.5})");
    CHECK(!refused && refused.error().json().find("整数") != std::string::npos);
    CHECK(refused.value_or("other") == "other");
    // Both faults at once.
    CHECK(refused.error().json().find("/boxes") != std::string::npos);
    CHECK(refused.error().json().find("/delivery_week") != std::string::npos);
    vsys::error copy = refused.error();
    vsys::error moved = std::move(refused).error();
    CHECK(copy.code() == moved.code() && !moved.code().empty());
    auto length = vsys::call(VSYS_OP_VERSION, "{}").and_then([](std::string &&json) -> vsys::result<std::size_t> {
        return json.size();
    });
    CHECK(length && *length > 10);
    auto stopped = vsys::call("no.such", "{}").and_then([](std::string &&) -> vsys::result<std::size_t> {
        return std::size_t{1};
    });
    CHECK(code_of(stopped) == "request.operation.unknown");
}

void table() {
    auto names = vsys::operations();
    CHECK(names && std::is_sorted(names->begin(), names->end()));
    CHECK(names && std::find(names->begin(), names->end(), VSYS_OP_FORM_CHECK) != names->end());
    for (const std::string &name : *names) {
        auto schema = vsys::schema(name);
        CHECK(schema && schema->rfind("{\"answer\":", 0) == 0);
    }
    CHECK(code_of(vsys::schema("no.such")) == "request.operation.unknown");
    CHECK(vsys::version() && vsys::data_version());
}

void books() {
    auto made = vsys::book::from_json("{}");
    CHECK(made.has_value());
    vsys::book book = *std::move(made);
    auto answer = book.call(VSYS_OP_QUANTITY_CONVERT, REQUEST);
    CHECK(answer && *answer == ANSWER);
    const vsys_book *raw = book.get();
    vsys::book other = std::move(book);
    CHECK(other.get() == raw && book.get() == nullptr);
    other = std::move(other);
    CHECK(other.get() == raw);
    // Assigned over, the first is freed: its handle is stale from then on.
    other = *vsys::book::from_json("{}");
    vsys::detail::answer_handle none;
    vsys_error *stale = vsys_call(raw, VSYS_TEXT(VSYS_OP_VERSION), VSYS_TEXT("{}"), none.put());
    CHECK(stale != nullptr && vsys::detail::read(stale).code() == "c.handle.stale");
    CHECK(code_of(vsys::book::from_json(R"({"products":[{"id":"next"}]})")) == "request.field.missing");
    CHECK(code_of(vsys::book::from_json("")) == "request.json.syntax");
}

void forms() {
    vsys::form form;
    form.coupon = "1061403573";
    form.municipality = "131016";
    form.birth_date = "1937-05-29";
    form.date = "2022-12-07";
    form.previous_date = "2022-07-01";
    form.dose = 3;
    vsys_form_limits limits = {18, 5, VSYS_AGE_YEARS, 20230331};
    auto faults = vsys::check(form, limits);
    CHECK(faults && faults->none());
    form.previous_date = std::nullopt;
    faults = vsys::check(form, limits);
    CHECK(faults && faults->bits() == VSYS_FORM_FAULT_PREVIOUS_MISSING);
    form.previous_date = std::string_view();
    faults = vsys::check(form, limits);
    CHECK(faults && faults->bits() == VSYS_FORM_FAULT_PREVIOUS_DATE);
    form.coupon = std::string_view();
    faults = vsys::check(form, limits);
    CHECK(faults && faults->has(VSYS_FORM_FAULT_COUPON) && !faults->has(VSYS_FORM_FAULT_DATE));
    limits.today = 20230229;
    CHECK(code_of(vsys::check(form, limits)) == "c.argument.value");
}

// CLM-1, CLM-2, CLM-17: 12 × (2,070 + 2,130) × 1.10; F-CODE; F-TIME.
void typed() {
    vsys_service service = {20211205, VSYS_SERVICE_VACCINATION, VSYS_AGE_CLASS_SIX_AND_OVER, VSYS_TIME_CLASS_HOLIDAY, 12,
        VSYS_ROUNDING_FLOOR};
    auto price = vsys::price(service);
    CHECK(price && price->unit == 4200 && price->amount == 55440);
    auto book = vsys::book::from_json("{}");
    price = vsys::price(service, &*book);
    CHECK(price && price->unit == 4200);
    service.day = 20240401;
    CHECK(code_of(vsys::price(service)) == "claims.date.outside_programme");
    service.day = 20211301;
    CHECK(code_of(vsys::price(service)) == "c.argument.value");

    auto minato = vsys::municipality("131032", 20211205);
    CHECK(minato && minato->verdict == VSYS_CODE_VALID && minato->resolves_to == 131032);
    auto mistyped = vsys::municipality("131033", 20211205);
    CHECK(mistyped && mistyped->verdict == VSYS_CODE_CHECK_DIGIT && mistyped->expected == 2);
    auto name = vsys::municipality_name("131032", 20211205);
    CHECK(name && *name == "港区");
    CHECK(code_of(vsys::municipality_name("131033", 20211205)) == "code.municipality.check_digit");
    auto number = vsys::institution("２７", VSYS_INSTITUTION_INSURANCE);
    CHECK(number && number->verdict == VSYS_CODE_FORM);
    CHECK(code_of(vsys::institution("2710000000", 9)) == "c.argument.value");

    auto day = vsys::holiday(20210722);
    CHECK(day && *day);
    CHECK(code_of(vsys::holiday(19500102)) == "calendar.holiday.outside_table");
    auto hours = vsys::hours::from_json(R"({"wednesday":[{"from":"09:00","until":"12:00"}]})");
    CHECK(hours.has_value());
    auto late = hours->time_class(202112011300);
    CHECK(late && late->time_class == VSYS_TIME_CLASS_OFF_HOURS);
    auto free = hours->time_class(202112021000);
    CHECK(free && free->reason == VSYS_TIME_REASON_NO_HOURS);
    CHECK(code_of(hours->time_class(202112012500)) == "c.argument.value");
    CHECK(code_of(vsys::hours::from_json("{}")) == "claims.hours.missing");
}

void threads() {
    auto book = vsys::book::from_json("{}");
    std::vector<std::thread> running;
    std::vector<int> held(8, 0);
    for (int &mine : held) {
        running.emplace_back([&book, &mine] {
            for (int round = 0; round < 50; round++) {
                auto answer = book->call(VSYS_OP_QUANTITY_CONVERT, REQUEST);
                mine += answer && *answer == ANSWER;
            }
        });
    }
    for (std::thread &thread : running) thread.join();
    CHECK(std::all_of(held.begin(), held.end(), [](int mine) { return mine == 50; }));
}

} // namespace

int main() {
    calls();
    errors();
    table();
    books();
    forms();
    typed();
    threads();
    if (failures > 0) std::cout << failures << " failed\n";
    return failures > 0;
}
