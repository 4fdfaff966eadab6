// SPDX-License-Identifier: MIT
#include "cli/roll_file.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include <cmath>
#include <memory>

#include "cli/cairo/roll_layout.hpp"
#include "cli/cairo/roll_painter.hpp"
#include "cli/cairo/theme.hpp"
#include "cli/files.hpp"

namespace mido::cli {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;

Surface own(cairo_surface_t* surface) { return {surface, cairo_surface_destroy}; }

void check(cairo_status_t status, const std::string& path) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  throw FileError(path + ": " + cairo_status_to_string(status));
}

int pixels(double points, double scale) { return static_cast<int>(std::ceil(points * scale)); }

Surface make_surface(const std::string& path, const std::string& target, const RollLayout& layout,
                     double scale) {
  if (path.ends_with(".svg")) {
    return own(cairo_svg_surface_create(target.c_str(), layout.width, layout.height));
  }
  if (path.ends_with(".pdf")) {
    return own(cairo_pdf_surface_create(target.c_str(), layout.width, layout.height));
  }
  Surface surface = own(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(layout.width, scale),
                                                   pixels(layout.height, scale)));
  cairo_surface_set_device_scale(surface.get(), scale, scale);
  return surface;
}

}  // namespace

void write_roll(const RollMusic& music, const RollLook& look, const std::string& path) {
  const Surface scratch = own(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1));
  Context measure(scratch.get());
  const RollLayout layout(music, look, measure);
  write_file(path, [&](const std::filesystem::path& target) {
    const Surface surface = make_surface(path, target.string(), layout, look.scale);
    Context context(surface.get());
    const Theme& theme = look.dark ? dark_theme : light_theme;
    RollPainter(music, layout, theme, context).paint();
    check(cairo_status(context.get()), path);
    if (path.ends_with(".png")) {
      check(cairo_surface_write_to_png(surface.get(), target.string().c_str()), path);
    }
    cairo_surface_finish(surface.get());
    check(cairo_surface_status(surface.get()), path);
  });
}

}  // namespace mido::cli
