// Arrays that belong to somebody else: a pointer and a number of elements.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_SPAN_HPP
#define HEALPIX_CPP_SPAN_HPP

#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>

#if defined(__has_include)
#if __has_include(<version>)
#include <version>
#endif
#endif
#if defined(__cpp_lib_span)
#include <span>
#endif
#if defined(__cpp_lib_ranges)
#include <ranges>
#endif

namespace healpix {

template <class T>
class View;

namespace detail {

template <class T>
struct is_view : std::false_type {};
template <class T>
struct is_view<View<T>> : std::true_type {};

/// The type that data() of a container points to, where that may be read as an array of T: the same type, but for
/// const.
template <class Container, class T>
using Viewable = std::enable_if_t<
    !is_view<std::remove_cv_t<Container>>::value
    && std::is_convertible_v<std::remove_pointer_t<decltype(std::data(std::declval<Container &>()))> (*)[], T (*)[]>
    && std::is_convertible_v<decltype(std::size(std::declval<Container &>())), std::size_t>>;

} // namespace detail

/// A borrowed array, of which nothing is owned: good for as long as its owner says. Copying one copies a pointer and
/// a number. This is the same type in C++17 and C++20; where there is std::span, it converts to that.
template <class T>
class View {
public:
    using element_type = T;
    using value_type = std::remove_cv_t<T>;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using pointer = T *;
    using reference = T &;
    using iterator = T *;

    constexpr View() noexcept = default;
    /// `n` elements at `data`, which may be null if there are none.
    constexpr View(T *data, std::size_t n) noexcept : data_(data), size_(n) {}
    /// The elements of a vector, an array, a C array, a std::span: of whatever has data() and size().
    template <class Container, class = detail::Viewable<Container, T>>
    constexpr View(Container &container) noexcept : data_(std::data(container)), size_(std::size(container))
    {
    }
    /// The same of a temporary, which lives until the end of the expression; to read only.
    template <class Container, class = detail::Viewable<const Container, T>>
    constexpr View(const Container &container) noexcept : data_(std::data(container)), size_(std::size(container))
    {
    }
    /// What may be written may be read.
    template <class U, class = std::enable_if_t<!std::is_same_v<U, T> && std::is_convertible_v<U (*)[], T (*)[]>>>
    constexpr View(View<U> other) noexcept : data_(other.data()), size_(other.size())
    {
    }

    constexpr T *data() const noexcept { return data_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr T *begin() const noexcept { return data_; }
    constexpr T *end() const noexcept { return data_ + size_; }
    /// Element `k`, which must be below size().
    constexpr T &operator[](std::size_t k) const noexcept { return data_[k]; }
    /// The first element; there must be one.
    constexpr T &front() const noexcept { return data_[0]; }
    /// The last element; there must be one.
    constexpr T &back() const noexcept { return data_[size_ - 1]; }
    /// `n` elements from `first` on; there must be so many.
    constexpr View subspan(std::size_t first, std::size_t n) const noexcept { return {data_ + first, n}; }

private:
    T *data_ = nullptr;
    std::size_t size_ = 0;
};

#if defined(__cpp_lib_span)
/// Arrays that are handed over for the time of a call: std::span where there is one, View otherwise.
template <class T>
using span = std::span<T>;
#else
/// Arrays that are handed over for the time of a call: std::span where there is one, View otherwise.
template <class T>
using span = View<T>;
#endif

} // namespace healpix

#if defined(__cpp_lib_ranges)
template <class T>
inline constexpr bool std::ranges::enable_borrowed_range<healpix::View<T>> = true;
template <class T>
inline constexpr bool std::ranges::enable_view<healpix::View<T>> = true;
#endif

#endif
