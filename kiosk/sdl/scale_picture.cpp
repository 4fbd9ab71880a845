#include "sdl/scale_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"

namespace kiosk::sdl {
namespace {

using Pixel = std::array<float, 4>;  // blue, green, red, alpha; colours premultiplied

// Catmull-Rom: sharp, and exact where nothing changes.
double kernel(double x) {
  x = std::abs(x);
  if (x < 1) return 1.5 * x * x * x - 2.5 * x * x + 1;
  if (x < 2) return -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2;
  return 0;
}

// The source pixels that make one pixel of the result, along one axis; their weights add up to 1.
struct Taps {
  int first = 0;
  std::vector<float> weights;
};

std::vector<Taps> taps_of(int from, int to) {
  const double scale = static_cast<double>(from) / to, stretch = std::max(1.0, scale);
  std::vector<Taps> all(static_cast<std::size_t>(to));
  for (int i = 0; i < to; ++i) {
    const double middle = (i + 0.5) * scale;
    const int first = std::max(0, static_cast<int>(std::floor(middle - 2 * stretch)));
    const int last = std::min(from, static_cast<int>(std::ceil(middle + 2 * stretch)));
    Taps& taps = all[static_cast<std::size_t>(i)];
    taps.first = first;
    double sum = 0;
    for (int s = first; s < last; ++s) {
      const double weight = kernel((s + 0.5 - middle) / stretch);
      taps.weights.push_back(static_cast<float>(weight));
      sum += weight;
    }
    for (float& weight : taps.weights) weight = static_cast<float>(weight / sum);
  }
  return all;
}

Pixel premultiplied(std::uint32_t argb) {
  const float alpha = float(argb >> 24) / 255;
  return {float(argb & 255) * alpha, float(argb >> 8 & 255) * alpha, float(argb >> 16 & 255) * alpha,
          float(argb >> 24)};
}

std::uint32_t straight(const Pixel& pixel) {
  const float alpha = std::clamp(pixel[3], 0.0f, 255.0f);
  if (alpha < 0.5f) return 0;
  const auto channel = [&](std::size_t i) {
    return static_cast<std::uint32_t>(std::clamp(pixel[i] * 255 / alpha + 0.5f, 0.0f, 255.0f));
  };
  return static_cast<std::uint32_t>(alpha + 0.5f) << 24 | channel(2) << 16 | channel(1) << 8 | channel(0);
}

void add(Pixel& sum, const Pixel& pixel, float weight) {
  for (std::size_t c = 0; c < 4; ++c) sum[c] += pixel[c] * weight;
}

}  // namespace

std::vector<std::uint32_t> scale_picture(const ui::Picture& picture, Size size) {
  const Size from = picture.size_px;
  KIOSK_CHECK(from.w > 0 && from.h > 0 && size.w > 0 && size.h > 0 &&
              picture.argb.size() == std::size_t(from.w) * std::size_t(from.h));
  if (from == size) return picture.argb;
  const std::vector<Taps> columns = taps_of(from.w, size.w), rows = taps_of(from.h, size.h);
  const auto width = static_cast<std::size_t>(size.w);
  // Rows of the source scaled across, as many as one row of the result needs: a ring, since they are used in order.
  std::size_t ring_rows = 1;
  for (const Taps& row : rows) ring_rows = std::max(ring_rows, row.weights.size());
  std::vector<Pixel> ring(ring_rows * width);
  int next = 0;  // the first source row that is not in the ring
  const auto ring_row = [&](int row) { return ring.data() + static_cast<std::size_t>(row) % ring_rows * width; };
  const auto scale_across = [&](int row) {
    const std::uint32_t* const source = picture.argb.data() + std::size_t(row) * std::size_t(from.w);
    std::vector<Pixel> pixels(static_cast<std::size_t>(from.w));
    std::transform(source, source + from.w, pixels.begin(), premultiplied);
    Pixel* out = ring_row(row);
    for (const Taps& column : columns) {
      Pixel sum{};
      for (std::size_t k = 0; k < column.weights.size(); ++k)
        add(sum, pixels[static_cast<std::size_t>(column.first) + k], column.weights[k]);
      *out++ = sum;
    }
  };
  std::vector<std::uint32_t> argb;
  argb.reserve(width * static_cast<std::size_t>(size.h));
  for (const Taps& row : rows) {
    const int end = row.first + static_cast<int>(row.weights.size());
    for (next = std::max(next, row.first); next < end; ++next) scale_across(next);
    for (std::size_t x = 0; x < width; ++x) {
      Pixel sum{};
      for (std::size_t k = 0; k < row.weights.size(); ++k)
        add(sum, ring_row(row.first + static_cast<int>(k))[x], row.weights[k]);
      argb.push_back(straight(sum));
    }
  }
  return argb;
}

}  // namespace kiosk::sdl
