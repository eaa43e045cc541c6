// vsys for C++17: handles that free themselves, errors as values, views in and strings out. Header only, over vsys.h.
//
// Nothing here throws but std::bad_alloc. Whatever can fail gives a vsys::result, which holds a value or a vsys::error;
// handles move and never copy. Texts are UTF-8, and a view need live no longer than the call.
#ifndef VSYS_HPP
#define VSYS_HPP

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "vsys.h"

namespace vsys {

// What is refused or cannot be meant: a stable code, and the whole error as canonical JSON with every finding, its place,
// message and help in English and Japanese.
class error {
public:
    error(std::string code, std::string json) : code_(std::move(code)), json_(std::move(json)) {}

    // The stable code, such as "request.field.missing".
    const std::string &code() const noexcept { return code_; }

    // {"error":{"code":…,"findings":[…],…}}
    const std::string &json() const noexcept { return json_; }

private:
    std::string code_;
    std::string json_;
};

// A value or an error. Taking what is not there ends the program: ask first.
template <class T>
class [[nodiscard]] result {
public:
    using value_type = T;

    result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    result(vsys::error error) : held_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const noexcept { return held_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T &operator*() & noexcept { return present(std::get_if<0>(&held_)); }
    const T &operator*() const & noexcept { return present(std::get_if<0>(&held_)); }
    T &&operator*() && noexcept { return std::move(present(std::get_if<0>(&held_))); }
    T *operator->() noexcept { return &**this; }
    const T *operator->() const noexcept { return &**this; }

    const vsys::error &error() const & noexcept { return present(std::get_if<1>(&held_)); }
    vsys::error &&error() && noexcept { return std::move(present(std::get_if<1>(&held_))); }

    template <class U>
    T value_or(U &&other) const & {
        return has_value() ? **this : static_cast<T>(std::forward<U>(other));
    }

    // Goes on with the value: `next` takes it and gives a result. An error is passed on.
    template <class F>
    auto and_then(F &&next) && -> std::invoke_result_t<F, T &&> {
        if (has_value()) return std::forward<F>(next)(*std::move(*this));
        return std::move(*this).error();
    }

private:
    template <class V>
    static V &present(V *held) noexcept {
        if (held == nullptr) std::abort();
        return *held;
    }

    std::variant<T, vsys::error> held_;
};

// Success without a value.
using done = std::monostate;

namespace detail {

inline const std::uint8_t *bytes(std::string_view text) noexcept {
    return reinterpret_cast<const std::uint8_t *>(text.data());
}

inline vsys_text text(std::string_view text) noexcept {
    return vsys_text{bytes(text), text.size()};
}

// A handle of one kind, freed once.
template <class H, vsys_error *(*Free)(H *)>
class handle {
public:
    handle() noexcept = default;
    explicit handle(H *raw) noexcept : raw_(raw) {}
    handle(handle &&other) noexcept : raw_(std::exchange(other.raw_, nullptr)) {}
    handle &operator=(handle &&other) noexcept {
        if (this != &other) {
            reset();
            raw_ = std::exchange(other.raw_, nullptr);
        }
        return *this;
    }
    handle(const handle &) = delete;
    handle &operator=(const handle &) = delete;
    ~handle() { reset(); }

    H *get() const noexcept { return raw_; }
    // The place where a function of vsys.h puts a new handle.
    H **put() noexcept {
        reset();
        return &raw_;
    }

private:
    void reset() noexcept {
        // Freeing what is ours alone can fail in no way that could be mended.
        if (raw_ != nullptr) {
            if (vsys_error *error = Free(std::exchange(raw_, nullptr))) vsys_error_free(error);
        }
    }

