// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/click.hpp"
#include "cli/input_set.hpp"
#include "cli/io.hpp"
#include "cli/screen.hpp"
#include "cli/take.hpp"

namespace mido::cli {

struct RecordOptions {
  InputChoice inputs;
  std::string file;
  TakeOptions take;
  int count_in = 0;   ///< bars
  std::string click;  ///< the port of the clicks; empty: they are printed only
  std::optional<Seconds> length;
  std::optional<Seconds> silence;  ///< after which the take ends
};

/// Records a take into a file, which has on the disk what was played up to a second ago.
class Recorder {
 public:
  Recorder(const RecordOptions& options, Io& io);

  /// Records until the take is over or the program is to stop. Throws FileError when the file could
  /// not be written, at once or at the end.
  void run();

 private:
  void count_in();
  void record();
  [[nodiscard]] bool is_over(Timestamp now) const;
  void hear(const FromPort& message);
  void save_now_and_then(Timestamp now);
  void save(Timestamp end) const;
  void show(Timestamp now);
  void hide();
  void tell(std::string_view text);
  void finish();

  const RecordOptions& options_;
  Io& io_;
  std::optional<Screen> screen_;
  InputSet inputs_;
  Take take_;
  Beats beats_;
  std::optional<Click> click_;
  Timestamp start_{};                // of the listening, after the count-in
  std::optional<Timestamp> last_{};  // message
  Timestamp next_save_{};
  Timestamp next_picture_{};
  bool is_saved_ = true;
};

}  // namespace mido::cli
