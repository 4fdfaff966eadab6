// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>

#include "cli/canvas.hpp"

namespace mido::cli {

/// Shows canvases in the lines below the cursor, which it hides. Only what has changed is written,
/// in one piece.
class Screen {
 public:
  Screen(std::ostream& out, bool colors) : out_(out), colors_(colors) {}
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  ~Screen() { clear(); }

  void show(const Canvas& canvas);

  /// Takes the picture away and shows the cursor where it began.
  void clear();

 private:
  struct Style {
    Color ink = 0;
    Color paper = 0;
    bool reverse = false;
    friend bool operator==(const Style&, const Style&) = default;
  };

  void make_room(const Canvas& canvas);
  void move_to(int x, int y);
  void put(const Cell& cell);
  void set_style(const Style& style);

  std::ostream& out_;
  bool colors_;
  Canvas shown_;
  std::string pending_;
  Style style_;
  int x_ = 0;  // where the cursor is in the picture
  int y_ = 0;
};

}  // namespace mido::cli
