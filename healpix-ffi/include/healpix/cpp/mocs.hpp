// Lists of MOCs.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_MOCS_HPP
#define HEALPIX_CPP_MOCS_HPP

#include "moc.hpp"

#include <utility>
#include <vector>

namespace healpix {

/// A list of MOCs that belong to it, for reading: `for (const Moc &part : parts)`. Clone one to keep it longer.
class Mocs : public Handle<healpix_mocs, ::healpix_mocs_free> {
public:
    using value_type = Moc;
    using const_iterator = std::vector<Moc>::const_iterator;

    Mocs() noexcept = default;
    /// Takes over what a C call handed out; null makes an empty list.
    explicit Mocs(healpix_mocs *raw) : Handle(raw)
    {
        const std::size_t n = ::healpix_mocs_len(raw);
        members_.reserve(n);
        // Read only, and never freed: the list owns them.
        for (std::size_t k = 0; k < n; k++)
            members_.emplace_back(const_cast<healpix_moc *>(::healpix_mocs_get(raw, k)));
    }
    Mocs(Mocs &&other) noexcept = default;
    Mocs &operator=(Mocs &&other) noexcept
    {
        // The members of this one end with `other`.
        Handle::swap(other);
        members_.swap(other.members_);
        return *this;
    }
    ~Mocs()
    {
        for (Moc &member : members_)
            static_cast<void>(member.release());
    }
    /// Owned members cannot leave their list.
    healpix_mocs *release() = delete;
    void reset(healpix_mocs *raw = nullptr) = delete;

    std::size_t size() const noexcept { return members_.size(); }
    bool empty() const noexcept { return members_.empty(); }
    /// Number `k`, which must be below size(); valid as long as the list.
    const Moc &operator[](std::size_t k) const & noexcept { return members_[k]; }
    const Moc &operator[](std::size_t k) const && = delete;
    const_iterator begin() const noexcept { return members_.begin(); }
    const_iterator end() const noexcept { return members_.end(); }
    /// All of them, borrowed; for Moc::union_all for instance.
    View<const Moc> view() const & noexcept { return {members_.data(), members_.size()}; }
    View<const Moc> view() const && = delete;

private:
    std::vector<Moc> members_;
};

template <class On, class>
Mocs Moc::split(Connectivity connectivity, On &&on) const
{
    return detail::create<Mocs>(on, ::healpix_moc_split, get(), detail::raw(connectivity));
}

} // namespace healpix

#endif
