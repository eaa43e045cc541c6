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
inline result<std::string> version() { return detail::name(vsys_version_copy); }
inline result<std::string> data_version() { return detail::name(vsys_data_version_copy); }

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

} // namespace vsys

#endif