    H *raw_ = nullptr;
};

using error_handle = handle<vsys_error, vsys_error_free>;
using answer_handle = handle<vsys_answer, vsys_answer_free>;
using book_handle = handle<vsys_book, vsys_book_free>;
using hours_handle = handle<vsys_hours, vsys_hours_free>;
using prices_handle = handle<vsys_prices, vsys_prices_free>;
using sums_handle = handle<vsys_sums, vsys_sums_free>;
using timetable_handle = handle<vsys_timetable, vsys_timetable_free>;
using findings_handle = handle<vsys_findings, vsys_findings_free>;
using claims_handle = handle<vsys_claims, vsys_claims_free>;

// A text that is copied out by a function of the form (buffer, capacity, &written), with its length known beforehand.
template <class Copy>
std::string copied(std::size_t len, Copy &&copy) {
    std::string text(len, '\0');
    std::size_t written = 0;
    error_handle error(copy(reinterpret_cast<std::uint8_t *>(&text[0]), len, &written));
    text.resize(error.get() == nullptr ? written : 0);
    return text;
}

// Reads an error and frees it.
inline error read(vsys_error *raw) {
    const error_handle held(raw);
    std::size_t len = 0;
    const error_handle fault(vsys_error_len(raw, &len));
    const auto code = [raw](std::uint8_t *buffer, std::size_t capacity, std::size_t *written) {
        return vsys_error_code_copy(raw, buffer, capacity, written);
    };
    const auto json = [raw](std::uint8_t *buffer, std::size_t capacity, std::size_t *written) {
        return vsys_error_copy(raw, buffer, capacity, written);
    };
    return error(copied(VSYS_NAME_MAX, code), copied(len, json));
}

// A short text: of a function of the form (buffer, capacity, &written).
template <class Copy>
result<std::string> name(Copy &&copy) {
    std::string text(VSYS_NAME_MAX, '\0');
    std::size_t written = 0;
    if (vsys_error *error = copy(reinterpret_cast<std::uint8_t *>(&text[0]), text.size(), &written)) return read(error);
    text.resize(written);
    return text;
}

inline result<std::string> read(const answer_handle &answer) {
    std::size_t len = 0;
    if (vsys_error *error = vsys_answer_len(answer.get(), &len)) return read(error);
    return copied(len, [&answer](std::uint8_t *buffer, std::size_t capacity, std::size_t *written) {
        return vsys_answer_copy(answer.get(), buffer, capacity, written);
    });
}

inline result<std::string> call(const vsys_book *book, std::string_view operation, std::string_view request) {
    answer_handle answer;
    vsys_error *error = vsys_call(book, bytes(operation), operation.size(), bytes(request), request.size(), answer.put());
    if (error != nullptr) return read(error);
    return read(answer);
}

} // namespace detail

// Whether the library that was loaded is the one this header was made for.
inline bool abi_matches() noexcept { return vsys_abi_version() == VSYS_ABI_VERSION; }

// The version of the library, and that of the bundled tables.
inline std::string_view version() noexcept { return vsys_version(); }
inline std::string_view data_version() noexcept { return vsys_data_version(); }

// The names of all operations, in their order.
inline result<std::vector<std::string>> operations() {
    std::vector<std::string> names;
    const std::size_t count = vsys_operation_count();
    names.reserve(count);
    for (std::size_t index = 0; index < count; index++) {
        auto name = detail::name([index](std::uint8_t *buffer, std::size_t capacity, std::size_t *written) {
            return vsys_operation_name_copy(index, buffer, capacity, written);
        });
        if (!name) return std::move(name).error();
        names.push_back(*std::move(name));
    }
    return names;
}

// The JSON Schema of an operation, {"answer":…,"request":…}.
inline result<std::string> schema(std::string_view operation) {
    detail::answer_handle answer;
    if (vsys_error *error = vsys_schema(detail::bytes(operation), operation.size(), answer.put())) {
        return detail::read(error);
    }
    return detail::read(answer);
}

// Runs an operation over the bundled tables: JSON in, canonical JSON out.
inline result<std::string> call(std::string_view operation, std::string_view request) {
    return detail::call(nullptr, operation, request);
}

// Tables of the caller's own (ルールブック). Any thread may use it.
class book {
public:
    // From a JSON object in which each of `products`, `holidays` and `municipalities` replaces a bundled table.
    static result<book> from_json(std::string_view json) {
        detail::book_handle handle;
        if (vsys_error *error = vsys_book_new(detail::bytes(json), json.size(), handle.put())) return detail::read(error);
        return book(std::move(handle));
    }

    // Runs an operation over these tables.
    result<std::string> call(std::string_view operation, std::string_view request) const {
        return detail::call(handle_.get(), operation, request);
    }

    // For functions of vsys.h; it stays the book's own.
    const vsys_book *get() const noexcept { return handle_.get(); }

private:
    explicit book(detail::book_handle handle) noexcept : handle_(std::move(handle)) {}

