// Defines an array for gigabytes of elements. It grows in place or by moving
// its pages, never by copying its elements.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <new>
#include <type_traits>
#include <utility>

namespace newsmill::dedup {

/// An array of elements whose bytes are all zero at first. The memory of an
/// element is used only when the element is first written. The array asks for
/// pages of 2 MiB, because reads at random places of an array with pages of 4
/// KiB also wait for the page tables. Not thread-safe.
template <typename T>
class BigArray {
  static_assert(std::is_trivially_copyable_v<T> &&
                std::is_trivially_destructible_v<T>);

 public:
  BigArray() = default;
  ~BigArray() {
    if (elements_ != nullptr) munmap(elements_, mapped_);
  }
  BigArray(const BigArray&) = delete;
  BigArray& operator=(const BigArray&) = delete;

  T& operator[](size_t i) { return elements_[i]; }
  const T& operator[](size_t i) const { return elements_[i]; }
  size_t size() const { return size_; }

  /// Makes the array at least `size` elements long. References to elements
  /// become invalid. Throws std::bad_alloc if there is no address space.
  void GrowTo(size_t size) {
    if (size <= size_) return;
    if (size * sizeof(T) > mapped_) Map(size * sizeof(T));
    size_ = size;
  }

  int64_t bytes() const { return static_cast<int64_t>(size_ * sizeof(T)); }

 private:
  static constexpr size_t kHugePage = size_t{2} << 20;

  void Map(size_t needed) {
    // The array doubles, so that its pages are moved only a few times. Pages
    // that are not used yet need no memory.
    size_t bytes = mapped_ == 0 ? kHugePage : mapped_;
    while (bytes < needed) bytes *= 2;
    void* const pages =
        elements_ == nullptr
            ? mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
            : mremap(elements_, mapped_, bytes, MREMAP_MAYMOVE);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    // A small array would waste most of a huge page. Without huge pages, the
    // array is only slower, so a failure does not matter.
    if (bytes > kHugePage) madvise(pages, bytes, MADV_HUGEPAGE);
    elements_ = static_cast<T*>(pages);
    mapped_ = bytes;
  }

  T* elements_ = nullptr;
  size_t size_ = 0;
  size_t mapped_ = 0;  // bytes
};

}  // namespace newsmill::dedup
