// SPDX-License-Identifier: MIT
#include "smf/file_layout.hpp"

#include "smf/riff.hpp"

namespace mido::detail {

std::shared_ptr<const FileLayout> layout_of(std::span<const std::uint8_t> bytes,
                                            const smf::Reader& reader, const MidiFile& file) {
  const auto copy = [](std::span<const std::uint8_t> part) {
    return Bytes(part.begin(), part.end());
  };
  const smf::Frame& frame = reader.frame();
  const bool riff = frame.wrapper == smf::Wrapper::riff;
  return std::make_shared<const FileLayout>(
      FileLayout{.wrapper = frame.wrapper,
                 .before = copy(bytes.first(frame.begin)),
                 .after = copy(bytes.subspan(frame.end)),
                 .riff_info = riff ? smf::read_riff_info(bytes) : std::vector<smf::InfoField>(),
                 .size = frame.end - frame.begin,
                 .header = copy(reader.header().bytes),
                 .type = file.type,
                 .division = file.division,
                 .tracks = file.tracks.size()});
}

}  // namespace mido::detail