    detail::book_handle handle_;
};

// What a screening form says (予診票の記載), as it is written.
struct form {
    std::string_view coupon;
    std::string_view municipality;
    std::string_view birth_date;
    std::string_view date;
    std::optional<std::string_view> previous_date;
    std::uint64_t dose = 0;
};

// The faults of a form, as a mask of VSYS_FORM_FAULT_….
class form_faults {
public:
    explicit form_faults(std::uint32_t bits) noexcept : bits_(bits) {}
    bool none() const noexcept { return bits_ == 0; }
    bool has(std::uint32_t fault) const noexcept { return (bits_ & fault) != 0; }
    std::uint32_t bits() const noexcept { return bits_; }

private:
    std::uint32_t bits_;
};

// Checks a screening form without JSON; the limits are those of vsys.h. Messages come from "form.check".
inline result<form_faults> check(const form &form, const vsys_form_limits &limits) {
    vsys_form raw{};
    raw.coupon = detail::text(form.coupon);
    raw.municipality = detail::text(form.municipality);
    raw.birth_date = detail::text(form.birth_date);
    raw.date = detail::text(form.date);
    // An empty text is a date written wrong; only NULL is none.
    if (form.previous_date) raw.previous_date = detail::text(form.previous_date->data() ? *form.previous_date : "");
    raw.dose = form.dose;
    std::uint32_t faults = 0;
    if (vsys_error *error = vsys_form_check(&raw, &limits, &faults)) return detail::read(error);
    return form_faults(faults);
}

// The book of a call: none stands for the bundled tables.
using tables = const book *;

namespace detail {

inline const vsys_book *raw(tables book) noexcept { return book != nullptr ? book->get() : nullptr; }

} // namespace detail

// What services of one kind cost (単価・請求金額), without JSON. Days are numbers such as 20211205.
inline result<vsys_price> price(const vsys_service &service, tables book = nullptr) {
    vsys_price found{};
    if (vsys_error *error = vsys_price_of(detail::raw(book), &service, &found)) return detail::read(error);
    return found;
}

// What a municipality code (市町村コード) names on a day; what is wrong with it is its `verdict`.
inline result<vsys_municipality> municipality(std::string_view code, std::uint32_t day, tables book = nullptr) {
    vsys_municipality found{};
    vsys_error *error = vsys_municipality_check(detail::raw(book), detail::bytes(code), code.size(), day, &found);
    if (error != nullptr) return detail::read(error);
    return found;
}

// The name of the municipality that has a code on a day.
inline result<std::string> municipality_name(std::string_view code, std::uint32_t day, tables book = nullptr) {
    std::string name(VSYS_TEXT_MAX, '\0');
    std::size_t written = 0;
    vsys_error *error = vsys_municipality_name_copy(detail::raw(book), detail::bytes(code), code.size(), day,
        reinterpret_cast<std::uint8_t *>(&name[0]), name.size(), &written);
    if (error != nullptr) return detail::read(error);
    name.resize(written);
    return name;
}

// What is wrong with an institution's number (医療機関等番号) of a kind, VSYS_INSTITUTION_…, as its `verdict`.
inline result<vsys_institution> institution(std::string_view code, std::uint32_t kind) {
    vsys_institution found{};
    if (vsys_error *error = vsys_institution_check(detail::bytes(code), code.size(), kind, &found)) {
        return detail::read(error);
    }
    return found;
}

// Whether a day is a national holiday.
inline result<bool> holiday(std::uint32_t day, tables book = nullptr) {
    std::uint32_t found = 0;
    if (vsys_error *error = vsys_holiday(detail::raw(book), day, &found)) return detail::read(error);
    return found != 0;
}

// The hours that an institution has posted (診療時間). Any thread may use them.
class hours {
public:
    // From the member `hours` of "claims.classify".
    static result<hours> from_json(std::string_view json) {
        detail::hours_handle handle;
        if (vsys_error *error = vsys_hours_new(detail::bytes(json), json.size(), handle.put())) return detail::read(error);
        return hours(std::move(handle));
    }

