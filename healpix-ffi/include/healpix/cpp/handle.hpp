// Handles of the C library as objects that free themselves; results and iterators made of them.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_HANDLE_HPP
#define HEALPIX_CPP_HANDLE_HPP

#include "error.hpp"
#include "span.hpp"

#include <cstddef>
#include <cstdio>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace healpix {

/// Owns a handle of the C library and frees it at its end. It can be moved, not copied.
///
/// One that is empty, because it was moved from, never filled, or made by a call that failed with a std::error_code, is
/// harmless: calls refuse it with Status::null, numbers asked of it are sentinels, views of it are empty.
///
/// A handle belongs to the thread that made it; see healpix.hpp.
template <class Raw, void (*Free)(Raw *)>
class Handle {
public:
    /// The C type.
    using CType = Raw;

    /// An empty one.
    constexpr Handle() noexcept = default;
    /// Takes over what a C call handed out; null makes an empty one.
    explicit Handle(Raw *raw) noexcept : raw_(raw) {}
    Handle(Handle &&other) noexcept : raw_(std::exchange(other.raw_, nullptr)) {}
    Handle &operator=(Handle &&other) noexcept
    {
        if (this != &other)
            reset(other.release());
        return *this;
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    ~Handle() { Free(raw_); }

    /// The C handle, for calls to C; null if empty. It stays owned.
    const Raw *get() const noexcept { return raw_; }
    /// The same, for calls that change it.
    Raw *get() noexcept { return raw_; }
    /// Gives the C handle away: the caller has to free it. This one is empty afterwards.
    [[nodiscard]] Raw *release() noexcept { return std::exchange(raw_, nullptr); }
    /// Frees what is owned and takes over another.
    void reset(Raw *raw = nullptr) noexcept { Free(std::exchange(raw_, raw)); }
    /// Whether it is not empty.
    explicit operator bool() const noexcept { return raw_ != nullptr; }
    void swap(Handle &other) noexcept { std::swap(raw_, other.raw_); }

private:
    Raw *raw_ = nullptr;
};

/// An array that a call made, owned: a handle with the look of a std::vector to read. Views and iterators of it end
/// with it.
template <class T, class Raw, void (*Free)(Raw *), std::size_t (*Len)(const Raw *), const T *(*Data)(const Raw *)>
class Results : public Handle<Raw, Free> {
public:
    using value_type = T;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using reference = const T &;
    using const_reference = const T &;
    using iterator = const T *;
    using const_iterator = const T *;

    using Handle<Raw, Free>::Handle;

    std::size_t size() const noexcept { return Len(this->get()); }
    bool empty() const noexcept { return size() == 0; }
    const T *data() const noexcept { return Data(this->get()); }
    const T *begin() const noexcept { return data(); }
    const T *end() const noexcept { return data() + size(); }
    /// Element `k`, which must be below size().
    const T &operator[](std::size_t k) const noexcept { return data()[k]; }
    /// All of them, borrowed.
    View<const T> view() const & noexcept { return {data(), size()}; }
    View<const T> view() const && = delete;
};

namespace detail {

/// Reads the next element of a C iterator; false at the end.
template <class T, class Raw, healpix_status (*Next)(Raw *, T *), class On>
bool advance(Raw *raw, T &value, On &&on)
{
    const healpix_status status = Next(raw, &value);
    return status == HEALPIX_END ? (succeed(on), false) : settle(status, on);
}

/// An input iterator over a C iterator, which the range owns. The one at the end has none.
template <class T, class Raw, healpix_status (*Next)(Raw *, T *)>
class StreamIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T *;
    using reference = const T &;

    StreamIterator() noexcept = default;
    explicit StreamIterator(Raw *raw) : raw_(raw) { ++*this; }

    const T &operator*() const noexcept { return value_; }
    const T *operator->() const noexcept { return &value_; }
    StreamIterator &operator++()
    {
        if (raw_ != nullptr && !advance<T, Raw, Next>(raw_, value_, Throw()))
            raw_ = nullptr;
        return *this;
    }
    StreamIterator operator++(int)
    {
        StreamIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const StreamIterator &a, const StreamIterator &b) noexcept { return a.raw_ == b.raw_; }
    friend bool operator!=(const StreamIterator &a, const StreamIterator &b) noexcept { return a.raw_ != b.raw_; }

private:
    Raw *raw_ = nullptr;
    T value_{};
};

} // namespace detail

