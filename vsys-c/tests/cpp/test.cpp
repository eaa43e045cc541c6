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
    CHECK(!vsys::version().empty() && !vsys::data_version().empty());
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

// QTY-2; NDL-3: 4 boxes of the booster fill in 7; F-AGE.
void quantities() {
    auto boxes = vsys::from_boxes("pfizer-12plus", 20210301, 2000);
    CHECK(boxes && boxes->doses == 1950000 && boxes->vials == 390000 && boxes->pieces == VSYS_NONE);
    auto doses = vsys::from_doses("pfizer-12plus", 20210301, 976, VSYS_ROUNDING_CEIL);
    CHECK(doses && doses->boxes == 2);
    CHECK(code_of(vsys::from_doses("pfizer-12plus", 20210301, 976, 0)) == "c.argument.value");
    CHECK(code_of(vsys::from_boxes("", 20210301, 1)) == "product.id.unknown");
    vsys::needle_terms terms;
    CHECK(vsys::needles("moderna-booster", 20220221, 4, terms)->needles == 6);
    terms.purpose = VSYS_NEEDLES_PLAN;
    CHECK(vsys::needles("moderna-booster", 20220221, 4, terms)->needles == 7);
    terms.lowered = 5;
    CHECK(vsys::needles("moderna-booster", 20220221, 4, terms)->needles == 5);
    terms.policy = "more";
    CHECK(code_of(vsys::needles("moderna-booster", 20220221, 4, terms)) == "needle.policy.form");
    auto cycles = vsys::cycles(20220228, 2);
    CHECK(cycles && cycles->size() == 2 && cycles->front().deadline == 202201312359);
    CHECK(code_of(vsys::cycles(20220228, 0)) == "calendar.cycle.count");
    CHECK(code_of(vsys::cycles(20220228, UINT32_MAX)) == "calendar.cycle.count");
    CHECK(*vsys::age_class(20151206, 20211204) == VSYS_AGE_CLASS_UNDER_SIX);
    CHECK(code_of(vsys::age_class(20211206, 20211205)) == "claims.birth.after_vaccination");
}

// ALC-3; PLN-9: frozen from the minute after a deadline until the amounts are fixed.
void shares_and_plans() {
    const std::vector<std::uint64_t> weights = {3, 3, 1}, caps = {VSYS_NONE, 1, VSYS_NONE};
    vsys_shares shares = {7, weights.size(), weights.data(), nullptr, caps.data(), nullptr, VSYS_METHOD_PROPOSAL,
        VSYS_TIES_RULED, VSYS_FIRST_UNITS_REFUSE};
    auto made = vsys::apportion(shares);
    CHECK(made && made->amounts == std::vector<std::uint64_t>({5, 1, 1}) && made->told.left_over == 0);
    shares.rows = SIZE_MAX;
    CHECK(code_of(vsys::apportion(shares)) == "c.argument.length");
    shares.rows = 0;
    CHECK(code_of(vsys::apportion(shares)) == "allocation.weights.none");
    shares.supply = 0;
    made = vsys::apportion(shares);
    CHECK(made && made->amounts.empty());

    auto timetable = vsys::timetable::from_json(
        R"({"setup":{"product":"moderna-booster","start":"2022-02-28","cycles":2},)"
        R"("confirmed":[{"cycle":1,"at":"2022-02-09T10:00"}]})");
    CHECK(timetable.has_value());
    auto frozen = timetable->rows(202202010000, {4, 3}, {7, 5});
    CHECK(frozen && frozen->rows[0].status == VSYS_ROW_FROZEN && frozen->rows[0].doses == 600);
    CHECK((frozen->assumptions & VSYS_ASSUMPTION_PLAN_FREEZE) != 0);
    CHECK(code_of(timetable->rows(202202010000, {4, 3}, {7})) == "c.argument.count");
    CHECK(code_of(timetable->rows(202202010000, {4, UINT64_MAX}, {7, 5})) == "base.quantity.too_large");
    CHECK(code_of(vsys::timetable::from_json("{}")) == "request.field.missing");
}