    // The class of time (時間区分) of a vaccination at a moment such as 202112051000.
    result<vsys_time> time_class(std::uint64_t at, tables book = nullptr) const {
        vsys_time found{};
        vsys_error *error = vsys_time_class(detail::raw(book), handle_.get(), at, &found);
        if (error != nullptr) return detail::read(error);
        return found;
    }

private:
    explicit hours(detail::hours_handle handle) noexcept : handle_(std::move(handle)) {}

    detail::hours_handle handle_;
};

// Boxes of a product in every unit (換算), by the pack of the delivery week, a Monday such as 20210301.
inline result<vsys_quantity> from_boxes(std::string_view product, std::uint32_t week, std::uint64_t boxes,
    tables book = nullptr) {
    vsys_quantity found{};
    vsys_error *error = vsys_quantity_from_boxes(detail::raw(book), detail::bytes(product), product.size(), week, boxes,
        &found);
    if (error != nullptr) return detail::read(error);
    return found;
}

// Doses of a product as whole boxes, rounded as `rounding` says, VSYS_ROUNDING_…, and those in every unit.
inline result<vsys_quantity> from_doses(std::string_view product, std::uint32_t week, std::uint64_t doses,
    std::uint32_t rounding, tables book = nullptr) {
    vsys_quantity found{};
    vsys_error *error = vsys_quantity_from_doses(detail::raw(book), detail::bytes(product), product.size(), week, doses,
        rounding, &found);
    if (error != nullptr) return detail::read(error);
    return found;
}

// How needles are filled in (針・シリンジの必要数量); the members are those of vsys_needle_fill.
struct needle_terms {
    std::uint32_t purpose = VSYS_NEEDLES_ALLOCATION_CEIL;
    // Of a plan; none is the product's published one.
    std::optional<std::string_view> policy;
    // Needle boxes entered by hand.
    std::optional<std::uint64_t> lowered;
};

// The needle boxes of an amount of vaccine.
inline result<vsys_needles> needles(std::string_view product, std::uint32_t week, std::uint64_t boxes,
    const needle_terms &terms, tables book = nullptr) {
    vsys_needles found{};
    const std::string_view policy = terms.policy.value_or(std::string_view());
    vsys_error *error = vsys_needle_fill(detail::raw(book), detail::bytes(product), product.size(), week, boxes,
        terms.purpose, detail::bytes(policy), policy.size(), terms.lowered.value_or(VSYS_NONE), &found);
    if (error != nullptr) return detail::read(error);
    return found;
}

// The cycles (クール) from a first day of vaccination on, a Monday; without the id of a calendar those of 2022.
inline result<std::vector<vsys_cycle>> cycles(std::uint32_t start, std::uint32_t count, std::string_view calendar = {},
    tables book = nullptr) {
    // What is beyond the most there may be is refused by the library, which then writes nothing.
    std::vector<vsys_cycle> found(count >= 1 && count <= 1000 ? count : 1);
    vsys_error *error = vsys_cycles(detail::raw(book), detail::bytes(calendar), calendar.size(), start, count,
        found.data(), nullptr);
    if (error != nullptr) return detail::read(error);
    return found;
}

// The class of age (年齢区分) on the day of vaccination, VSYS_AGE_CLASS_….
inline result<std::uint32_t> age_class(std::uint32_t birth_day, std::uint32_t day) {
    std::uint32_t found = 0;
    if (vsys_error *error = vsys_age_class(birth_day, day, &found, nullptr)) return detail::read(error);
    return found;
}

// Amounts in the order of the rows, and what is told besides.
struct apportionment {
    std::vector<std::uint64_t> amounts;
    vsys_shared told;
};

// Shares a supply out in whole units (配分量の自動計算). What `shares` points to is only read.
inline result<apportionment> apportion(const vsys_shares &shares) {
    // More rows than there may be are refused by the library, which then writes nothing.
    apportionment made{std::vector<std::uint64_t>(shares.rows <= 1000000 ? shares.rows : 1), vsys_shared{}};
    if (vsys_error *error = vsys_apportion(&shares, made.amounts.data(), &made.told)) return detail::read(error);
    return made;
}

// A compiled price table (単価表). Any thread may use it.
class prices {
public:
    // From `{"periods":[…],"rounding":"floor"}`; `{}` is the tariff.
    static result<prices> from_json(std::string_view json, tables book = nullptr) {
        detail::prices_handle handle;
        vsys_error *error = vsys_prices_new(detail::raw(book), detail::bytes(json), json.size(), handle.put());
        if (error != nullptr) return detail::read(error);
        return prices(std::move(handle));
    }

