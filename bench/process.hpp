// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/row.hpp"

namespace bench {

/// Runs a program that prints one line, `seconds S bytes N items N [NAME VALUE]...`, or
/// `error TEXT`. Throws std::runtime_error with that text, or when it prints something else.
[[nodiscard]] Pass run_child(const std::vector<std::string>& command);

/// The line for it.
[[nodiscard]] std::string to_line(const Pass& pass);

/// Memory of this process in bytes: what it has now, and the most it ever had.
[[nodiscard]] std::size_t memory_now();
[[nodiscard]] std::size_t memory_peak();

/// This process gets pages of 4 KiB from now on, also where it asks for huge ones.
void forbid_huge_pages();

/// Zeroed pages that were never touched.
class FreshPages {
 public:
  explicit FreshPages(std::size_t size);
  ~FreshPages();
  FreshPages(const FreshPages&) = delete;
  FreshPages& operator=(const FreshPages&) = delete;

  [[nodiscard]] void* data() const noexcept { return data_; }

 private:
  void* data_;
  std::size_t size_;
};

}  // namespace bench