/// Elements that come one after the other, each found when it is asked for: a range for range-for and for algorithms
/// that go through their input once (std::input_iterator). It can be read once; begin() goes on where reading stopped.
///
/// What it was made from must live as long as it is read.
template <class T, class Raw, healpix_status (*Next)(Raw *, T *), void (*Free)(Raw *)>
class Stream : public Handle<Raw, Free> {
public:
    using value_type = T;
    using iterator = detail::StreamIterator<T, Raw, Next>;

    using Handle<Raw, Free>::Handle;

    /// The next element, nothing at the end. Errors: those of the C function that reads on.
    template <class On = Throw, class = OnError<On>>
    std::optional<T> next(On &&on = On()) noexcept(quiet<On>)
    {
        T value{};
        return detail::advance<T, Raw, Next>(this->get(), value, on) ? std::optional<T>(value) : std::nullopt;
    }

    /// Reads the next element and stands on it. Failures are thrown here and by ++.
    iterator begin() { return iterator(this->get()); }
    iterator end() noexcept { return iterator(); }
};

namespace detail {

/// Calls a C function whose last output is a new handle.
template <class H, class On, class Call, class... Args>
H create(On &&on, Call call, Args... args) noexcept(quiet<On>)
{
    typename H::CType *raw = nullptr;
    settle(call(args..., &raw), on);
    return H(raw);
}

/// Calls a C function that fills memory of a length it tells: `call(capacity, memory, &length)`. `guess` elements are
/// tried first.
template <class T, class On, class Call>
std::vector<T> list(On &&on, std::size_t guess, Call call)
{
    std::vector<T> list(guess);
    std::size_t n = 0;
    healpix_status status = call(list.size(), list.data(), &n);
    if (status == HEALPIX_ERR_BUFFER) {
        list.resize(n);
        status = call(list.size(), list.data(), &n);
    }
    list.resize(settle(status, on) ? n : 0);
    return list;
}

/// Calls a C function that copies a text: `call(memory, capacity, &length)`.
template <class On, class Call>
std::string text(On &&on, Call call)
{
    std::string text(256, '\0');
    std::size_t n = 0;
    healpix_status status = call(&text[0], text.size(), &n);
    if (status == HEALPIX_ERR_BUFFER) {
        text.resize(n + 1);
        status = call(&text[0], text.size(), &n);
    }
    text.resize(settle(status, on) ? n : 0);
    return text;
}

template <class H>
const typename H::CType *c_handle(const H &object) noexcept
{
    return object.get();
}
template <class H>
const typename H::CType *c_handle(const H *object) noexcept
{
    return object == nullptr ? nullptr : object->get();
}

/// Calls a C function that takes the handles of any number of objects and makes one more of that type.
template <class H, class On, class Call, class All>
H create_of_all(On &&on, Call call, const All &objects)
{
    std::vector<const typename H::CType *> handles;
    handles.reserve(objects.size());
    for (const auto &object : objects)
        handles.push_back(c_handle(object));
    return create<H>(on, call, handles.data(), handles.size());
}

/// An array of a call: `each` of its elements belong to one element of the call.
struct Length {
    const char *name;
    std::size_t n;
    std::size_t each = 1;
};

/// Whether arrays are as long as the first; otherwise the call fails and says which are not.
template <class On, std::size_t N>
bool same_lengths(On &&on, const Length (&arrays)[N]) noexcept(quiet<On>)
{
    for (const Length &array : arrays) {
        if (array.n / array.each != arrays[0].n || array.n % array.each != 0) {
            std::snprintf(complaint.text, sizeof complaint.text, "%s has %zu elements and %s has %zu; %zu are needed",
                          arrays[0].name, arrays[0].n, array.name, array.n, arrays[0].n * array.each);
            fail(on, Status::length);
            return false;
        }
    }
    return true;
}

} // namespace detail
} // namespace healpix

#endif
