#include "sdl/resample.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk::sdl {
namespace {

// The source pixels under one pixel of the result along one axis: from `first`, the weights add up to the part covered.
struct Slice {
  int first = 0;
  std::vector<float> weights;
};

// `origin`: position of source pixel 0; the result's pixels start at `start`, both counted from the pen or baseline.
std::vector<Slice> slices(int source_size, int origin, int start, int size, double scale) {
  std::vector<Slice> all(static_cast<std::size_t>(size));
  for (int i = 0; i < size; ++i) {
    const double from = std::clamp((start + i) / scale - origin, 0.0, double(source_size));
    const double to = std::clamp((start + i + 1) / scale - origin, 0.0, double(source_size));
    Slice& slice = all[static_cast<std::size_t>(i)];
    slice.first = static_cast<int>(from);
    for (int s = slice.first; s < to; ++s) {
      slice.weights.push_back(static_cast<float>((std::min(to, s + 1.0) - std::max(from, double(s))) * scale));
    }
  }
  return all;
}

std::uint32_t straight(const std::array<float, 4>& premultiplied) {
  const float alpha = premultiplied[3];
  if (alpha < 0.5f) return 0;
  const auto channel = [&](std::size_t i) {
    return static_cast<std::uint32_t>(std::clamp(premultiplied[i] * 255 / alpha + 0.5f, 0.0f, 255.0f));
  };
  return static_cast<std::uint32_t>(std::min(alpha + 0.5f, 255.0f)) << 24 | channel(2) << 16 | channel(1) << 8 |
         channel(0);
}

}  // namespace

GlyphBitmap quarter(const InkView<std::uint8_t>& ink) {
  // >> rounds towards minus infinity, as the grid needs.
  const int left = ink.left >> 2, right = ((ink.left + ink.width - 1) >> 2) + 1;
  const int indent = ink.left - 4 * left;  // empty columns before the ink in the first pixel
  const int top = (ink.top + 3) >> 2, bottom = (ink.top - ink.height) >> 2;
  const int before = 4 * top - ink.top;  // empty rows before the ink in the first pixel
  GlyphBitmap bitmap{left, top, right - left, top - bottom, {}, {}};
  const auto width = static_cast<std::size_t>(bitmap.width);
  bitmap.coverage.resize(width * static_cast<std::size_t>(bitmap.height));
  std::vector<std::uint16_t> sums(width);
  for (int row = 0; row < bitmap.height; ++row) {
    std::fill(sums.begin(), sums.end(), std::uint16_t{0});
    const int first = std::max(0, 4 * row - before), last = std::min(ink.height, 4 * row + 4 - before);
    for (int y = first; y < last; ++y) {
      const std::uint8_t* const source = ink.pixels + std::ptrdiff_t{y} * ink.pitch;
      for (int x = 0; x < ink.width; ++x) {
        std::uint16_t& sum = sums[static_cast<std::size_t>((x + indent) >> 2)];
        sum = static_cast<std::uint16_t>(sum + source[x]);
      }
    }
    for (std::size_t x = 0; x < width; ++x) {
      bitmap.coverage[static_cast<std::size_t>(row) * width + x] = static_cast<std::uint8_t>((sums[x] + 8) >> 4);
    }
  }
  return bitmap;
}

GlyphBitmap rescale(const InkView<std::uint32_t>& ink, double scale) {
  const int left = static_cast<int>(std::floor(ink.left * scale));
  const int right = static_cast<int>(std::ceil((ink.left + ink.width) * scale));
  const int top = static_cast<int>(std::ceil(ink.top * scale));
  const int bottom = static_cast<int>(std::floor((ink.top - ink.height) * scale));
  GlyphBitmap bitmap{left, top, right - left, top - bottom, {}, {}};
  const auto columns = slices(ink.width, ink.left, left, bitmap.width, scale);
  const auto rows = slices(ink.height, -ink.top, -top, bitmap.height, scale);
  bitmap.argb.reserve(columns.size() * rows.size());
  for (const Slice& row : rows) {
    for (const Slice& column : columns) {
      std::array<float, 4> sum{};
      for (std::size_t y = 0; y < row.weights.size(); ++y) {
        const std::uint32_t* source = ink.pixels + std::ptrdiff_t{row.first + int(y)} * ink.pitch + column.first;
        for (const float weight : column.weights) {
          const std::uint32_t pixel = *source++;
          for (std::size_t c = 0; c < 4; ++c) sum[c] += float(pixel >> (8 * c) & 255) * weight * row.weights[y];
        }
      }
      bitmap.argb.push_back(straight(sum));
    }
  }
  return bitmap;
}

}  // namespace kiosk::sdl