    // Prices lines into the caller's columns; gives the number of rows without a price, which "{"findings":…}" in `notes`
    // explains.
    result<std::uint64_t> lines(const vsys_lines &lines, const vsys_price_columns &columns, std::uint32_t threads = 1,
        std::string *notes = nullptr) const {
        std::uint64_t wrong = 0;
        detail::answer_handle answer;
        vsys_error *error = vsys_price_lines(handle_.get(), &lines, &columns, threads, &wrong,
            notes != nullptr ? answer.put() : nullptr);
        if (error != nullptr) return detail::read(error);
        if (notes != nullptr) {
            auto text = detail::read(answer);
            if (!text) return std::move(text).error();
            *notes = *std::move(text);
        }
        return wrong;
    }

    // For functions of vsys.h; it stays the table's own.
    const vsys_prices *get() const noexcept { return handle_.get(); }

private:
    explicit prices(detail::prices_handle handle) noexcept : handle_(std::move(handle)) {}

    detail::prices_handle handle_;
};

// Sums of claim lines by institution, and by municipality and coupon (集計). Any thread may add to them.
class sums {
public:
    static result<sums> over(std::uint64_t institutions, std::uint64_t municipalities) {
        detail::sums_handle handle;
        if (vsys_error *error = vsys_sums_new(institutions, municipalities, handle.put())) return detail::read(error);
        return sums(std::move(handle), institutions, municipalities);
    }

    // Prices lines and adds them; `institution` and `municipality` are indices, one a row.
    result<done> add(const prices &prices, const vsys_lines &lines, const std::uint32_t *institution,
        const std::uint32_t *municipality, std::uint32_t threads = 1) {
        vsys_error *error = vsys_sums_add(handle_.get(), prices.get(), &lines, institution, municipality, threads);
        if (error != nullptr) return detail::read(error);
        return done{};
    }

    // Adds other sums over the same institutions and municipalities.
    result<done> merge(const sums &later) {
        if (vsys_error *error = vsys_sums_merge(handle_.get(), later.handle_.get())) return detail::read(error);
        return done{};
    }

    result<vsys_sum> total() const {
        vsys_sum found{};
        if (vsys_error *error = vsys_sums_total(handle_.get(), &found)) return detail::read(error);
        return found;
    }

    result<std::vector<vsys_sum>> institutions() const {
        std::vector<vsys_sum> found(institutions_);
        vsys_error *error = vsys_sums_institutions(handle_.get(), found.size(), found.data());
        if (error != nullptr) return detail::read(error);
        return found;
    }

    // Those of one kind of coupon, VSYS_COUPON_….
    result<std::vector<vsys_sum>> municipalities(std::uint32_t coupon) const {
        std::vector<vsys_sum> found(municipalities_);
        vsys_error *error = vsys_sums_municipalities(handle_.get(), coupon, found.size(), found.data());
        if (error != nullptr) return detail::read(error);
        return found;
    }

private:
    sums(detail::sums_handle handle, std::uint64_t institutions, std::uint64_t municipalities) noexcept
        : handle_(std::move(handle)), institutions_(institutions), municipalities_(municipalities) {}

    detail::sums_handle handle_;
    std::size_t institutions_;
    std::size_t municipalities_;
};

// The rows of a plan (計画の行) and what they rest on, as a mask of VSYS_ASSUMPTION_….
struct plan_rows {
    std::vector<vsys_plan_row> rows;
    std::uint64_t assumptions;
};

// The cycles of plans with their packs and confirmations (計画の対象クール). Any thread may use it.
class timetable {
public:
    // From the members `setup` and `confirmed` of "plan.status".
    static result<timetable> from_json(std::string_view json, tables book = nullptr) {
        detail::timetable_handle handle;
        vsys_error *error = vsys_timetable_new(detail::raw(book), detail::bytes(json), json.size(), handle.put());
        if (error != nullptr) return detail::read(error);
        return timetable(std::move(handle));
    }

