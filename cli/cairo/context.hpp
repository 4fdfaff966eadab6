// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include <memory>
#include <string>

namespace mido::cli {

struct Rgb {
  double red = 0;
  double green = 0;
  double blue = 0;
};

/// 0xRRGGBB
[[nodiscard]] constexpr Rgb rgb(unsigned hex) {
  return {((hex >> 16) & 0xFF) / 255.0, ((hex >> 8) & 0xFF) / 255.0, (hex & 0xFF) / 255.0};
}

/// Between two colours: `a` at 0, `b` at 1.
[[nodiscard]] constexpr Rgb mix(Rgb a, Rgb b, double part) {
  const auto between = [part](double x, double y) { return x + (y - x) * part; };
  return {between(a.red, b.red), between(a.green, b.green), between(a.blue, b.blue)};
}

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  [[nodiscard]] double right() const { return x + width; }
  [[nodiscard]] double bottom() const { return y + height; }
};

struct Font {
  double size = 10;
  bool bold = false;
};

/// Draws on a surface of Cairo.
class Context {
 public:
  explicit Context(cairo_surface_t* surface) : cairo_(cairo_create(surface), cairo_destroy) {}

  void fill(const Box& box, Rgb color);
  void fill_rounded(const Box& box, double radius, Rgb color);
  void line(double x1, double y1, double x2, double y2, Rgb color, double width = 0.6);
  /// A quarter note, its head at (x, y). Returns where it ends at the right.
  double quarter_note(double x, double y, Rgb color);
  /// `y` is the line that the letters stand on. Returns where the text ends.
  double text(double x, double y, const std::string& text, Font font, Rgb color);
  [[nodiscard]] double width_of(const std::string& text, Font font);

  [[nodiscard]] cairo_t* get() const { return cairo_.get(); }

 private:
  void set(Rgb color) { cairo_set_source_rgb(get(), color.red, color.green, color.blue); }
  void set(Font font);

  std::unique_ptr<cairo_t, void (*)(cairo_t*)> cairo_;
};

}  // namespace mido::cli
