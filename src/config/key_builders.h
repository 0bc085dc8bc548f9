// Builds the rows of the table of configuration keys. There is one function for
// each kind of value. The parameter `field` of these functions is a function
// that returns a reference to the value in a Config, for example
// [](auto& c) -> auto& { return c.kafka.group; }.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "fmt/format.h"
#include "keys.h"
#include "newsmill/config/units.h"

namespace newsmill::config {

template <typename Field, typename Check>
Key Text(std::string path, std::string meaning, Field field, Check check,
         Shape shape = Shape::kScalar) {
  return {std::move(path), std::move(meaning), shape,
          [=](Config& config, std::string_view text) -> Parsed<void> {
            if (auto fine = check(text); !fine) return fine;
            field(config) = std::string(text);
            return {};
          },
          [=](const Config& config) { return YamlText(field(config)); }};
}

template <typename Field>
Key Flag(std::string path, std::string meaning, Field field) {
  return {std::move(path), std::move(meaning), Shape::kScalar,
          [=](Config& config, std::string_view text) -> Parsed<void> {
            const auto parsed = ParseBool(text);
            if (!parsed) return std::unexpected(parsed.error());
            field(config) = *parsed;
            return {};
          },
          [=](const Config& config) {
            return std::string(field(config) ? "true" : "false");
          }};
}

template <typename T>
struct Range {
  T least;
  T most;
};

template <typename T, typename Format>
Parsed<T> InRange(Parsed<T> parsed, Range<T> range, Format format) {
  if (parsed && (*parsed < range.least || *parsed > range.most)) {
    return std::unexpected(fmt::format(
        "must be from {} to {}", format(range.least), format(range.most)));
  }
  return parsed;
}

// Builds a key for an integer or for a size. A size is an integer with its own
// notation, such as "2MiB".
template <typename Field, typename Parse, typename Format>
Key Number(std::string path, std::string meaning, Field field,
           Range<int64_t> range, Parse parse, Format format) {
  return {std::move(path), std::move(meaning), Shape::kScalar,
          [=](Config& config, std::string_view text) -> Parsed<void> {
            const auto parsed = InRange(parse(text), range, format);
            if (!parsed) return std::unexpected(parsed.error());
            auto& place = field(config);
            place =
                static_cast<std::remove_reference_t<decltype(place)>>(*parsed);
            return {};
          },
          [=](const Config& config) { return format(field(config)); }};
}

template <typename Field>
Key Integer(std::string path, std::string meaning, Field field,
            Range<int64_t> range) {
  return Number(std::move(path), std::move(meaning), field, range, ParseInteger,
                [](int64_t n) { return fmt::format("{}", n); });
}

template <typename Field>
Key Size(std::string path, std::string meaning, Field field,
         Range<int64_t> range) {
  return Number(std::move(path), std::move(meaning), field, range, ParseSize,
                FormatSize);
}

template <typename Field>
Key Duration(std::string path, std::string meaning, Field field,
             Range<std::chrono::milliseconds> range) {
  return {std::move(path), std::move(meaning), Shape::kScalar,
          [=](Config& config, std::string_view text) -> Parsed<void> {
            const auto parsed =
                InRange(ParseDuration(text), range, FormatDuration);
            if (!parsed) return std::unexpected(parsed.error());
            using Unit = std::remove_reference_t<decltype(field(config))>;
            const auto value = std::chrono::duration_cast<Unit>(*parsed);
            if (value != *parsed) {
              return std::unexpected("must be in whole seconds");
            }
            field(config) = value;
            return {};
          },
          [=](const Config& config) { return FormatDuration(field(config)); }};
}

// Builds a key for an enum. names[i] is the name of the enumerator with the
// value i.
template <typename Field, size_t kCount>
Key Choice(std::string path, std::string meaning, Field field,
           std::array<std::string_view, kCount> names) {
  return {std::move(path), std::move(meaning), Shape::kScalar,
          [=](Config& config, std::string_view text) -> Parsed<void> {
            for (size_t i = 0; i < names.size(); ++i) {
              if (names.at(i) != text) continue;
              auto& place = field(config);
              place = static_cast<std::remove_reference_t<decltype(place)>>(i);
              return {};
            }
            return std::unexpected(
                fmt::format("must be one of: {}", fmt::join(names, ", ")));
          },
          [=](const Config& config) {
            return std::string(names.at(static_cast<size_t>(field(config))));
          }};
}

}  // namespace newsmill::config