    // The rows of one plan at a moment such as 202201171000: vaccine and needle boxes, one of each a cycle.
    result<plan_rows> rows(std::uint64_t now, const std::vector<std::uint64_t> &boxes,
        const std::vector<std::uint64_t> &needles) const {
        // The library counts the one column; the other has as many.
        const std::size_t count = boxes.size() == needles.size() ? boxes.size() : 0;
        plan_rows made{std::vector<vsys_plan_row>(count), 0};
        vsys_error *error = vsys_plan_rows(handle_.get(), now, boxes.data(), needles.data(), count, made.rows.data(),
            &made.assumptions);
        if (error != nullptr) return detail::read(error);
        return made;
    }

private:
    explicit timetable(detail::timetable_handle handle) noexcept : handle_(std::move(handle)) {}

    detail::timetable_handle handle_;
};

// What was found in a row: where, how heavy, and in which words.
struct finding {
    vsys_finding at;
    std::string code, rule, member, message_ja, message_en, help_ja, help_en;
};

// A batch of vaccinations that are claimed together (請求の集計). Any thread may add to it.
class claims {
public:
    // From the members `billing_month`, `site` and `hours` of "claims.check".
    static result<claims> from_json(std::string_view json, tables book = nullptr) {
        detail::claims_handle handle;
        vsys_error *error = vsys_claims_new(detail::raw(book), detail::bytes(json), json.size(), handle.put());
        if (error != nullptr) return detail::read(error);
        return claims(std::move(handle));
    }

    // Judges rows and counts them; a row with an error is kept out. Gives everything that was found.
    result<std::vector<finding>> add(const std::vector<vsys_claim> &rows) {
        detail::findings_handle handle;
        vsys_error *error = vsys_claims_add(handle_.get(), rows.data(), rows.size(), nullptr, handle.put());
        if (error != nullptr) return detail::read(error);
        return read(handle.get());
    }

    result<vsys_claims_total> totals() const {
        vsys_claims_total found{};
        if (vsys_error *error = vsys_claims_totals(handle_.get(), &found)) return detail::read(error);
        return found;
    }

    // The sheets of what was counted, as canonical JSON; `json` is a request of "claims.sheets".
    result<std::string> sheets(std::string_view json) const {
        detail::answer_handle answer;
        vsys_error *error = vsys_claims_sheets(handle_.get(), detail::bytes(json), json.size(), answer.put());
        if (error != nullptr) return detail::read(error);
        return detail::read(answer);
    }

private:
    explicit claims(detail::claims_handle handle) noexcept : handle_(std::move(handle)) {}

    static result<std::vector<finding>> read(const vsys_findings *raw) {
        std::size_t count = 0;
        if (vsys_error *error = vsys_findings_len(raw, &count)) return detail::read(error);
        std::vector<finding> found(count);
        for (std::size_t index = 0; index < count; index++) {
            if (vsys_error *error = vsys_finding_at(raw, index, &found[index].at)) return detail::read(error);
            const std::pair<std::uint32_t, std::string *> parts[] = {
                {VSYS_FINDING_CODE, &found[index].code},
                {VSYS_FINDING_RULE, &found[index].rule},
                {VSYS_FINDING_MEMBER, &found[index].member},
                {VSYS_FINDING_MESSAGE_JA, &found[index].message_ja},
                {VSYS_FINDING_MESSAGE_EN, &found[index].message_en},
                {VSYS_FINDING_HELP_JA, &found[index].help_ja},
                {VSYS_FINDING_HELP_EN, &found[index].help_en},
            };
            for (const auto &[part, text] : parts) {
                auto copied = copy(raw, index, part);
                if (!copied) return std::move(copied).error();
                *text = *std::move(copied);
            }
        }
        return found;
    }

    // A part of a finding, whatever its length.
    static result<std::string> copy(const vsys_findings *raw, std::size_t index, std::uint32_t part) {
        std::string text(VSYS_TEXT_MAX, '\0');
        std::size_t written = 0;
        while (vsys_error *error = vsys_finding_copy(raw, index, part, reinterpret_cast<std::uint8_t *>(&text[0]),
                   text.size(), &written)) {
            auto told = detail::read(error);
            if (told.code() != "c.buffer.too_small") return told;
            text.resize(text.size() * 2);
        }
        text.resize(written);
        return text;
    }

    detail::claims_handle handle_;
};

} // namespace vsys

#endif
