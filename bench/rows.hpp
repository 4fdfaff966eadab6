// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bench/inputs.hpp"
#include "bench/row.hpp"

namespace bench {

/// Reading, writing, merging and going through the files of a corpus, which must outlive the rows.
[[nodiscard]] std::vector<Row> corpus_rows(const Corpus& corpus);

/// A live stream of bytes, which must outlive the rows.
[[nodiscard]] std::vector<Row> live_rows(const mido::Bytes& stream);

/// One big file into fresh memory. Each pass is a process of its own, `program --once ROW FILE`,
/// as memory that was used before costs less.
[[nodiscard]] std::vector<Row> big_rows(const std::filesystem::path& program,
                                        const std::filesystem::path& file);

/// In such a process: one pass of that row. Throws std::runtime_error.
[[nodiscard]] Pass big_pass(const std::string& row, const std::filesystem::path& file);

/// Other libraries, each a program in that folder (see bench/peers/prepare), which `seconds` is
/// for. Rows of those that are missing say so.
[[nodiscard]] std::vector<Row> peer_rows(const std::filesystem::path& peers, const Corpus& corpus,
                                         const std::filesystem::path& big,
                                         const std::filesystem::path& live, double seconds);

}  // namespace bench