// CLM-4: 50 × 2,070 and 5 × 1,540; the third line is after the programme. CLM-8: a surcharge that comes late.
void claims() {
    auto tariff = vsys::prices::from_json("{}");
    const std::int32_t day[] = {0, 30, 2000};
    const std::uint32_t count[] = {50, 5, 1}, clinic[] = {0, 0, 0}, payer[] = {2, 2, 2};
    const std::uint8_t service[] = {0, 1, 0}, zero[] = {0, 0, 0}, one[] = {1, 1, 1};
    const vsys_lines lines = {3, day, count, service, zero, zero, one, 20210401};
    std::vector<std::uint64_t> unit(3), net(3), tax(3);
    std::string notes;
    auto wrong = tariff->lines(lines, {unit.data(), net.data(), tax.data()}, 2, &notes);
    CHECK(wrong && *wrong == 1 && net[0] == 103500 && tax[0] == 10350 && unit[1] == 1540 && unit[2] == VSYS_NONE);
    CHECK(notes.find("claims.rows.outside_programme") != std::string::npos);
    CHECK(*tariff->lines(lines, {unit.data(), net.data(), tax.data()}) == 1);
    CHECK(code_of(tariff->lines(lines, {unit.data(), unit.data(), tax.data()})) == "c.argument.overlap");
    CHECK(code_of(vsys::prices::from_json(R"({"periods":[]})")) == "claims.periods.none");

    auto sums = vsys::sums::over(1, 3);
    CHECK(sums->add(*tariff, lines, clinic, payer).has_value());
    auto total = sums->total();
    CHECK(total && total->count == 55 && total->net + total->tax == 122320);
    CHECK(sums->merge(*sums).has_value() && sums->institutions()->front().count == 110);
    CHECK(sums->municipalities(VSYS_COUPON_WITH)->at(2).count == 110);
    CHECK(code_of(sums->municipalities(2)) == "c.argument.value");
    CHECK(code_of(sums->merge(*vsys::sums::over(1, 2))) == "claims.sums.keys");
    CHECK(code_of(vsys::sums::over(UINT64_MAX, 1)) == "base.quantity.too_large");

    auto batch = vsys::claims::from_json(R"({"billing_month":"2022-01"})");
    vsys_claim claim{};
    claim.municipality = {VSYS_TEXT("131032")};
    claim.number = {VSYS_TEXT("0012345678")};
    claim.day = 20211205;
    claim.time = VSYS_UNKNOWN;
    claim.time_class = VSYS_TIME_CLASS_HOLIDAY;
    claim.coupon = VSYS_COUPON_WITH;
    claim.dose = 3;
    auto found = batch->add({claim, claim});
    CHECK(found && found->size() == 1 && found->front().at.row == 1 && found->front().code == "claims.record.double");
    CHECK(found && found->front().message_ja.find("同じ接種券") == 0 && !found->front().help_en.empty());
    found = batch->add({});
    CHECK(found && found->empty());
    CHECK(batch->totals()->counted == 1 && batch->totals()->kept_out == 1);
    auto sheets = batch->sheets(R"({"billing_month":"2022-01","cases":[],"form":"new","include_own":true,)"
                                R"("head":{"municipality":"131032"},"vaccination_month":"2021-12"})");
    // CLM-3: 4,200 yen on a holiday, with 10 percent.
    CHECK(sheets && sheets->find(R"("total":{"amount":4620,"count":1})") != std::string::npos);
    CHECK(code_of(batch->sheets("{}")) == "request.field.missing");
    CHECK(code_of(vsys::claims::from_json("{}")) == "request.field.missing");
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
    quantities();
    shares_and_plans();
    claims();
    threads();
    if (failures > 0) std::cout << failures << " failed\n";
    return failures > 0;
}
